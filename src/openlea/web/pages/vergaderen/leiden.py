"""What who leads a meeting does: begin, deal with items, decide, close, adopt the minutes."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from openlea.core.errors import BadInput
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.vergaderorde import Afhandeling
from openlea.services.close_vergadering import close_vergadering
from openlea.services.open_vergadering import open_vergadering
from openlea.services.record_besluit import record_besluit
from openlea.services.set_verslag import set_verslag
from openlea.services.settle_agendapunt import settle_agendapunt
from openlea.storage.records.models import Afspraak
from openlea.web.pages.vergaderen.blad import item_address, show, tafel_of, whole
from openlea.web.pages.vergaderen.forms import Besluitvorm
from openlea.web.route import LeaRequest

GEDAAN = {
    Afhandeling.BEHANDELD: "Behandeld",
    Afhandeling.DOORSCHUIVEN: "Doorgeschoven",
    Afhandeling.PARKEREN: "Geparkeerd",
    Afhandeling.VERVALLEN: "Vervallen",
    Afhandeling.HEROPENEN: "Weer open",
}
CLOSED = "De vergadering is gesloten. Het verslag is nu een concept."
ASKED = "De partijen krijgen in hun mail van deze week de vraag om hun afspraken te bevestigen."


def vergadering_beginnen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Begin the meeting and go to its first item."""
    try:
        open_vergadering(request.actor, nummer)
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
    return redirect(item_address(request, nummer, None))


def punt_afhandelen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep what becomes of an item, and go on to the next that is open."""
    punt, hoe = whole(request.POST.get("punt")), request.POST.get("hoe")
    if punt is None or hoe not in list(Afhandeling):
        return redirect(item_address(request, nummer, None))
    chosen = Afhandeling(hoe)
    try:
        done = settle_agendapunt(request.actor, punt, chosen)
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
        return redirect(item_address(request, nummer, punt))
    messages.success(request, f"{GEDAAN[chosen]}: {done.titel}.")
    onward = punt if chosen is Afhandeling.HEROPENEN else _next_open(request, nummer, punt)
    return redirect(item_address(request, nummer, onward))


def besluit_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep a decision on an item; or show what is missing, with all that was filled in."""
    punt = whole(request.POST.get("punt"))
    tafel = tafel_of(request, nummer, punt)
    form = Besluitvorm(request.POST, tafel.partijen)
    if tafel.hier is not None and form.is_valid():
        try:
            kept = record_besluit(request.actor, tafel.hier.nummer, form.opzet())
        except BadInput as refused:
            put_faults(form, refused)
        else:
            ending = OverlegUitkomst(kept.uitkomst)
            say = (
                messages.success if ending is OverlegUitkomst.OVEREENSTEMMING else messages.warning
            )
            say(request, f"Besluit {kept.nummer} is vastgelegd: {ending.label.lower()}.")
            return redirect(f"{item_address(request, nummer, punt)}#besluit-{kept.pk}")
    return show(request, tafel, status=422, besluitvorm=form, open_besluit=True)


def vergadering_sluiten(request: LeaRequest, nummer: int) -> HttpResponse:
    """Close the meeting, with what is still open carried over if that was ticked."""
    try:
        close_vergadering(
            request.actor, nummer, doorschuiven=request.POST.get("doorschuiven") == "1"
        )
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
    else:
        messages.success(request, CLOSED)
        made = Afspraak.objects.of(request.werkruimte.pk).filter(punt__vergadering=nummer)
        if made.exists():
            messages.info(request, ASKED)
    return redirect(item_address(request, nummer, None))


def verslag_vaststellen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Adopt the minutes on a day, or make them a concept again."""
    terug = request.POST.get("terug") == "1"
    try:
        day = None if terug else forms.DateField().clean(request.POST.get("op") or "")
        set_verslag(request.actor, nummer, day)
    except forms.ValidationError:
        messages.error(request, "Vul de dag in waarop het verslag is vastgesteld.")
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
    else:
        messages.success(
            request, "Het verslag is weer een concept." if terug else "Het verslag is vastgesteld."
        )
    return redirect(item_address(request, nummer, None))


def put_faults(form: forms.Form, refused: BadInput) -> None:
    """Put each fault at its field, or on top when the form has no such field."""
    for fout in refused.fouten:
        form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)


def _next_open(request: LeaRequest, nummer: int, punt: int) -> int:
    """Return the first open item after this one, else the first open one, else this one."""
    tafel = tafel_of(request, nummer, punt)
    here = tafel.hier.plaats if tafel.hier else 0
    waiting = sorted(tafel.open_punten, key=lambda one: (one.plaats < here, one.plaats))
    return waiting[0].nummer if waiting else punt
