"""The tasks that are seen, to take along: for Excel, for a program, or for one's own calendar."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.taak import Taak
from openlea.services.describe_taken import describe_taken
from openlea.services.make_kalender import make_kalender
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx
from openlea.services.write_ics import write_ics
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Kolom
from openlea.web.pages.taken.takenfilter import asked
from openlea.web.route import LeaRequest

KOPPEN: Mapping[str, Callable[[Taak], str | date | None]] = {
    "Taak": lambda one: one.titel,
    "Waarover": lambda one: one.over,
    "Partij": lambda one: one.partij,
    "Beleidsveld": lambda one: one.veld_naam,
    "Wanneer": lambda one: one.wanneer,
    "Laatste dag": lambda one: one.uiterlijk,
    "Staat": lambda one: one.staat_label,
    "Bewezen op": lambda one: one.bewezen_op,
    "Stukken": lambda one: str(one.bewijzen),
    "Wet": lambda one: one.grondslag,
    "Wettekst": lambda one: one.link,
    "Zekerheid": lambda one: one.controlestand.zekerheid.label if one.controlestand else "",
    "Nummer in de wet hier": lambda one: one.plicht,
}


def uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the tasks as the address asks, in one of the kinds of files that there are."""
    write = WRITERS.get(formaat)
    if write is None:
        raise NotFound(f"Dit soort bestand is er niet. Wel: {', '.join(WRITERS)}.")
    today = timezone.localdate()
    vraag = asked(request.GET, today)
    answer = write(request, describe_taken(request.actor, vraag, today).taken)
    name = f"taken-{request.werkruimte.slug}-{vraag.jaar}.{formaat}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _rows(taken: Sequence[Taak]) -> list[tuple[str | date | None, ...]]:
    return [tuple(value(one) for value in KOPPEN.values()) for one in taken]


def _csv(_request: LeaRequest, taken: Sequence[Taak]) -> HttpResponse:
    rows = [[str(cel) if isinstance(cel, date) else cel for cel in row] for row in _rows(taken)]
    text = csv_text([Kolom(kop) for kop in KOPPEN], rows)
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


def _xlsx(_request: LeaRequest, taken: Sequence[Taak]) -> HttpResponse:
    vel = Vel("Taken", tuple(KOPPEN), tuple(Rij(row) for row in _rows(taken)))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return HttpResponse(write_geld_xlsx([vel]), content_type=kind)


def _json(_request: LeaRequest, taken: Sequence[Taak]) -> HttpResponse:
    told = [_plain(one) for one in taken]
    return JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _plain(one: Taak) -> dict[str, Any]:
    return {
        "nummer": one.nummer,
        "plicht": one.plicht,
        "titel": one.titel,
        "over": one.over,
        "partij": one.partij,
        "veld": one.veld,
        "jaar": one.jaar,
        "vanaf": one.vanaf,
        "uiterlijk": one.uiterlijk,
        "wanneer": one.wanneer,
        "staat": str(one.staat),
        "bewezen_op": one.bewezen_op,
        "bewijzen": one.bewijzen,
        "grondslag": {"tekst": one.grondslag, "link": one.link},
        "status": str(one.controlestand.zekerheid) if one.controlestand else None,
    }


def _ics(request: LeaRequest, taken: Sequence[Taak]) -> HttpResponse:
    """Return them as the calendar address gives them, so that a program knows them again."""
    slug = request.werkruimte.slug
    seen = {f"{slug}/taak/{one.nummer}" for one in taken}
    every = make_kalender(request.actor, None, timezone.localdate())
    told = write_ics([one for one in every if one.id in seen], f"Taken {request.werkruimte.naam}")
    return HttpResponse(told, content_type="text/calendar; charset=utf-8")


WRITERS: Mapping[str, Callable[[LeaRequest, Sequence[Taak]], HttpResponse]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
    "ics": _ics,
}
