"""Removing what was put in the agenda by mistake: at once, and taken back with one button."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from openlea.core.agenda import ActieStaat
from openlea.core.errors import BadInput, Conflict
from openlea.policy.inhoud import why_it_stays
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.remove_actie import remove_actie
from openlea.services.remove_ambitie import remove_ambitie
from openlea.services.remove_speerpunt import remove_speerpunt
from openlea.services.undo_removal import undo_removal
from openlea.services.weghalen.stappen import Weg
from openlea.storage.records.inhoud import Deel, inhoud_of
from openlea.web.route import LeaRequest

STATEN = (ActieStaat.GESTOPT, ActieStaat.SAMENGEVOEGD, ActieStaat.OPGEVOLGD)
"""What an action with a story becomes instead of being removed."""


@dataclass(frozen=True, slots=True)
class Weghalen:
    """Whether a part may go, why not, and what can be done instead: (words, address)."""

    knop: str
    adres: str
    code_adres: str
    reden: str
    anders: tuple[tuple[str, str], ...] = ()


def removal(request: LeaRequest, deel: Deel) -> Weghalen | None:
    """Return what the page of a part offers, or None for who may not change the whole agenda."""
    if request.actor.scope(Noun.AGENDA, Verb.WIJZIGEN) is not Scope.ALLES:
        return None
    soort, slug = type(deel).__name__.lower(), request.werkruimte.slug
    reden = why_it_stays(inhoud_of(deel))
    change = reverse(f"{soort}_wijzigen", args=[slug, deel.code])
    return Weghalen(
        knop=f"Haal {'dit' if soort == 'speerpunt' else 'deze'} {soort} weg",
        adres=reverse(f"{soort}_weghalen", args=[slug, deel.code]),
        code_adres=reverse(f"{soort}_code", args=[slug, deel.code]),
        reden=reden,
        anders=tuple((one.label, f"{change}?staat={one}#staat-kop") for one in STATEN)
        if reden and soort == "actie"
        else (),
    )


def actie(request: LeaRequest, code: str) -> HttpResponse:
    """Remove an action."""
    return _remove(request, "actie", code, remove_actie)


def speerpunt(request: LeaRequest, code: str) -> HttpResponse:
    """Remove a speerpunt."""
    return _remove(request, "speerpunt", code, remove_speerpunt)


def ambitie(request: LeaRequest, code: str) -> HttpResponse:
    """Remove an ambitie."""
    return _remove(request, "ambitie", code, remove_ambitie)


def _remove(
    request: LeaRequest, soort: str, code: str, remove: Callable[[Actor, str], Weg]
) -> HttpResponse:
    slug = request.werkruimte.slug
    try:
        weg = remove(request.actor, code)
    except BadInput as refused:
        messages.warning(request, refused.fouten[0].reden)
        return redirect(f"{reverse(f'{soort}_wijzigen', args=[slug, code])}#weghalen")
    request.session[_key(request)] = [list(weg.rijen), list(weg.verzoeken)]
    undo = f"ongedaan:{reverse('weghalen_terug', args=[slug])}"
    messages.success(request, f"{soort.capitalize()} {code} is weggehaald.", extra_tags=undo)
    return redirect("agenda", slug)


def terug(request: LeaRequest) -> HttpResponse:
    """Put back what was removed last."""
    told = request.session.pop(_key(request), None)
    if not told:
        messages.info(request, "Er is niets om ongedaan te maken.")
        return redirect("agenda", request.werkruimte.slug)
    rijen, verzoeken = told
    try:
        undo_removal(request.actor, Weg([(soort, nummer) for soort, nummer in rijen], verzoeken))
    except Conflict as refused:
        messages.warning(request, f"Dit kan niet meer ongedaan. {refused}")
    else:
        messages.success(request, "Het staat weer in de agenda, zoals het stond.")
    return redirect("agenda", request.werkruimte.slug)


def _key(request: LeaRequest) -> str:
    return f"weghalen_terug_{request.werkruimte.pk}"
