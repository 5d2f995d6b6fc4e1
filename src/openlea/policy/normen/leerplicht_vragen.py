"""The questions about leerplicht that a person can ask, and the sentence that answers each."""

from datetime import date
from decimal import Decimal

from openlea.core.errors import BadInput, Fout
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.leerplicht import (
    DAY,
    KWALIFICATIE,
    PLICHT,
    Leeftijden,
    Leerling,
    Schoolplicht,
    birthday,
    ends_on,
    kwalificatie_ends_on,
    schoolplicht_on,
    starts_on,
)
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

JONGSTE = 3
"""Nobody begins a full school year this young; an earlier year is a slip of the pen."""

GEBOREN = Gegeven(naam="geboren", betekenis="de geboortedatum", soort=Soort.DAG, eenheid="datum")
EERSTE = Gegeven(
    naam="eerste_schooljaar",
    betekenis="het jaar waarin het eerste volledige schooljaar begon",
    soort=Soort.GEHEEL,
    eenheid="jaar",
    verplicht=False,
    minimum=Decimal(1900),
    maximum=Decimal(2200),
)
DIPLOMA = Gegeven(
    naam="startkwalificatie",
    betekenis="de dag van het diploma havo, vwo of mbo-2 of hoger",
    soort=Soort.DAG,
    eenheid="datum",
    verplicht=False,
)
UITGEZONDERD = Gegeven(
    naam="uitgezonderd",
    betekenis="schooldiploma praktijkonderwijs, of vso met als doel arbeid of dagbesteding",
    soort=Soort.JA_NEE,
    verplicht=False,
)


def _leerling(invoer: Invoer) -> Leerling:
    """Return who it is about; BadInput when school or diploma came before the child could walk."""
    geboren = invoer.dag("geboren")
    eerste = invoer.geheel("eerste_schooljaar") if "eerste_schooljaar" in invoer else None
    diploma = invoer.dag("startkwalificatie") if "startkwalificatie" in invoer else None
    if eerste is not None and eerste < geboren.year + JONGSTE:
        raise BadInput([Fout("", "eerste_schooljaar", f"{eerste} ligt te dicht bij de geboorte.")])
    if diploma is not None and diploma.year < geboren.year + JONGSTE:
        raise BadInput([Fout("", "startkwalificatie", "de dag ligt te dicht bij de geboorte.")])
    return Leerling(
        geboren=geboren,
        eerste_schooljaar=eerste,
        startkwalificatie_op=diploma,
        uitgezonderd=invoer.ja("uitgezonderd"),
    )


def _born(geboren: date, leeftijd: int) -> str:
    """Return 'Wie geboren is op …, wordt 5 op …', with why when 29 February isn't there."""
    on = birthday(geboren, leeftijd)
    leap = " (29 februari is er dat jaar niet)" if on.day != geboren.day else ""
    return (
        f"Wie op {schrijfwijze.day(geboren)} is geboren, wordt {leeftijd} op "
        f"{schrijfwijze.day(on)}{leap}."
    )


