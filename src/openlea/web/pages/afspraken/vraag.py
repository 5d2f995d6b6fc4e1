"""The question whether an agreement is right, as a card that is answered in two taps."""

from typing import Any

from django.utils import timezone

from openlea.core.afspraak import Bevestiging
from openlea.policy.afspraak import describe_meting
from openlea.policy.rechten import Actor, LidRol, Noun, Verb
from openlea.policy.schrijfwijze import day
from openlea.services.answer_verzoek import Instemantwoord
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.models import Afspraak, Agendapunt, Verzoek
from openlea.storage.records.scope_overleg import punten_within
from openlea.web.pages.afspraken.forms import BevestigForm

Feiten = tuple[dict[str, str], ...]


def agreement_card(
    verzoek: Verzoek, filled: Any = None
) -> tuple[BevestigForm | None, str, str, Feiten]:
    """Return the form, the begin of the question, the text, and who, when and how measured."""
    every = Afspraak.objects.of(verzoek.werkruimte_id).filter(pk=int(verzoek.onderwerp_code))
    one = with_partijen(every).first()
    rows = list(one.partijen.all()) if one else []
    own = next((row for row in rows if row.partij.code == verzoek.partij_code), None)
    if one is None or own is None:
        return None, "", verzoek.vraag, ()
    said_before = own.bevestiging != Bevestiging.GEVRAAGD
    start = {
        "tekst": own.tekst_versie,
        "bevestiging": own.bevestiging if said_before else None,
        "reden": own.reden,
    }
    form = BevestigForm(filled, initial=start)
    return form, "Klopt deze afspraak:", one.wat.rstrip(".?! "), _facts(one)


def _facts(one: Afspraak) -> Feiten:
    value = afspraak_value(one)
    names = [
        f"{row.partij.naam} (trekt)" if row.trekt else row.partij.naam for row in one.partijen.all()
    ]
    meeting = one.punt.vergadering if one.punt and _is_shared(one.punt) else None
    where = f"{meeting.titel}, {day(value.op)}" if meeting else day(value.op)
    told = {
        "Wie": ", ".join(names),
        "Klaar op": day(value.voor) if value.voor else "",
        "Waaraan gemeten": ": ".join(filter(None, (one.maat, describe_meting(value.meting)))),
        "Afgesproken": where,
        "Toelichting": one.toelichting,
    }
    return tuple({"naam": naam, "waarde": waarde} for naam, waarde in told.items() if waarde)


def _is_shared(punt: Agendapunt) -> bool:
    """Return whether every partner may know of an item: a link of a mail can be passed on."""
    partner = Actor(werkruimte=punt.werkruimte_id, rol=LidRol.PARTNER)
    scope = partner.scope(Noun.OVERLEG, Verb.ZIEN)
    this = Agendapunt.objects.filter(pk=punt.pk)
    return punten_within(this, scope, partner, timezone.localdate()).exists()


def said(form: BevestigForm) -> Instemantwoord:
    """Return what was filled in."""
    clean = form.cleaned_data
    return Instemantwoord(
        bevestiging=Bevestiging(clean["bevestiging"]),
        reden=clean["reden"],
        tekst_versie=clean["tekst"],
    )
