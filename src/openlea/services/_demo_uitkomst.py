"""What came of the example in the demo: a decision, an agreement and an assignment.

Each says that it is an example: nobody decided, agreed or asked this.
"""

from datetime import date

from openlea.core.afspraak import AfspraakStaat
from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, LidRol
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records

VOORBEELD = "Dit is een voorbeeld. Dit overleg is niet echt gehouden."
AAN_TAFEL = ("gemeente", "schoolbesturen", "kinderopvang")
"""Codes of the parties in the bestuurlijk overleg (HEA, chapter 3)."""


def make_decision(actor: Actor, punt: records.Agendapunt, op: date) -> records.Besluit:
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


def make_agreement(
    actor: Actor, punt: records.Agendapunt, besluit: records.Besluit, op: date
) -> None:
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


def make_assignment(
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