def _begin(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    geboren, leeftijden = invoer.dag("geboren"), Leeftijden.of(wet)
    start = starts_on(geboren, leeftijden)
    return Uitkomst(
        norm="leerplicht_begin",
        waarde=start,
        eenheid="datum",
        toelichting=(
            f"{_born(geboren, leeftijden.begin)} De leerplicht begint op de eerste schooldag van "
            f"de maand daarna: {schrijfwijze.day(start)}. Weekenden en feestdagen zijn "
            "meegerekend; is de school dan met vakantie, dan begint zij op de eerste schooldag "
            "erna."
        ),
    )


def _einde(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    leerling, leeftijden = _leerling(invoer), Leeftijden.of(wet)
    end = ends_on(leerling, leeftijden)
    by_age = ends_on(Leerling(geboren=leerling.geboren), leeftijden)
    why = (
        f"{_born(leerling.geboren, leeftijden.einde)} De leerplicht eindigt met dat schooljaar"
        if end == by_age
        else f"Na {leeftijden.schooljaren} volledige schooljaren eindigt de leerplicht"
    )
    known = leerling.eerste_schooljaar is not None
    more = (_ACHT if known else _TWAALF).format(leeftijden)
    return Uitkomst(
        norm="leerplicht_einde",
        waarde=end,
        eenheid="datum",
        toelichting=f"{why}: op {schrijfwijze.day(end)}. {more}",
    )


_ACHT = "Wie de basisschool in minder dan acht schooljaren doorliep, telt daarvoor acht jaren."
_TWAALF = "Zijn er eerder {0.schooljaren} volledige schooljaren voorbij, dan eindigt zij eerder."


def _kwalificatieplicht(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    leerling, leeftijden = _leerling(invoer), Leeftijden.of(wet)
    begin, free = ends_on(leerling, leeftijden) + DAY, kwalificatie_ends_on(leerling, leeftijden)
    if free is None:
        return Uitkomst(
            norm="kwalificatieplicht",
            waarde=None,
            eenheid="datum",
            oordeel="geen kwalificatieplicht",
            toelichting=(
                f"De leerplicht eindigt voor {schrijfwijze.day(begin)}, en daarna is er geen "
                "kwalificatieplicht: er is een startkwalificatie of een uitzondering."
            ),
        )
    return Uitkomst(
        norm="kwalificatieplicht",
        waarde=free,
        eenheid="datum",
        oordeel="kwalificatieplicht",
        toelichting=(
            f"De kwalificatieplicht begint op {schrijfwijze.day(begin)}, na de leerplicht, en "
            f"eindigt op {schrijfwijze.day(free)}, of eerder met een startkwalificatie."
        ),
        stappen=(_born(leerling.geboren, leeftijden.kwalificatie),),
    )


def _leerplichtig(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    leerling, leeftijden = _leerling(invoer), Leeftijden.of(wet)
    found = schoolplicht_on(leerling, wet.op, leeftijden)
    start, end = starts_on(leerling.geboren, leeftijden), ends_on(leerling, leeftijden)
    return Uitkomst(
        norm="leerplichtig",
        waarde=found in {Schoolplicht.LEERPLICHTIG, Schoolplicht.KWALIFICATIEPLICHTIG},
        eenheid="ja of nee",
        oordeel=found.label,
        toelichting=(
            f"Wie op {schrijfwijze.day(leerling.geboren)} is geboren, is op "
            f"{schrijfwijze.day(wet.op)} {found.label}. De leerplicht loopt van "
            f"{schrijfwijze.day(start)} tot en met {schrijfwijze.day(end)}."
        ),
    )


PERSOON = (GEBOREN, EERSTE, DIPLOMA, UITGEZONDERD)
NORMEN = (
    Norm(
        naam="leerplicht_begin",
        titel="Eerste dag van de leerplicht",
        eenheid="datum",
        plichten=(PLICHT, KWALIFICATIE),
        gegevens=(GEBOREN,),
        rekenen=_begin,
    ),
    Norm(
        naam="leerplicht_einde",
        titel="Laatste dag van de leerplicht",
        eenheid="datum",
        plichten=(PLICHT, KWALIFICATIE),
        gegevens=(GEBOREN, EERSTE),
        rekenen=_einde,
    ),
    Norm(
        naam="kwalificatieplicht",
        titel="Dag waarop de kwalificatieplicht eindigt",
        eenheid="datum",
        plichten=(KWALIFICATIE, PLICHT),
        gegevens=PERSOON,
        rekenen=_kwalificatieplicht,
        artikelen=("4b",),
    ),
    Norm(
        naam="leerplichtig",
        titel="Leerplichtig of kwalificatieplichtig op een dag",
        eenheid="ja of nee",
        plichten=(PLICHT, KWALIFICATIE),
        gegevens=PERSOON,
        rekenen=_leerplichtig,
    ),
)
