"""By when a school or the college must have decided, and what follows when it hasn't."""

from datetime import date, timedelta

from openlea.core.duur import Duur
from openlea.core.feestdagen import GELIJKGESTELD_IN
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

BESLISSEN, TIJDELIJK, OPP, VERVANGEND = "PO-02", "PO-03", "PO-06", "LPL-14"
DAY = timedelta(days=1)


def decide_before(start: date, weken: Duur, verlenging: Duur | None = None) -> date:
    """Return the last day to decide; a term that was lengthened is one term, moved once.

    Saturday, Sunday and general holidays don't end it (Algemene termijnenwet article 1).
    """
    if verlenging is None:
        return weken.ends_on(start)
    return Duur(weken.aantal + verlenging.aantal, weken.eenheid).ends_on(start)


def placed_from(start: date, weken: Duur) -> date:
    """Return the first day of tijdelijke plaatsing: the day after the term without a decision."""
    return weken.ends_on(start) + DAY


def _zorgplicht(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    start, weken = invoer.dag("aanmelding"), wet.weken(BESLISSEN, "weken")
    verlenging, tijdelijk = wet.weken(BESLISSEN, "verlenging"), wet.weken(TIJDELIJK, "weken")
    first, last = decide_before(start, weken), decide_before(start, weken, verlenging)
    placed = placed_from(start, tijdelijk)
    long = invoer.ja("verlengd")
    day = schrijfwijze.day
    return Uitkomst(
        norm="zorgplicht",
        waarde=last if long else first,
        eenheid="datum",
        toelichting=(
            f"Aangemeld op {day(start)}: de school beslist binnen {weken}, uiterlijk {day(first)}. "
            f"Met een bericht aan de ouders kan dat {verlenging} langer duren: tot {day(last)}."
        ),
        stappen=(
            _placed(tijdelijk, placed),
            _moved(last),
        ),
    )


def _placed(weken: Duur, placed: date) -> str:
    return (
        f"Is er na {weken} geen besluit, dan is het kind vanaf {schrijfwijze.day(placed)} "
        "tijdelijk geplaatst, als het op geen andere school staat."
    )


def _moved(end: date) -> str:
    """Return how free days count, and what isn't known of a year without a decree on them."""
    rule = (
        "Eindigt een termijn in het weekend of op een feestdag, dan loopt zij door tot de eerste "
        "dag daarna die dat niet is (Algemene termijnenwet artikel 1)."
    )
    if end.year in GELIJKGESTELD_IN:
        return rule
    return f"{rule} Welke dagen in {end.year} met een feestdag gelijkstaan, is hier niet bekend."


def _tijdelijk(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    start, weken = invoer.dag("aanmelding"), wet.weken(TIJDELIJK, "weken")
    placed = placed_from(start, weken)
    return Uitkomst(
        norm="tijdelijke_plaatsing",
        waarde=placed,
        eenheid="datum",
        toelichting=f"Aangemeld op {schrijfwijze.day(start)}. {_placed(weken, placed)}",
        stappen=(_moved(placed),),
    )


def _opp(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    start, weken = invoer.dag("inschrijving"), wet.weken(OPP, "weken")
    end = weken.ends_on(start)
    return Uitkomst(
        norm="opp",
        waarde=end,
        eenheid="datum",
        toelichting=(
            f"Ingeschreven op {schrijfwijze.day(start)}: het ontwikkelingsperspectief is er binnen "
            f"{weken}, uiterlijk {schrijfwijze.day(end)}."
        ),
        stappen=(_moved(end),),
    )


def _vervangend(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    start, weken = invoer.dag("aanvraag"), wet.weken(VERVANGEND, "besluit")
    end = weken.ends_on(start)
    return Uitkomst(
        norm="vervangende_leerplicht",
        waarde=end,
        eenheid="datum",
        toelichting=(
            f"Aangevraagd op {schrijfwijze.day(start)}: het college besluit binnen {weken}, "
            f"uiterlijk {schrijfwijze.day(end)}."
        ),
        stappen=(_moved(end),),
    )


def _day_of(naam: str, betekenis: str) -> Gegeven:
    return Gegeven(naam=naam, betekenis=betekenis, soort=Soort.DAG, eenheid="datum")


AANMELDING = _day_of("aanmelding", "de dag waarop de school de aanmelding ontving")
NORMEN = (
    Norm(
        naam="zorgplicht",
        titel="Laatste dag om over een aanmelding te beslissen",
        eenheid="datum",
        plichten=(BESLISSEN, TIJDELIJK),
        gegevens=(
            AANMELDING,
            Gegeven(
                naam="verlengd",
                betekenis="of de school de termijn heeft verlengd",
                soort=Soort.JA_NEE,
                verplicht=False,
            ),
        ),
        rekenen=_zorgplicht,
    ),
    Norm(
        naam="tijdelijke_plaatsing",
        titel="Eerste dag van de tijdelijke plaatsing",
        eenheid="datum",
        plichten=(TIJDELIJK,),
        gegevens=(AANMELDING,),
        rekenen=_tijdelijk,
    ),
    Norm(
        naam="opp",
        titel="Laatste dag voor het ontwikkelingsperspectief",
        eenheid="datum",
        plichten=(OPP,),
        gegevens=(_day_of("inschrijving", "de dag van inschrijving"),),
        rekenen=_opp,
    ),
    Norm(
        naam="vervangende_leerplicht",
        titel="Laatste dag om over vervangende leerplicht te besluiten",
        eenheid="datum",
        plichten=(VERVANGEND,),
        gegevens=(_day_of("aanvraag", "de dag waarop het college de aanvraag ontving"),),
        rekenen=_vervangend,
    ),
)
