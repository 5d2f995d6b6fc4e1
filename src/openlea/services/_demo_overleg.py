"""The consultations in the demo: those that the agenda of Hilversum names, and one worked example.

Source: gemeente Hilversum, 'Hilversumse Educatieve Agenda 2024-2027: Verder leren!', chapters 3
and 4. The text names no meeting on a day and no decision: what is an example says so.
"""

from datetime import date, time, timedelta

from openlea.core.afspraak import AfspraakStaat
from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.core.overleg import (
    Aanwezigheid,
    Overlegrol,
    PuntSoort,
    PuntStaat,
    VergaderingStaat,
    VerslagStaat,
)
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, LidRol
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records

THURSDAY = 3
VOORBEELD = "Dit is een voorbeeld. Dit overleg is niet echt gehouden."
AAN_TAFEL = ("gemeente", "schoolbesturen", "kinderopvang")
"""Codes of the parties in the bestuurlijk overleg (HEA, chapter 3)."""


def fill_overleg(actor: Actor, today: date) -> None:
    """Make the consultations of Hilversum, the coming meeting, and the example that was held."""
    lea = _reeks(actor, "bestuurlijk_overleg_lea", "Bestuurlijk overleg LEA", per_jaar=2)
    first = _werkgroep(actor, "1")
    _werkgroep(actor, "2")
    held = _held(actor, lea, _thursday(today - timedelta(days=60)))
    _coming(actor, lea, _thursday(today + timedelta(days=21)))
    _assignment(actor, lea, first, held)


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
    besluit = _decision(actor, punt, op)
    _agreement(actor, punt, besluit, op)
    return punt


def _decision(actor: Actor, punt: records.Agendapunt, op: date) -> records.Besluit:
    besluit = records.Besluit(
        werkruimte_id=actor.werkruimte,
        punt=punt,
        nummer=f"{op.isoformat()}/1",
        tekst="Elk kind van een voorschool krijgt een warme overdracht (voorbeeld).",
        toelichting=VOORBEELD,
        op=op,
        uitkomst=OverlegUitkomst.OVEREENSTEMMING,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_record(actor, besluit)
    at_table = records.Partij.objects.of(actor.werkruimte).filter(code__in=AAN_TAFEL)
    for partij in at_table.order_by("id"):
        regel = records.Standpuntregel(
            werkruimte_id=actor.werkruimte,
            besluit=besluit,
            partij=partij,
            standpunt=Standpunt.EENS,
        )
        keep_record(actor, regel)
    return besluit


def _agreement(actor: Actor, punt: records.Agendapunt, besluit: records.Besluit, op: date) -> None:
    """Make the agreement of the example; nobody confirmed it and nothing was measured."""
    agenda = records.Agenda.objects.current(actor.werkruimte)
    afspraak = records.Afspraak(
        werkruimte_id=actor.werkruimte,
        punt=punt,
        besluit=besluit,
        wat="Voorbeeld: elke voorschool draagt elk kind warm over aan de basisschool.",
        toelichting=VOORBEELD,
        op=op,
        voor=date(op.year + 1, 8, 1),
        plicht="VVE-04",
        speerpunt=records.Speerpunt.objects.filter(agenda=agenda, code="1C").first(),
        maat="Aandeel kinderen met een warme overdracht",
        eenheid="%",
        streefwaarde=100,
        peildatum=date(op.year + 1, 8, 1),
        staat=AfspraakStaat.LOPEND,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_record(actor, afspraak)
    at_table = records.Partij.objects.of(actor.werkruimte).filter(code__in=AAN_TAFEL)
    partner = records.Partij.objects.filter(
        leden__rol=str(LidRol.PARTNER), werkruimte=actor.werkruimte
    )
    for nummer, partij in enumerate((at_table | partner).distinct().order_by("id")):
        row = records.Afspraakpartij(
            werkruimte_id=actor.werkruimte, afspraak=afspraak, partij=partij, trekt=nummer == 0
        )
        keep_record(actor, row)


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


def _assignment(
    actor: Actor,
    giver: records.Overlegreeks,
    werkgroep: records.Overlegreeks,
    punt: records.Agendapunt,
) -> None:
    """Make an assignment as an example, with a proposal that is still being written."""
    opdracht = records.Opdracht(
        werkruimte_id=actor.werkruimte,
        opdrachtgever=giver,
        werkgroep=werkgroep,
        punt=punt,
        titel="Voorbeeld: hoe we warme overdracht meten",
        aanleiding=VOORBEELD,
        doel="Weten of elk kind een warme overdracht kreeg.",
        staat=OpdrachtStaat.VERSTREKT,
    )
    keep_record(actor, opdracht)
    voorstel = records.Voorstel(
        werkruimte_id=actor.werkruimte,
        opdracht=opdracht,
        titel="Voorbeeld: tellen per school in september",
        tekst=VOORBEELD,
        staat=VoorstelStaat.CONCEPT,
    )
    keep_record(actor, voorstel)
