"""One agreement: its whole story, confirming it, making it an action, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.afspraak import AfspraakStaat, Bevestiging
from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.rechten import Noun, Scope, Verb, reach
from openlea.services.afspraken.regel import Afspraakregel
from openlea.services.afspraken.vinden import find_afspraak, may_change
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.describe_afspraken import Afspraakvraag, describe_afspraken
from openlea.services.make_actie import Actievoorstel, make_actie
from openlea.services.settle_afspraak import settle_afspraak
from openlea.storage.records.afspraak_seen import measured_by_actie
from openlea.storage.records.afspraak_verhaal import events_of
from openlea.storage.records.models import Afspraak, Afspraakpartij, Agenda, Speerpunt
from openlea.web.pages.afspraken.beeld import draw_meting
from openlea.web.pages.afspraken.forms import AfloopForm, BevestigForm
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.route import LeaRequest

REFUSED = 422


def read(request: LeaRequest, nummer: int) -> Afspraakregel:
    """Return one agreement as this actor sees it, or raise NotFound."""
    vraag = Afspraakvraag(nummer=nummer)
    found = describe_afspraken(request.actor, vraag, timezone.localdate()).regels
    if not found:
        raise NotFound("Deze afspraak is er niet.")
    return found[0]


def own_line(request: LeaRequest, one: Afspraak) -> Afspraakpartij | None:
    """Return what the own partij said, when it is in the agreement and may say it."""
    if request.actor.scope(Noun.AFSPRAAK, Verb.WIJZIGEN) is Scope.NIETS:
        return None
    rows = one.partijen.select_related("partij")
    return rows.filter(partij_id=request.actor.partij or 0).first()


def afspraak(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return an agreement with its story."""
    return _page(request, nummer)


def bevestigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep what the own partij says of it."""
    form = BevestigForm(request.POST)
    if form.is_valid():
        clean = form.cleaned_data
        try:
            confirm_afspraak(
                request.actor,
                nummer,
                Bevestiging(clean["bevestiging"]),
                clean["reden"],
                tekst_versie=clean["tekst"],
            )
        except BadInput as refused:
            place_faults(form, refused)
        except Conflict as refused:
            messages.warning(request, str(refused))
            return _back(request, nummer)
        else:
            messages.success(request, "Dank. Jullie antwoord staat bij de afspraak.")
            return _back(request, nummer)
    return _page(request, nummer, bevestigvorm=form)


def afsluiten(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep what came of it; who was second sees what stands there now, with the own words."""
    form = AfloopForm(request.POST)
    if form.is_valid():
        try:
            settle_afspraak(
                request.actor,
                nummer,
                form.afloop(),
                form.cleaned_data["versie"],
                timezone.localdate(),
            )
        except BadInput as refused:
            place_faults(form, refused)
        except Conflict:
            now = find_afspraak(request.actor, nummer)
            form.add_error(
                None,
                f"Iemand anders was net iets eerder. Er staat nu: {now.get_staat_display()}. "
                f"{now.uitkomst} Jouw tekst staat hieronder; bewaar nog eens als die erin moet.",
            )
            form.data = {**request.POST.dict(), "versie": str(now.versie)}
        else:
            messages.success(request, "Bewaard wat ervan kwam.")
            return _back(request, nummer)
    return _page(request, nummer, afloopvorm=form)


def actie_maken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Make the agreement an action of the agenda; a second click finds the first."""
    voorstel = Actievoorstel(speerpunt=request.POST.get("speerpunt", ""))
    try:
        made = make_actie(request.actor, nummer, voorstel, timezone.localdate())
    except BadInput as refused:
        messages.warning(request, " ".join(fout.reden for fout in refused.fouten))
        return _back(request, nummer)
    messages.success(request, f"Actie {made.code} staat op de agenda, met doel en eigenaren.")
    return _back(request, nummer)


def _back(request: LeaRequest, nummer: int) -> HttpResponse:
    return redirect(reverse("afspraak", args=[request.werkruimte.slug, nummer]))


def _page(request: LeaRequest, nummer: int, **posted: Any) -> HttpResponse:
    regel = read(request, nummer)
    one = find_afspraak(request.actor, nummer)
    runs = regel.afspraak.staat is AfspraakStaat.LOPEND
    own = own_line(request, one) if runs else None
    may = may_change(request.actor, one, timezone.localdate())
    scope = request.actor.scope(Noun.AFSPRAAK, Verb.ZIEN)
    inside = scope is not Scope.OPENBAAR
    context = {
        "tab": "afspraken",
        "regel": regel,
        "record": one,
        "eigen": own,
        "bevestigvorm": posted.get("bevestigvorm") or _confirm_form(own),
        "afloopvorm": (posted.get("afloopvorm") or _settle_form(one, regel)) if may else None,
        "afloop_open": "afloopvorm" in posted,
        "mag_wijzigen": may and runs,
        "mag_actie": may and runs and not one.actie_id and _keeps_agenda(request),
        "speerpunten": _speerpunten(request) if not one.speerpunt_id else [],
        "grafiek": draw_meting(regel.afspraak),
        "verhaal": events_of(one, reach(scope)) if inside else [],
        "kruimels": [
            {"naam": "Afspraken", "url": reverse("afspraken", args=[request.werkruimte.slug])},
            {"naam": f"Afspraak {nummer}"},
        ],
    }
    http = REFUSED if posted else None
    return render(request, "afspraken/afspraak.html", context, status=http)


def _confirm_form(own: Afspraakpartij | None) -> BevestigForm | None:
    if own is None:
        return None
    said = own.bevestiging if own.bevestiging != Bevestiging.GEVRAAGD else None
    initial = {"tekst": own.tekst_versie, "bevestiging": said, "reden": own.reden}
    return BevestigForm(initial=initial)


def _settle_form(one: Afspraak, regel: Afspraakregel) -> AfloopForm:
    """Return the form, filled with what the action of the agreement measured when it did."""
    value, op = regel.afspraak.werkelijk, one.werkelijk_op
    if value is None and one.actie_id:
        measured = measured_by_actie(one)
        value, op = measured or (None, None)
    staat = one.staat if one.staat != AfspraakStaat.LOPEND else (regel.oordeel or None)
    initial = {
        "staat": staat,
        "werkelijk": value,
        "werkelijk_op": op,
        "uitkomst": one.uitkomst,
        "versie": one.versie,
    }
    return AfloopForm(initial=initial, auto_id="afloop_%s")


def _keeps_agenda(request: LeaRequest) -> bool:
    return request.actor.scope(Noun.ACTIE, Verb.MAKEN) is Scope.ALLES


def _speerpunten(request: LeaRequest) -> list[Speerpunt]:
    agenda = Agenda.objects.current(request.werkruimte.pk)
    return list(Speerpunt.objects.filter(agenda=agenda).order_by("code")) if agenda else []
