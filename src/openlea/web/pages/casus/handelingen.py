"""What the table does: change the facts, take a step, note what was tried, ask money, close."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from openlea.core.casus import Casusinhoud, Uitkomst, Verlengreden
from openlea.policy.rechten import LidRol
from openlea.services.casus.tafel import who_may_sit
from openlea.services.casus.treden import treden
from openlea.services.change_casus import GESLOTEN, change_casus
from openlea.services.close_casus import close_casus
from openlea.services.extend_casus import extend_casus
from openlea.services.seat_casuslid import seat_casuslid
from openlea.storage.records.models import Casus
from openlea.web.pages.casus.deur import behind_step
from openlea.web.pages.casus.forms import (
    BewaarForm,
    BudgetForm,
    CasusVorm,
    FeitenForm,
    PogingForm,
    SluitForm,
    StapForm,
    TafelForm,
    initial_of,
)
from openlea.web.pages.casus.kader import GEEN_NAMEN, form_page, opened_casus
from openlea.web.route import LeaRequest

Deed = Callable[[CasusVorm, int], object]


@behind_step
def casus_wijzigen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Change the facts and the next step."""
    return _changing(request, nummer, FeitenForm, f"Wijzig casus {nummer}", GEEN_NAMEN)


@behind_step
def casus_stap(request: LeaRequest, nummer: str) -> HttpResponse:
    """Take a step of the ladder."""
    told = "Spreek meteen af wat er daarna gebeurt en wanneer."
    return _changing(request, nummer, StapForm, "Zet een stap op de ladder", told)


@behind_step
def casus_gedaan(request: LeaRequest, nummer: str) -> HttpResponse:
    """Note what was tried."""
    return _changing(request, nummer, PogingForm, "Leg vast wat je deed", GEEN_NAMEN)


@behind_step
def casus_budget(request: LeaRequest, nummer: str) -> HttpResponse:
    """Note what was asked of the maatwerkbudget, or what was decided."""
    told = "Zo weten jullie hoe lang een besluit duurt."
    return _changing(request, nummer, BudgetForm, "Maatwerkbudget", told)


@behind_step
def casus_sluiten(request: LeaRequest, nummer: str) -> HttpResponse:
    """Close the casus with how it ended."""
    told = "Na het sluiten verandert er niets meer. De casus blijft hoogstens een jaar bewaard."

    def deed(form: CasusVorm, versie: int) -> object:
        typed = form.cleaned_data
        end = Uitkomst(typed["uitkomst"])
        return close_casus(request.actor, int(nummer), end, typed["uitkomst_op"], versie)

    return _changing(request, nummer, SluitForm, f"Sluit casus {nummer}", told, deed)


@behind_step
def casus_bewaren(request: LeaRequest, nummer: str) -> HttpResponse:
    """Choose until when the casus is kept."""
    one, _ = opened_casus(request, nummer)
    first = {"verwijderen_op": one.verwijderen_op, "versie": one.versie}
    form = BewaarForm(request.POST or None, initial=first)

    def deed(typed_form: CasusVorm, versie: int) -> object:
        typed = typed_form.cleaned_data
        reden = Verlengreden(typed["reden"]) if typed["reden"] else None
        tot = typed["verwijderen_op"]
        return extend_casus(request.actor, one.nummer, tot, reden, versie)

    told = "Daarna zijn de inhoud en de sleutel weg. Ook een back-up geeft ze niet terug."
    return _answered(request, one, form, ("Hoe lang bewaren?", told), deed)


@behind_step
def casus_tafel(request: LeaRequest, nummer: str) -> HttpResponse:
    """Ask somebody to the table."""
    one, _ = opened_casus(request, nummer)
    leden = [
        (str(lid.pk), f"{lid.persoon.naam}, {LidRol(lid.rol).label.lower()}")
        for lid in who_may_sit(one, timezone.localdate())
    ]
    form = TafelForm(request.POST or None, leden=leden, initial={"versie": one.versie})

    def deed(typed: CasusVorm, _versie: int) -> object:
        return seat_casuslid(request.actor, one.nummer, int(typed.cleaned_data["lid"]))

    told = "Wie aan tafel komt, ziet deze casus helemaal. Staat iemand niet in de lijst? "
    told += "De agendabeheerder kan iemand voor de werkruimte uitnodigen."
    return _answered(request, one, form, ("Vraag iemand aan tafel", told), deed)


def _changing(
    request: LeaRequest,
    nummer: str,
    kind: type[CasusVorm],
    titel: str,
    inleiding: str,
    deed: Deed | None = None,
) -> HttpResponse:
    one, inhoud = opened_casus(request, nummer)
    if inhoud.is_gesloten:
        messages.info(request, GESLOTEN)
        return _back(request, one)
    form = _form(kind, one, inhoud, request.POST if request.method == "POST" else None)

    def change(typed: CasusVorm, versie: int) -> object:
        return change_casus(request.actor, one.nummer, typed.applied, versie)

    answered = _answered(request, one, form, (titel, inleiding), deed or change)
    if form.is_conflict:
        form.set_beside(_form(kind, one, inhoud, None), one.versie)
        answered = form_page(request, form, titel, inleiding, one.nummer)
    return answered


def _form(kind: type[CasusVorm], one: Casus, inhoud: Casusinhoud, data: Any) -> CasusVorm:
    first = initial_of(inhoud) | {"versie": one.versie}
    if kind is not FeitenForm:
        first |= {"op": timezone.localdate(), "uitkomst_op": timezone.localdate()}
    if kind in {StapForm, PogingForm}:
        first |= {"trede": _following(inhoud)}
    names = {id_: trede.naam for id_, trede in treden().items()}
    return kind(data, initial=first, treden=names)


def _following(inhoud: Casusinhoud) -> str:
    """Return the rung after the one it is on; on the highest that one."""
    ids = list(treden())
    here = ids.index(inhoud.trede) if inhoud.trede in ids else -1
    return ids[min(here + 1, len(ids) - 1)]


def _answered(
    request: LeaRequest, one: Casus, form: CasusVorm, told: tuple[str, str], deed: Deed
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        if form.try_to(lambda: deed(form, versie)) is not None:
            messages.success(request, "Bewaard.")
            return _back(request, one)
    return form_page(request, form, *told, one.nummer)


def _back(request: LeaRequest, one: Casus) -> HttpResponse:
    return redirect(reverse("casus", args=[request.werkruimte.slug, one.nummer]))
