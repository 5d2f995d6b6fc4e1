"""Changing an action: one page with all of it; two people at once see both texts."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.agenda import Actie, ActieStaat, Streefwaarde, VerwijzingSoort
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import Scope
from openlea.services.change_actie import change_actie
from openlea.web.pages.actie.streefforms import StreefwaardeSet, read_targets, start_targets
from openlea.web.pages.actie.verhaal import ActieBlik, read_actie
from openlea.web.pages.actie.wijzigforms import (
    ActieForm,
    BetrokkeneSet,
    VerwijzingSet,
    read_actie_form,
    start_actie,
)
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import set_beside
from openlea.web.pages.agenda.weghalen import removal
from openlea.web.partijkeuze import found_groups
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class Bladen:
    """The four forms of the page; `wie` is None for who may not say which partijen do it."""

    form: ActieForm
    wie: Any
    wijst: Any
    streven: Any

    def is_valid(self) -> bool:
        """Return whether all four can be kept; each is asked, so that every fault is shown."""
        asked = (self.form, self.wie, self.wijst, self.streven)
        return all([each.is_valid() for each in asked if each is not None])  # noqa: C419


def wijzigen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form of an action, or keep what was changed."""
    blik = read_actie(request, code, to_change=True)
    if not blik.mag_wijzigen:
        raise NotAllowed("Deze actie kun je niet wijzigen.")
    bladen = _forms(request, blik)
    context: dict[str, Any] = {"actie": blik.actie, "bladen": bladen, "betrokkenen": _named(blik)}
    http = None
    if request.method == "POST":
        http = REFUSED
        if bladen.is_valid():
            new, targets = _read(blik, bladen)
            try:
                _keep(request, blik, bladen, new, targets)
            except BadInput as refused:
                place_faults(bladen.form, refused)
            except Conflict:
                http = CONFLICT
                stored, mine = _sides(blik, new, targets)
                context["naast"] = set_beside(bladen.form, stored, mine, blik.versie)
            else:
                messages.success(request, f"{new.code} {new.naam} is bewaard.")
                return redirect("actie", request.werkruimte.slug, code)
    context["weg"] = removal(request, blik.record)
    return render(request, "actie/wijzigen.html", context, status=http)


def _forms(request: LeaRequest, blik: ActieBlik) -> Bladen:
    agenda, actie = blik.agenda, blik.actie
    posted = request.POST or None
    beheer = request.scope is Scope.ALLES
    own = {"form_kwargs": {"agenda": agenda}}
    start = start_actie(actie, blik.rij.speerpunt.code, blik.versie)
    if request.GET.get("staat") in list(ActieStaat):
        # Somebody who can't remove an action comes here to end it another way.
        start["staat"] = request.GET["staat"]
    return Bladen(
        form=ActieForm(
            posted,
            initial=start,
            agenda=agenda,
            code=actie.code,
            beheer=beheer,
        ),
        wie=_partijen(request, blik) if beheer else None,
        wijst=VerwijzingSet(
            posted,
            prefix="wijst",
            initial=[
                {"soort": one.soort, "naar": one.naar, "toelichting": one.toelichting}
                for one in actie.verwijzingen
                if not _is_attached(one.soort, one.naar)
            ],
            **own,
        ),
        streven=StreefwaardeSet(
            posted, prefix="streef", initial=start_targets(_stored(blik)), **own
        ),
    )


def _named(blik: ActieBlik) -> list[dict[str, str]]:
    """Return the partijen of the action with their roles, for who may read but not change them."""
    names = {one.code: one.naam for one in blik.agenda.partijen}
    return [
        {"naam": names.get(one.partij, one.partij), "rol": one.rol.label.lower()}
        for one in blik.actie.betrokkenen
    ]


def _partijen(request: LeaRequest, blik: ActieBlik) -> Any:
    return BetrokkeneSet(
        request.POST or None,
        prefix="wie",
        initial=[
            {"partij": one.partij, "rol": one.rol, "toelichting": one.toelichting}
            for one in blik.actie.betrokkenen
        ],
        form_kwargs={"agenda": blik.agenda, "gevonden": found_groups(request.werkruimte.pk)},
    )


def _is_attached(soort: VerwijzingSoort, naar: str) -> bool:
    return soort is VerwijzingSoort.DOCUMENT and naar.startswith("document:")


def _stored(blik: ActieBlik) -> tuple[Streefwaarde, ...]:
    return tuple(one for one in blik.agenda.streefwaarden if one.bij == blik.actie.code)


def _read(blik: ActieBlik, bladen: Bladen) -> tuple[Actie, tuple[Streefwaarde, ...]]:
    new = read_actie_form(blik.actie, bladen.form, bladen.wie, bladen.wijst)
    taken = [one.code for one in blik.agenda.streefwaarden]
    return new, read_targets(bladen.streven, new.code, _stored(blik), taken)


def _keep(
    request: LeaRequest,
    blik: ActieBlik,
    bladen: Bladen,
    new: Actie,
    targets: tuple[Streefwaarde, ...],
) -> None:
    clean = bladen.form.cleaned_data
    change_actie(
        request.actor,
        new,
        versie=clean["versie"],
        speerpunt=clean.get("speerpunt", blik.rij.speerpunt.code),
        streefwaarden=targets,
    )


def _sides(
    blik: ActieBlik, new: Actie, targets: tuple[Streefwaarde, ...]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is stored and what was typed, of everything this page asks."""
    names = [name for name in Actie.__dataclass_fields__ if name not in ("code", "voortgang")]
    stored = {name: getattr(blik.actie, name) for name in names}
    stored["verwijzingen"] = tuple(
        one for one in blik.actie.verwijzingen if not _is_attached(one.soort, one.naar)
    )
    mine = {name: getattr(new, name) for name in names}
    return stored | {"streefwaarden": _stored(blik)}, mine | {"streefwaarden": targets}
