"""What the pages of consultations share: finding, choices, the way back, and what was sent."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Noun, Scope, Verb, reach
from openlea.policy.schrijfwijze import count, day, listing
from openlea.services.overleg.versturen import Verzonden
from openlea.storage.records.models import Lidmaatschap, Overlegreeks, Partij, Vergadering
from openlea.storage.records.scope_overleg import reeksen_within, vergaderingen_within
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.route import LeaRequest

REFUSED = 422
Choices = Sequence[tuple[str, str]]


def leads(request: LeaRequest, reeks: int) -> bool:
    """Return whether the actor may prepare the meetings of a series."""
    scope = request.actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        return False
    every = Overlegreeks.objects.filter(pk=reeks)
    return reeksen_within(every, scope, request.actor, timezone.localdate()).exists()


def may_keep(request: LeaRequest, vergadering: Vergadering) -> bool:
    """Return whether the actor may change a meeting."""
    scope = request.actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        return False
    every = Vergadering.objects.filter(pk=vergadering.pk)
    return vergaderingen_within(every, scope, request.actor, timezone.localdate()).exists()


def sights(request: LeaRequest) -> Choices:
    """Return for whom something can be visible, as far as the actor may choose."""
    may = reach(request.actor.scope(Noun.OVERLEG, Verb.WIJZIGEN))
    return [(str(one), one.label) for one in Zichtbaarheid if one in may]


def partijen(request: LeaRequest, empty: str = "") -> Choices:
    """Return the parties by name, after a first choice for none if `empty` says how."""
    found = Partij.objects.of(request.werkruimte.pk).order_by("naam")
    none = [("", empty)] if empty else []
    return [*none, *((one.code, one.naam) for one in found)]


def leden(request: LeaRequest) -> Choices:
    """Return who has an account here, after a first choice for nobody."""
    active = Lidmaatschap.objects.of(request.werkruimte.pk).active_on(timezone.localdate())
    return [("", "Niemand"), *((str(one.pk), _shown(one)) for one in active)]


def _shown(lid: Lidmaatschap) -> str:
    return f"{lid.persoon.naam} ({lid.partij.naam})" if lid.partij else lid.persoon.naam


def crumbs(request: LeaRequest, *steps: tuple[str, str, int] | str) -> list[dict[str, str]]:
    """Return the way back: (name, route, number) per step, and the name of where one is."""
    slug = request.werkruimte.slug
    found = [{"naam": "Overleg", "url": reverse("overleg", args=[slug])}]
    for step in steps:
        if isinstance(step, str):
            found.append({"naam": step})
        else:
            naam, route, nummer = step
            found.append({"naam": naam, "url": reverse(route, args=[slug, nummer])})
    return found


def of_meeting(request: LeaRequest, meeting: Vergadering, here: str = "") -> list[dict[str, str]]:
    """Return the way back from a meeting, or from something of it."""
    series = (meeting.reeks.naam, "reeks", meeting.reeks_id)
    if not here:
        return crumbs(request, series, day(meeting.op))
    return crumbs(request, series, (day(meeting.op), "vergadering", meeting.pk), here)


def form_page(
    request: LeaRequest,
    form: GeldForm,
    titel: str,
    kruimels: list[dict[str, str]],
    **more: Any,
) -> HttpResponse:
    """Return the page of one form; the way back is the last step before it."""
    back = [step["url"] for step in kruimels if "url" in step][-1]
    shown = {"formulier": form, "titel": titel, "kruimels": kruimels, "terug": back, **more}
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)


def tell(request: LeaRequest, done: str, sent: Verzonden) -> None:
    """Say what was done and who was mailed; who could not be reached is named."""
    mailed = count(len(sent.verstuurd), "mail is verstuurd", "mails zijn verstuurd")
    messages.success(request, f"{done} {mailed}." if sent.verstuurd else done)
    if sent.mislukt:
        names = listing(sent.mislukt)
        messages.warning(
            request, f"Niet gelukt bij: {names}. Probeer het straks nog eens met dezelfde knop."
        )
    if sent.zonder_adres:
        messages.info(
            request, f"Zonder e-mailadres, dus zonder mail: {listing(sent.zonder_adres)}."
        )
