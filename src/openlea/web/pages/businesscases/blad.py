"""The page of a business case, and the same as a document."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.policy.businesscase import Effect
from openlea.services.describe_businesscase import Caseblad, describe_businesscase
from openlea.services.papier.businesscase import compose_businesscase, plain
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.businesscases.beelden import JAREN, TORNADO, swings_chart, years_chart
from openlea.web.pages.businesscases.forms import UitkomstForm
from openlea.web.pages.businesscases.kader import crumbs, state_of
from openlea.web.pages.stukken.uitvoer import check_kind, send_stuk
from openlea.web.route import LeaRequest

FORMATEN = frozenset({"docx", "pdf"})
TONEN = {Effect.BETER: "goed", Effect.SLECHTER: "let-op", Effect.ONBEKEND: ""}


def businesscase(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the page of a case, or the table of one of its pictures as a file."""
    blad = describe_businesscase(request.actor, int(nummer))
    return show(request, blad, UitkomstForm())


def show(
    request: LeaRequest, blad: Caseblad, form: UitkomstForm, status: int | None = None
) -> HttpResponse:
    """Return the page with the form to keep its outcome."""
    found = blad.uitkomst
    beelden = [years_chart(found), swings_chart(found)]
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    drawn = figures(beelden)
    case = blad.case
    shown = {
        "blad": blad,
        "record": blad.record,
        "staat": state_of(blad.record),
        "uitkomst": found,
        "jaren": drawn[JAREN],
        "tornado": drawn[TORNADO],
        "samen": {
            "eenmalig": sum(one.eenmalig for one in found.kassen),
            "structureel": sum(one.structureel for one in found.kassen),
        },
        "laatste": case.laatste_jaar,
        "omslagen": [(one, plain(one.omslag or 0)) for one in found.tornado],
        "effecten": [(one, TONEN[one.effect]) for one in case.niet_in_geld],
        "scenario": _scenario(blad),
        "formulier": form,
        "kruimels": crumbs(request, str(blad.record)),
    }
    return render(request, "businesscases/businesscase.html", shown, status=status)


def businesscase_uit(request: LeaRequest, nummer: str, formaat: str) -> HttpResponse:
    """Return the case as Word or PDF."""
    check_kind(formaat, FORMATEN)
    blad = describe_businesscase(request.actor, int(nummer))
    return send_stuk(request, compose_businesscase(blad.uitkomst), formaat)


def _scenario(blad: Caseblad) -> dict[str, object] | None:
    plan = blad.case.scenario
    if plan is None:
        return None
    many = next(one for one in blad.case.aannamen if one.id == plan.leerlingen)
    return {"plan": plan, "leerlingen": many}
