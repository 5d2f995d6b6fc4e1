"""The consultations in the demo: those that the agenda of Hilversum names, and one worked example.

Source: gemeente Hilversum, 'Hilversumse Educatieve Agenda 2024-2027: Verder leren!', chapters 3
and 4. The text names no meeting on a day and no decision: what is an example says so.
"""

from datetime import date, time, timedelta

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import (
    Aanwezigheid,
    Overlegrol,
    PuntSoort,
    PuntStaat,
    VergaderingStaat,
    VerslagStaat,
)
from openlea.policy.rechten import Actor, LidRol
from openlea.services._demo_uitkomst import (
    AAN_TAFEL,
    VOORBEELD,
    make_agreement,
    make_assignment,
    make_decision,
)
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records

THURSDAY = 3


def fill_overleg(actor: Actor, today: date) -> None:
    """Make the consultations of Hilversum, the coming meeting, and the example that was held."""
    lea = _reeks(actor, "bestuurlijk_overleg_lea", "Bestuurlijk overleg LEA", per_jaar=2)
    first = _werkgroep(actor, "1")
    _werkgroep(actor, "2")
    held = _held(actor, lea, _thursday(today - timedelta(days=60)))
    _coming(actor, lea, _thursday(today + timedelta(days=21)))
    make_assignment(actor, lea, first, held)


def _thursday(op: date) -> date:
    """Return the first Thursday on or after a day."""
    return op + timedelta(days=(THURSDAY - op.weekday()) % 7)


def _reeks(actor: Actor, soort: str, naam: str, per_jaar: int) -> records.Overlegreeks:
    reeks = records.Overlegreeks(
        werkruimte_id=actor.werkruimte,
        soort=soort,
        naam=naam,
        doel="De hoofdlijnen bepalen, opdrachten geven aan de werkgroepen en hun voorstellen "
        "behandelen (HEA, hoofdstuk 3).",
        per_jaar=per_jaar,
        van=time(15, 30),
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_record(actor, reeks)
    _seats(actor, reeks)
    return reeks


def _werkgroep(actor: Actor, code: str) -> records.Overlegreeks:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    ambitie = records.Ambitie.objects.get(agenda=agenda, code=code)
    reeks = records.Overlegreeks(
        werkruimte_id=actor.werkruimte,
        soort="werkgroep",
        naam=f"Werkgroep ambitie {code}",
        doel="Voorstellen uitwerken voor het bestuurlijk overleg en de uitvoering volgen "
        "(HEA, hoofdstuk 3 en 7).",
        ambitie=ambitie,
        per_jaar=4,
        zichtbaarheid=Zichtbaarheid.PARTNERS,
    )
    keep_record(actor, reeks)
    _seats(actor, reeks)
    return reeks


def _seats(actor: Actor, reeks: records.Overlegreeks) -> None:
    """Give each partij at the table a seat; who has an account keeps or chairs the series."""
    leden = records.Lidmaatschap.objects.of(actor.werkruimte)
    roles = {
        LidRol.WETHOUDER: Overlegrol.VOORZITTER,
        LidRol.REDACTEUR: Overlegrol.SECRETARIS,
    }
    for lid in leden.filter(rol__in=[str(one) for one in roles]).order_by("-rol"):
        _seat(actor, reeks, lid.partij, lid, roles[LidRol(lid.rol)])
    others = records.Partij.objects.of(actor.werkruimte).filter(code__in=AAN_TAFEL)
    for partij in others.exclude(soort="gemeente").order_by("id"):
        _seat(actor, reeks, partij, None, Overlegrol.LID)
    for lid in leden.filter(rol=str(LidRol.PARTNER)).order_by("id")[:1]:
        _seat(actor, reeks, lid.partij, lid, Overlegrol.LID)


def _seat(
    actor: Actor,
    reeks: records.Overlegreeks,
    partij: records.Partij | None,
    lid: records.Lidmaatschap | None,
    rol: Overlegrol,
) -> None:
    if partij is None:
        return
    keep_record(
        actor,
        records.Reekslid(
            werkruimte_id=actor.werkruimte,
            reeks=reeks,
            partij=partij,
            lid=lid,
            naam=lid.persoon.naam if lid else f"Namens {partij.naam}",
            email=lid.persoon.email if lid else "",
            rol=rol,
            van=date(2024, 1, 1),
        ),
    )


def _meeting(
    actor: Actor, reeks: records.Overlegreeks, titel: str, op: date, staat: VergaderingStaat
) -> records.Vergadering:
    meeting = records.Vergadering(
        werkruimte_id=actor.werkruimte,
        reeks=reeks,
        titel=titel,
        op=op,
        van=time(15, 30),
        tot=time(17, 0),
        plek="Gemeentehuis",
        staat=staat,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_record(actor, meeting)
    there = staat is VergaderingStaat.GEHOUDEN
    for seat in records.Reekslid.objects.of(reeks.pk):
        keep_record(
            actor,
            records.Deelnemer(
                werkruimte_id=actor.werkruimte,
                vergadering=meeting,
                partij=seat.partij,
                lid=seat.lid,
                naam=seat.naam,
                email=seat.email,
                rol=seat.rol,
                mandaat=seat.mandaat,
                aanwezigheid=Aanwezigheid.AANWEZIG if there else Aanwezigheid.ONBEKEND,
                uitgenodigd_tot=0,
            ),
        )
    return meeting


def _item(
    actor: Actor, meeting: records.Vergadering, volgorde: int, titel: str, **more: object
) -> records.Agendapunt:
    punt = records.Agendapunt(
        werkruimte_id=actor.werkruimte,
        reeks=meeting.reeks,
        vergadering=meeting,
        volgorde=volgorde,
        titel=titel,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
        **more,
    )
    keep_record(actor, punt)
    return punt


def _held(actor: Actor, reeks: records.Overlegreeks, op: date) -> records.Agendapunt:
    """Make the example that was held, and return the item on which something was decided."""
    meeting = _meeting(actor, reeks, "Voorbeeld van een overleg", op, VergaderingStaat.GEHOUDEN)
    meeting.toelichting, meeting.verslag_staat = VOORBEELD, VerslagStaat.CONCEPT
    keep_record(actor, meeting)
    done = PuntStaat.BEHANDELD
    _item(actor, meeting, 0, "Personeelstekort", vast="personeelstekort", staat=done)
    punt = _item(
        actor,
        meeting,
        1,
        "Warme overdracht naar de basisschool",
        soort=PuntSoort.BESLUITEN,
        plicht="VVE-04",
        staat=done,
    )
    besluit = make_decision(actor, punt, op)
    make_agreement(actor, punt, besluit, op)
    return punt


def _coming(actor: Actor, reeks: records.Overlegreeks, op: date) -> None:
    """Make the coming meeting, with the standing item and one topic of the law."""
    meeting = _meeting(actor, reeks, "Bestuurlijk overleg LEA", op, VergaderingStaat.UITGENODIGD)
    meeting.toelichting = "Voorbeeld van een agenda. Zet erop wat bij jullie speelt."
    keep_record(actor, meeting)
    _item(actor, meeting, 0, "Personeelstekort", sectie="Vaste punten", vast="personeelstekort")
    _item(
        actor,
        meeting,
        1,
        "Segregatie voorkomen",
        sectie="Wettelijke onderwerpen",
        plicht="LEA-01",
        onderwerp="segregatie",
        minuten=20,
    )
    _item(
        actor,
        meeting,
        2,
        "Onderwijsachterstanden bestrijden",
        sectie="Wettelijke onderwerpen",
        plicht="LEA-01",
        onderwerp="achterstanden",
        minuten=20,
    )
