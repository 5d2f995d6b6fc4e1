"""The grid: all actions in one screen, to change many at once."""

from collections.abc import Collection, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.agenda import AgendaStaat
from openlea.policy.agenda_staat import is_open
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.change_acties import Rijwijziging
from openlea.storage.records.models import Actie
from openlea.storage.records.scope import acties_within
from openlea.web.pages.agenda.blik import Blik, look
from openlea.web.pages.agenda.forms import AgendaFilter
from openlea.web.pages.agenda.keuze import Keuze, choose
from openlea.web.pages.agenda.links import agenda_tabs
from openlea.web.pages.rooster.bewaren import Uitkomst, keep_typed, typed_again
from openlea.web.pages.rooster.kolommen import KOLOMMEN, PER_VELD, Woorden, write_cell
from openlea.web.pages.rooster.tabel import Getypt, Rij, build_rows, typed_rows
from openlea.web.route import LeaRequest


def rooster(request: LeaRequest) -> HttpResponse:
    """Return the grid, or keep what was typed in it."""
    blik = look(request, to_change=True)
    if blik is None:
        return render(request, "rooster/leeg.html", _frame(request))
    if request.method != "POST":
        return _page(request, blik, (), Uitkomst())
    typed = _still_there(request, blik, typed_rows(request.POST))
    if not typed:
        messages.info(request, "Er was niets gewijzigd, dus er is niets bewaard.")
        return redirect(request.get_full_path())
    uitkomst = keep_typed(request.actor, typed, Woorden.of(blik.agenda))
    if not uitkomst.is_bewaard:
        return _page(request, blik, typed, uitkomst)
    _remember(request, uitkomst, Woorden.of(blik.agenda))
    adres = reverse("rooster_terug", args=[request.werkruimte.slug])
    text = f"{count(len(typed), 'actie', 'acties')} bewaard."
    messages.success(request, text, extra_tags=f"ongedaan:{adres}")
    return redirect(request.get_full_path())


def rooster_terug(request: LeaRequest) -> HttpResponse:
    """Undo what was last kept from the grid, unless somebody has worked on since."""
    blik = look(request)
    told = request.session.pop(_key(request), None)
    if blik is None or not told:
        messages.info(request, "Er is niets om ongedaan te maken.")
        return redirect("rooster", request.werkruimte.slug)
    rows = [Getypt(code, versie, cellen) for code, versie, cellen in told]
    uitkomst = keep_typed(request.actor, rows, Woorden.of(blik.agenda))
    if not uitkomst.is_bewaard:
        messages.warning(
            request, "Dit kan niet meer ongedaan: iemand werkte er intussen verder in."
        )
    else:
        messages.success(request, f"{count(len(rows), 'actie', 'acties')} teruggezet.")
    return redirect("rooster", request.werkruimte.slug)


def _page(
    request: LeaRequest, blik: Blik, typed: Sequence[Getypt], uitkomst: Uitkomst
) -> HttpResponse:
    filter_form = AgendaFilter(request.GET, blik.agenda)
    keuze = choose(blik.rijen, filter_form, request.GET)
    rijen = _rows(request, blik, keuze, {row.code for row in typed})
    if typed:
        rijen = typed_again(rijen, typed, uitkomst, Woorden.of(blik.agenda))
    context = {
        **_frame(request),
        "blik": blik,
        "formulier": filter_form,
        "keuze": keuze,
        "rijen": rijen,
        "kolommen": KOLOMMEN,
        "lijsten": Woorden.of(blik.agenda).lijsten(),
        "fouten": [(rij, cel) for rij in rijen for cel in rij.cellen if cel.fout],
        "botsingen": [(rij, cel) for rij in rijen for cel in rij.cellen if cel.nu is not None],
        "mag_overdragen": request.actor.may(Noun.AGENDA, Verb.WIJZIGEN),
        "is_open": is_open(AgendaStaat(blik.agenda.staat)),
    }
    return render(request, "rooster/rooster.html", context, status=400 if typed else 200)


def _rows(request: LeaRequest, blik: Blik, keuze: Keuze, typed: Collection[str]) -> tuple[Rij, ...]:
    """Return the rows of the filter, and what was typed in even if it has left the filter."""
    left = [r for r in blik.rijen if r.actie.code in typed and r not in keuze.rijen]
    scope = request.actor.scope(Noun.ACTIE, Verb.WIJZIGEN)
    vast = () if scope is Scope.ALLES else ("zichtbaarheid", "trekkers")
    versies = _versies(request, blik)
    return build_rows([*left, *keuze.rijen], versies, Woorden.of(blik.agenda), vast)


def _versies(request: LeaRequest, blik: Blik) -> dict[str, int]:
    """Return the version of every action that this person may change, by code."""
    scope = request.actor.scope(Noun.ACTIE, Verb.WIJZIGEN)
    mine = acties_within(Actie.objects.of_agenda(blik.record), scope, request.actor)
    codes = mine.values_list("code", flat=True)
    return {code: blik.versies[code] for code in codes if code in blik.versies}


def _still_there(request: LeaRequest, blik: Blik, typed: Sequence[Getypt]) -> list[Getypt]:
    """Return the rows that one may still change; of the others what was typed is said."""
    mine = _versies(request, blik)
    for row in typed:
        if row.code not in mine:
            said = "; ".join(f"{PER_VELD[v].kop}: {text}" for v, text in row.cellen.items())
            messages.warning(request, f"Actie {row.code} is er niet meer. Je typte: {said}.")
    return [row for row in typed if row.code in mine]


def _frame(request: LeaRequest) -> dict[str, Any]:
    slug = request.werkruimte.slug
    return {
        "tabs": agenda_tabs(slug, "rooster", request.actor),
        "kruimels": [
            {"naam": "Agenda", "url": reverse("agenda", args=[slug])},
            {"naam": "Rooster"},
        ],
    }


def _key(request: LeaRequest) -> str:
    return f"rooster_terug_{request.werkruimte.pk}"


def _remember(request: LeaRequest, uitkomst: Uitkomst, woorden: Woorden) -> None:
    """Keep in the session what would undo this, as text: a session holds no dates."""
    request.session[_key(request)] = [_as_text(one, woorden) for one in uitkomst.terug]


def _as_text(one: Rijwijziging, woorden: Woorden) -> tuple[str, int, dict[str, str]]:
    return one.code, one.versie, {v: write_cell(w, woorden) for v, w in one.velden.items()}
