"""The forecast of one school, with what it means for the norm and how good it has been."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.errors import NotFound
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figure
from openlea.web.pages.prognose.beelden import fan_chart
from openlea.web.pages.prognose.kader import frame, newest, source_name
from openlea.web.route import LeaRequest


def prognose_school(request: LeaRequest, code: str) -> HttpResponse:
    """Return the page of a school; NotFound when the newest forecast doesn't have it."""
    run = newest(request)
    told = run.uitkomst["scholen"].get(code) if run else None
    if run is None or told is None:
        raise NotFound("Over deze school is geen prognose bewaard.")
    picture = fan_chart("school", f"Leerlingen op {told['naam']}", told["nu"], told["reeks"])
    answer = csv_answer(request, [picture])
    if answer:
        return answer
    context = frame(request, "prognose_school", told["naam"]) | {
        "run": run,
        "bron": source_name(run.bronversies["bron"]),
        "school": told,
        "kans": _chances(told["norm"]),
        "laatste": told["reeks"][-1],
        "norm": run.uitkomst.get("norm"),
        "terugtoets": run.uitkomst["terugtoets"],
        "figuur": figure(picture),
    }
    return render(request, "prognose/school.html", context)


def _chances(norm: Mapping[str, Any] | None) -> dict[str, str]:
    """Return in words how likely it is to be under the norm, and three years in a row."""
    return {name: say_chance(norm[name]) for name in ("kans", "kans_einde")} if norm else {}


def say_chance(kans: float) -> str:
    """Return a chance from 0 to 1 as so many of a hundred times; never 0 or all of them."""
    times = min(max(round(100 * kans), 1), 99)
    edge = {1: "hooguit ", 99: "minstens "}.get(times, "")
    return f"{edge}{times} van de 100 keer"
