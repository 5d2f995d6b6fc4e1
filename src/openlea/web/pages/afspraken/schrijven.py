"""Writing an agreement down, and changing it: the composer as a page of its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import Noun, Verb
from openlea.services.add_afspraak import add_afspraak
from openlea.services.afspraken.vinden import find_afspraak, may_change
from openlea.services.change_afspraak import change_afspraak
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.models import Afspraak, Agendapunt
from openlea.storage.records.scope_overleg import punten_within
from openlea.web.pages.afspraken.opsteller import Opsteller, composer, form_for
from openlea.web.pages.afspraken.views import read
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import carry_on
from openlea.web.route import LeaRequest

REFUSED, CONFLICT, MOST_DIGITS = 422, 409, 18
MOST_WAT = 200
"""Letters of what another page puts in the composer to begin with."""


def nieuw(request: LeaRequest) -> HttpResponse:
    """Return the empty composer, or keep what was written; without a measure all the same."""
    punt = _punt(request, request.POST.get("punt") or request.GET.get("punt") or "")
    if request.method != "POST":
        made = composer(
            request,
            punt,
            terug=_safe(request, request.GET.get("terug", "")),
            wat=request.GET.get("wat", "")[:MOST_WAT],
        )
        return _page(request, made, punt=punt)
    form = form_for(request, request.POST, punt=punt)
    if form.is_valid():
        try:
            one = add_afspraak(request.actor, form.opzet(), timezone.localdate())
        except BadInput as refused:
            place_faults(form, refused)
        else:
            _tell(request, one)
            page = reverse("afspraak", args=[request.werkruimte.slug, one.pk])
            return redirect(_safe(request, form.cleaned_data["terug"]) or page)
    adres = reverse("afspraak_nieuw", args=[request.werkruimte.slug])
    return _page(request, Opsteller(form, adres), punt=punt, http=REFUSED)


def wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the composer filled with what stands there, or keep the change."""
    one = find_afspraak(request.actor, nummer)
    if not may_change(request.actor, one, timezone.localdate()):
        raise NotAllowed("Deze afspraak wijzigt wie eraan meedoet, of wie het overleg leidt.")
    page = reverse("afspraak", args=[request.werkruimte.slug, nummer])
    adres = reverse("afspraak_wijzigen", args=[request.werkruimte.slug, nummer])
    posted = request.POST if request.method == "POST" else None
    form = form_for(request, posted, initial=_filled(one), punt=one.punt)
    http, nu = None, None
    if posted is not None:
        http = REFUSED
        if form.is_valid():
            versie = form.cleaned_data["versie"] or 0
            try:
                change_afspraak(request.actor, nummer, form.opzet(), versie, timezone.localdate())
            except BadInput as refused:
                place_faults(form, refused)
            except Conflict:
                http, nu = CONFLICT, read(request, nummer)
                carry_on(form, find_afspraak(request.actor, nummer).versie)
            else:
                messages.success(
                    request, "Bewaard. Wie de oude tekst bevestigde, vragen we opnieuw."
                )
                return redirect(page)
    made = Opsteller(form, adres, "Bewaar de afspraak")
    return _page(request, made, http=http, nu=nu, nummer=nummer)


def _filled(one: Afspraak) -> dict[str, Any]:
    value = afspraak_value(one)
    meting = value.meting
    return {
        "wat": one.wat,
        "partijen": [each.partij for each in value.partijen],
        "trekker": next((each.partij for each in value.partijen if each.trekt), ""),
        "voor": one.voor,
        "indicator": meting.indicator,
        "maat": meting.maat,
        "richting": str(meting.richting),
        "doel": meting.doel,
        "eenheid": meting.eenheid,
        "peildatum": meting.peildatum,
        "nulmeting": meting.nulmeting,
        "nulmeting_op": meting.nulmeting_op,
        "speerpunt": value.speerpunt,
        "plicht": one.plicht,
        "onderwerp": one.onderwerp,
        "toelichting": one.toelichting,
        "zichtbaarheid": one.zichtbaarheid,
        "versie": one.versie,
    }


def _tell(request: LeaRequest, one: Afspraak) -> None:
    """Say that it is kept, and what would make it measurable; never as a refusal."""
    missing = read(request, one.pk).ontbreekt
    if missing:
        messages.info(request, f"De afspraak staat. Nog niet meetbaar: {missing[0]}")
    else:
        messages.success(request, "De afspraak staat, en is te meten. Elke partij bevestigt zelf.")


def _punt(request: LeaRequest, nummer: str) -> Agendapunt | None:
    """Return the item that is named, if the actor may see it; else none."""
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) < MOST_DIGITS):
        return None
    every = Agendapunt.objects.of(request.werkruimte.pk)
    scope = request.actor.scope(Noun.OVERLEG, Verb.ZIEN)
    seen = punten_within(every, scope, request.actor, timezone.localdate())
    return seen.filter(pk=int(nummer)).first()


def _safe(request: LeaRequest, address: str) -> str:
    """Return an address to go back to, if it is of this site."""
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if address.startswith("/") and own else ""


def _page(
    request: LeaRequest,
    made: Opsteller,
    *,
    punt: Agendapunt | None = None,
    http: int | None = None,
    **more: Any,
) -> HttpResponse:
    lijst = reverse("afspraken", args=[request.werkruimte.slug])
    here = "Wijzig de afspraak" if "nummer" in more else "Nieuwe afspraak"
    context = {
        "tab": "afspraken",
        "opsteller": made,
        "punt": punt,
        "titel": here,
        "kruimels": [{"naam": "Afspraken", "url": lijst}, {"naam": here}],
        **more,
    }
    return render(request, "afspraken/schrijven.html", context, status=http)
