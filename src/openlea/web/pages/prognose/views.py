"""The forecast of a gemeente: how many pupils, how sure that is, and what it means per school."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.policy.rechten import Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.services.find_prognoses import find_prognoses
from openlea.storage.records.models import Prognoserun
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figure
from openlea.web.pages.prognose.beelden import fan_chart
from openlea.web.pages.prognose.kader import frame, newest, source_name
from openlea.web.route import LeaRequest

LATER = (5, 10)
"""After how many years a school is shown in the list, beside the last year."""
WERK = "maak_prognose"


def prognose(request: LeaRequest) -> HttpResponse:
    """Return the newest kept forecast; without one, the button that makes it."""
    run = newest(request)
    context = frame(request, "prognose", "Hoeveel leerlingen komen er?") | {"run": run}
    if run is None:
        context["kan"] = request.werkruimte.plaats.startswith("gemeente:")
        return render(request, "prognose/prognose.html", context)
    told = run.uitkomst
    picture = fan_chart(
        "leerlingen",
        f"Leerlingen op basisscholen in {told['naam']}",
        told["nu"],
        told["reeks"],
        {name.capitalize(): told["scenarios"][name] for name in ("laag", "hoog")},
    )
    answer = csv_answer(request, [picture])
    if answer:
        return answer
    last = told["reeks"][-1]
    context |= {
        "told": told,
        "bron": source_name(told["bron"]),
        "aannames": [(one["wat"], source_name(one["bron"])) for one in told["aannames"]],
        "onder": _too_small(told["scholen"].values()),
        "laatste": last,
        "verschil": abs(last["midden"] - told["nu"]["midden"]),
        "figuur": figure(picture),
        "scholen": [_school(one) for one in told["scholen"].values()],
        "jaren": [told["reeks"][at - 1]["jaar"] for at in LATER if at < len(told["reeks"])],
    }
    return render(request, "prognose/prognose.html", context)


def reken(request: LeaRequest) -> HttpResponse:
    """Ask for a forecast in the background, and show how far that is."""
    asked = ask_work(request.actor, WERK, {"soort": "bo"})
    if request.actor.may(Noun.WERK, Verb.ZIEN):
        return redirect("werk", request.werkruimte.slug, asked.pk)
    return redirect("prognose", request.werkruimte.slug)


def vergelijk(request: LeaRequest) -> HttpResponse:
    """Return two kept forecasts beside each other, school by school."""
    runs = find_prognoses(request.actor)
    by_number = {str(one.pk): one for one in runs}
    first = by_number.get(request.GET.get("a", ""), runs[0] if runs else None)
    second = by_number.get(request.GET.get("b", ""), runs[1] if len(runs) > 1 else None)
    context = frame(request, "prognose_vergelijk", "Twee prognoses naast elkaar") | {
        "runs": runs,
        "a": first,
        "b": second,
        "keuzes": (("a", first, "Eerste"), ("b", second, "Tweede")),
        "regels": _beside(first, second) if first and second else [],
    }
    return render(request, "prognose/vergelijk.html", context)


def _too_small(scholen: Iterable[Mapping[str, Any]]) -> int:
    """Return how many schools are more likely under the norm than not, in some year to come."""
    return sum(1 for one in scholen if one["norm"] and one["norm"]["jaar"])


def _school(one: Mapping[str, Any]) -> dict[str, Any]:
    series = one["reeks"]
    return {
        **one,
        "later": [series[at - 1] for at in LATER if at < len(series)],
        "laatste": series[-1],
    }


def _beside(first: Prognoserun, second: Prognoserun) -> list[dict[str, Any]]:
    """Return per school both last years that the two have in common, largest change first."""
    years = [{one["jaar"] for one in run.uitkomst["reeks"]} for run in (first, second)]
    shared = max(years[0] & years[1], default=None)
    if shared is None:
        return []
    ours, theirs = (_of_year(run, shared) for run in (first, second))
    rows = [
        {"naam": ours[code][0], "jaar": shared, "a": ours[code][1], "b": theirs[code][1]}
        for code in ours.keys() & theirs.keys()
    ]
    for row in rows:
        row["verschil"] = row["a"]["midden"] - row["b"]["midden"]
    return sorted(rows, key=lambda row: (-abs(row["verschil"]), row["naam"]))


def _of_year(run: Prognoserun, jaar: int) -> dict[str, tuple[str, Mapping[str, Any]]]:
    return {
        code: (one["naam"], point)
        for code, one in run.uitkomst["scholen"].items()
        for point in one["reeks"]
        if point["jaar"] == jaar
    }
