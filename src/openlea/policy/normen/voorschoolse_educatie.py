"""Voorschoolse educatie: do the hours count up, is the group small enough, how much coaching."""

from collections.abc import Sequence
from decimal import Decimal

from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

UREN, PER_DAG = "VE-N1", "VE-N2"
BEROEPSKRACHTEN, GROEP = "VE-N3", "VE-N4"
BELEIDSMEDEWERKER = "VE-N5"


def counted_hours(
    dagen: Sequence[Decimal], weken: Decimal, jaren: Decimal, cap: Decimal
) -> Decimal:
    """Return the hours that count over some years; what a day has above the cap doesn't count.

    `dagen` are the hours of each day of one week, `weken` the weeks of one year.
    """
    return sum((min(uren, cap) for uren in dagen), Decimal(0)) * weken * jaren


def staff_needed(kinderen: int, per_beroepskracht: int) -> int:
    """Return how many beroepskrachten so many children who are present need."""
    return -(-kinderen // per_beroepskracht)


def _uren(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    cap, needed = wet.getal(PER_DAG, "uren_per_dag"), wet.getal(UREN, "uren")
    dagen, weken = invoer.getallen("dagen"), invoer.getal("weken")
    jaren = invoer.getal("jaren") if "jaren" in invoer else wet.getal(UREN, "duur")
    counted = counted_hours(dagen, weken, jaren, cap)
    enough, number = counted >= needed, schrijfwijze.number
    per_week = counted_hours(dagen, Decimal(1), Decimal(1), cap)
    return Uitkomst(
        norm="ve_uren",
        waarde=counted,
        eenheid="uur",
        oordeel="voldoet" if enough else "voldoet niet",
        toelichting=(
            f"Per week tellen {number(per_week)} uur mee. Keer {number(weken)} weken en "
            f"{number(jaren)} jaar is dat {number(counted)} uur. De norm is {number(needed)} uur: "
            f"het aanbod voldoet{'' if enough else ' niet'}."
        ),
        stappen=(f"Per dag telt ten hoogste {number(cap)} uur mee.",),
    )


def _groep(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    kinderen, most = invoer.geheel("kinderen"), wet.geheel(GROEP, "kinderen")
    needed = staff_needed(kinderen, wet.geheel(BEROEPSKRACHTEN, "kinderen"))
    present = invoer.geheel("beroepskrachten") if "beroepskrachten" in invoer else None
    staff = schrijfwijze.count(needed, "beroepskracht", "beroepskrachten")
    too_many, too_few = kinderen > most, present is not None and present < needed
    oordeel = "groep te groot" if too_many else "te weinig beroepskrachten" if too_few else "mag"
    children = schrijfwijze.count(kinderen, "kind", "kinderen")
    return Uitkomst(
        norm="ve_groep",
        waarde=Decimal(needed),
        eenheid="beroepskrachten",
        oordeel=oordeel,
        toelichting=(
            f"Bij {children} hoort {staff}. Een groep heeft ten hoogste {most} kinderen: {oordeel}."
        ),
    )


def _pbm(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    kinderen, per_kind = invoer.geheel("kinderen"), wet.getal(BELEIDSMEDEWERKER, "uren")
    total = kinderen * per_kind
    return Uitkomst(
        norm="pbm_uren",
        waarde=total,
        eenheid="uur per jaar",
        toelichting=(
            f"{schrijfwijze.count(kinderen, 'doelgroepkind', 'doelgroepkinderen')} op 1 januari, "
            f"keer {schrijfwijze.number(per_kind)} uur, is {schrijfwijze.number(total)} uur per "
            "jaar inzet van een pedagogisch beleidsmedewerker."
        ),
    )


def _children(betekenis: str) -> Gegeven:
    return Gegeven(
        naam="kinderen",
        betekenis=betekenis,
        soort=Soort.GEHEEL,
        eenheid="kinderen",
        maximum=Decimal(100_000),
    )


NORMEN = (
    Norm(
        naam="ve_uren",
        titel="Uren voorschoolse educatie die meetellen",
        eenheid="uur",
        plichten=(UREN, PER_DAG),
        gegevens=(
            Gegeven(
                naam="dagen",
                betekenis="uren van elke dag van een week",
                soort=Soort.GETALLEN,
                eenheid="uur per dag",
                maximum=Decimal(24),
            ),
            Gegeven(
                naam="weken",
                betekenis="weken per jaar",
                soort=Soort.GETAL,
                eenheid="weken",
                maximum=Decimal(53),
            ),
            Gegeven(
                naam="jaren",
                betekenis="hoe lang een kind komt; anders zo lang als de wet noemt",
                soort=Soort.GETAL,
                eenheid="jaar",
                verplicht=False,
                maximum=Decimal(2),
            ),
        ),
        rekenen=_uren,
    ),
    Norm(
        naam="ve_groep",
        titel="Beroepskrachten en grootte van een groep met voorschoolse educatie",
        eenheid="beroepskrachten",
        plichten=(BEROEPSKRACHTEN, GROEP),
        gegevens=(
            _children("kinderen die er zijn in de groep"),
            Gegeven(
                naam="beroepskrachten",
                betekenis="beroepskrachten die er zijn",
                soort=Soort.GEHEEL,
                eenheid="beroepskrachten",
                verplicht=False,
                maximum=Decimal(1_000),
            ),
        ),
        rekenen=_groep,
    ),
    Norm(
        naam="pbm_uren",
        titel="Uren pedagogisch beleidsmedewerker voor voorschoolse educatie",
        eenheid="uur per jaar",
        plichten=(BELEIDSMEDEWERKER,),
        gegevens=(_children("doelgroepkinderen op 1 januari"),),
        rekenen=_pbm,
    ),
)
