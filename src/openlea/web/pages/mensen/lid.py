"""One person in a werkruimte: another role, a last day, days away with who answers meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of
from openlea.policy.verschil import Veldverschil
from openlea.services.change_lid import change_lid
from openlea.services.end_lidmaatschap import end_lidmaatschap
from openlea.services.set_vervanging import set_vervanging
from openlea.storage.records.models import Lidmaatschap
from openlea.storage.records.toegang import steps_of
from openlea.storage.records.verzoek_values import ANSWERING
from openlea.web.pages.agenda.naast import set_beside
from openlea.web.pages.mensen.forms import (
    Choices,
    EindeForm,
    RolForm,
    VervangingForm,
    in_words,
    refuse,
)
from openlea.web.pages.mensen.lijst import reachable
from openlea.web.pages.mensen.views import partij_choices
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409
INTUSSEN = "Iemand anders heeft dit intussen gewijzigd. Kijk na wat je invulde en bewaar opnieuw."
F = TypeVar("F", bound=forms.Form)


@dataclass(frozen=True, slots=True)
class Vellen:
    """The three forms on the page; a partner sees only days away."""

    rol: RolForm | None
    einde: EindeForm | None
    vervanging: VervangingForm | None


def lid(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one person with what may be changed."""
    found = _found(request, nummer)
    return _page(request, found, _sheets(request, found))


def rol(request: LeaRequest, nummer: int) -> HttpResponse:
    """Give somebody another role or partij."""
    found = _found(request, nummer)
    form = RolForm(request.POST, partijen=partij_choices(request))

    def change() -> str:
        clean = form.cleaned_data
        new = LidRol(clean["rol"])
        change_lid(request.actor, found.pk, rol=new, partij=clean["partij"], versie=clean["versie"])
        return f"{found.persoon.naam} is nu {new.label.lower()}."

    return _keep(request, found, form, change)


def einde(request: LeaRequest, nummer: int) -> HttpResponse:
    """Set or take away somebody's last day."""
    found = _found(request, nummer)
    form = EindeForm(request.POST, auto_id="einde_%s")

    def change() -> str:
        clean = form.cleaned_data
        passed = end_lidmaatschap(request.actor, found.pk, clean["tot"], versie=clean["versie"])
        said = "De laatste dag is bewaard." if clean["tot"] else "Er is geen laatste dag meer."
        return f"{said} Doorgegeven vragen: {passed}." if passed else said

    return _keep(request, found, form, change)


def vervanging(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep days away, and who answers meanwhile."""
    found = _found(request, nummer)
    form = VervangingForm(request.POST, auto_id="weg_%s", vervangers=_stand_ins(found))

    def change() -> str:
        van, tot = form.days()
        set_vervanging(
            request.actor,
            found.pk,
            van=van,
            tot=tot,
            vervanger=form.cleaned_data["vervanger"],
            versie=form.cleaned_data["versie"],
        )
        return "De afwezigheid is bewaard." if van else "De afwezigheid is weggehaald."

    return _keep(request, found, form, change)


def _found(request: LeaRequest, nummer: int) -> Lidmaatschap:
    found = reachable(request.actor, request.scope).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze persoon is er niet.")
    return found


def _keep(
    request: LeaRequest,
    found: Lidmaatschap,
    form: RolForm | EindeForm | VervangingForm,
    change: Callable[[], str],
) -> HttpResponse:
    """Do what was filled in and go back to everybody, or show the same form with its faults."""
    beside: tuple[Veldverschil, ...] = ()
    code = REFUSED
    if form.is_valid():
        try:
            said = change()
        except BadInput as refused:
            refuse(form, refused)
        except Conflict:
            code, found = CONFLICT, _found(request, found.pk)
            stored = in_words(form, _start(found)[type(form)])
            beside = set_beside(form, stored, in_words(form, form.cleaned_data), found.versie)
            if not beside:
                form.add_error(None, INTUSSEN)
        else:
            messages.success(request, said)
            return redirect("mensen", request.werkruimte.slug)
    found.refresh_from_db()
    return _page(request, found, _sheets(request, found, form), code, beside)


def _start(found: Lidmaatschap) -> dict[type[forms.Form], dict[str, Any]]:
    """Return what stands there, per form."""
    return {
        RolForm: {"rol": found.rol, "partij": found.partij.code if found.partij else ""},
        EindeForm: {"tot": found.tot},
        VervangingForm: {
            "van": found.weg_van,
            "tot": found.weg_tot,
            "vervanger": found.vervanger_id,
        },
    }


def _sheets(request: LeaRequest, found: Lidmaatschap, used: forms.Form | None = None) -> Vellen:
    scope = request.actor.scope(Noun.LID, Verb.WIJZIGEN)
    start = {kind: {**one, "versie": found.versie} for kind, one in _start(found).items()}
    beheer = scope is Scope.ALLES
    return Vellen(
        rol=_own(used, RolForm) or RolForm(initial=start[RolForm], partijen=partij_choices(request))
        if beheer
        else None,
        einde=_own(used, EindeForm) or EindeForm(auto_id="einde_%s", initial=start[EindeForm])
        if beheer
        else None,
        vervanging=_own(used, VervangingForm)
        or VervangingForm(
            auto_id="weg_%s", initial=start[VervangingForm], vervangers=_stand_ins(found)
        )
        if scope is not Scope.NIETS
        else None,
    )


def _own(used: forms.Form | None, kind: type[F]) -> F | None:
    return used if isinstance(used, kind) else None


def _stand_ins(found: Lidmaatschap) -> Choices:
    """Return who can answer for somebody: of the same partij, or with a right to every action."""
    others = Lidmaatschap.objects.of(found.werkruimte_id).exclude(pk=found.pk)
    able = others.filter(rol__in=[str(one) for one in ANSWERING], tot=None)
    return [
        (str(one.pk), str(one.persoon))
        for one in able
        if (found.partij_id is not None and one.partij_id == found.partij_id)
        or scope_of(LidRol(one.rol), Noun.VOORTGANG, Verb.MAKEN) is Scope.ALLES
    ]


def _page(
    request: LeaRequest,
    found: Lidmaatschap,
    vellen: Vellen,
    code: int = 200,
    beside: tuple[Veldverschil, ...] = (),
) -> HttpResponse:
    slug = request.werkruimte.slug
    hands_over = request.actor.scope(Noun.AGENDA, Verb.WIJZIGEN) is Scope.ALLES
    people_url = reverse("mensen", args=[slug])
    shown = {
        "lid": found,
        "rol": LidRol(found.rol).label,
        "vellen": vellen,
        "naast": beside,
        "heeft_stap": vellen.rol is not None and steps_of(found.persoon_id).exists(),
        "overdragen": reverse("overdragen", args=[slug]) if hands_over else "",
        "kruimels": [{"naam": "Mensen en rollen", "url": people_url}, {"naam": str(found.persoon)}],
    }
    return render(request, "mensen/lid.html", shown, status=code)
