"""A whole small agenda with something on every sheet, and any agenda that keeps to the rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    AgendaStaat,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Rol,
    Speerpunt,
    Streefwaarde,
    Verwijzing,
    VerwijzingSoort,
    Voortgang,
)
from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Wijziging,
)
from openlea.core.netwerk import Doel, Indicator, Netwerk, Teken, Verband
from openlea.core.partij import Partij, PartijSoort
from tests.strategies import agendas

_BEGROTING = Begroting(
    geldstromen=(
        Geldstroom(
            code="G1",
            naam="Gemeentelijke middelen",
            soort=StroomSoort.GEMEENTELIJK,
            bedragen={2025: 9_000_000, 2026: 9_000_050},
        ),
    ),
    posten=(
        Post(code="P1", bij="1A1", omschrijving="Taal", bedragen={2025: 4_000_000, 2026: 0}),
        Post(code="P2", bij="1A1", omschrijving="Scholing", kop="P1", geldstroom="G1"),
    ),
    wijzigingen=(
        Wijziging(
            post="P1", jaar=2026, stand=Stand.BIJGESTELD, bedrag=4_100_000, op=date(2025, 6, 1)
        ),
    ),
    boekingen=(
        Boeking(
            post="P1", jaar=2025, soort=BoekingSoort.BESTEED, op=date(2025, 4, 1), bedrag=-12_345
        ),
    ),
    subsidies=(
        Subsidie(
            kenmerk="SUB-1",
            post="P1",
            regeling="Taal",
            ontvanger="bestuur",
            jaar=2025,
            beschikt=1_000_000,
            beschikt_op=date(2025, 1, 15),
        ),
    ),
)
_ACTIES = (
    Actie(
        code="1A1",
        naam="Taal thuis",
        omschrijving="=1+1 is geen formule",
        leeftijd_van=2,
        leeftijd_tot=4,
        van=date(2025, 1, 1),
        tot=date(2026, 7, 31),
        werkgroep="Werkgroep taal",
        betrokkenen=(
            Betrokkene(partij="gemeente", rol=Rol.TREKKER),
            Betrokkene(partij="bestuur", rol=Rol.UITVOERDER),
        ),
        verwijzingen=(Verwijzing(soort=VerwijzingSoort.DOCUMENT, naar="https://example.nl/p"),),
        voortgang=(
            Voortgang(op=date(2025, 3, 1), door="Trekker", staat=ActieStaat.OP_SCHEMA),
            Voortgang(op=date(2025, 9, 1), door="Trekker", staat=ActieStaat.LOOPT_ACHTER),
        ),
    ),
    Actie(code="1E1", naam="Een code die op een getal lijkt", van=date(2026, 1, 1)),
)
AGENDA = Agenda(
    titel="Educatieve agenda",
    van=2025,
    tot=2027,
    staat=AgendaStaat.VASTGESTELD,
    besluit_op=date(2024, 12, 10),
    ondertekenaars=("gemeente", "bestuur"),
    partijen=(
        Partij(code="gemeente", naam="Gemeente", soort=PartijSoort.GEMEENTE),
        Partij(code="bestuur", naam="Schoolbestuur", soort=PartijSoort.SCHOOLBESTUUR),
    ),
    werkgroepen=("Werkgroep taal", "Werkgroep zorg"),
    ambities=(
        Ambitie(
            code="1",
            naam="Een goede start",
            speerpunten=(
                Speerpunt(code="1A", naam="Ouders", trekker="gemeente", acties=_ACTIES[:1]),
                Speerpunt(code="1E", naam="Taal", acties=_ACTIES[1:]),
            ),
        ),
    ),
    streefwaarden=(
        Streefwaarde(
            code="S1",
            bij="1A1",
            maat="Gezinnen",
            nulmeting=Decimal("37.5"),
            eigenaar="gemeente",
            jaren=(Jaarwaarde(jaar=2025, doel=Decimal(40)), Jaarwaarde(jaar=2026)),
        ),
    ),
    begroting=_BEGROTING,
    netwerk=Netwerk(
        doelen=(Doel(code="D1", naam="Elk kind groeit kansrijk op"),),
        indicatoren=(Indicator(code="I1", naam="Deelname", eenheid="%"),),
        verbanden=(Verband(van="1A1", naar="D1", teken=Teken.VERHOOGT),),
    ),
)


def geldige_agendas() -> st.SearchStrategy[Agenda]:
    """Return any agenda whose acties lie in its period and go on without a circle."""
    return agendas().map(_within)


def _within(agenda: Agenda) -> Agenda:
    return replace(
        agenda,
        ambities=tuple(
            replace(
                ambitie,
                speerpunten=tuple(
                    replace(s, acties=tuple(_tidy(agenda, actie) for actie in s.acties))
                    for s in ambitie.speerpunten
                ),
            )
            for ambitie in agenda.ambities
        ),
    )


def _tidy(agenda: Agenda, actie: Actie) -> Actie:
    outside = (actie.van and actie.van.year > agenda.tot) or (
        actie.tot and actie.tot.year < agenda.van
    )
    if outside:
        actie = replace(actie, van=None, tot=None)
    if actie.samengevoegd_met < actie.code:
        actie = replace(actie, samengevoegd_met="")
    if actie.opgevolgd_door < actie.code:
        actie = replace(actie, opgevolgd_door="")
    return actie
