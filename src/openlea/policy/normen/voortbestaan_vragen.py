"""The questions about the end of a basisschool that a person can ask, and how each is answered."""

from decimal import Decimal
from fractions import Fraction

from openlea.core.errors import BadInput, Fout
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst, decimal, written
from openlea.policy.normen.voortbestaan import (
    Nabijheid,
    average_needed,
    ends_after,
    is_last_of_its_kind,
    new_school_stays,
    weighted_norm,
    years_below,
)
from openlea.policy.normen.wetsdag import Wetsdag

NORM, RICHTING, OPENBAAR, GEMIDDELD = "OPH-01", "OPH-02", "OPH-03", "OPH-04"
NIEUW = "OPH-05"


def _drie_jaren(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    norm, jaren = invoer.geheel("norm"), wet.geheel(NORM, "schooljaren")
    tellingen = tuple(int(one) for one in invoer.getallen("tellingen"))
    place = years_below(tellingen, norm, jaren)
    ends = place is not None
    told = schrijfwijze.listing([str(one) for one in tellingen])
    when = ""
    if place is not None and "eerste_schooljaar" in invoer:
        end = ends_after(invoer.geheel("eerste_schooljaar"), place)
        when = f" De bekostiging eindigt op {schrijfwijze.day(end)}, als er geen uitzondering is."
    return Uitkomst(
        norm="drie_jaren",
        waarde=ends,
        eenheid="ja of nee",
        oordeel="onder de norm" if ends else "niet lang genoeg onder de norm",
        toelichting=(
            f"De tellingen {told} liggen{'' if ends else ' niet'} {jaren} schooljaren achter "
            f"elkaar onder de norm van {norm}.{when}"
        ),
    )


def _gemiddelde(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    normen, scholen = _per_gemeente(invoer)
    weighted = weighted_norm(normen, scholen)
    teller = wet.deel(GEMIDDELD, "verhouding_teller")
    noemer = wet.deel(GEMIDDELD, "verhouding_noemer")
    genoeg, least = wet.deel(GEMIDDELD, "gemiddelde"), wet.geheel(GEMIDDELD, "leerlingen")
    needed = average_needed(weighted, teller / noemer, genoeg)
    return Uitkomst(
        norm="gemiddelde_schoolgrootte",
        waarde=decimal(needed),
        eenheid="leerlingen",
        oordeel=_stays(invoer, needed, least),
        toelichting=(
            f"De norm van het bestuur is {written(weighted)}. Zijn scholen tellen gemiddeld ten "
            f"minste {written(needed)} leerlingen ({written(teller)}/{written(noemer)} van de "
            f"norm, of {written(genoeg)}), en de school zelf ten minste {least}."
        ),
        stappen=("Het bestuur meldt dit op tijd aan de minister (WPO artikel 149).",),
    )


def _nieuw(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    jaar, telling = invoer.geheel("jaar"), invoer.geheel("telling")
    norm, schooljaren = invoer.geheel("stichtingsnorm"), wet.geheel(NIEUW, "schooljaren")
    deel = wet.deel(NIEUW, "deel_vierde_jaar")
    stays = new_school_stays(jaar, telling, norm, schooljaren, deel)
    return Uitkomst(
        norm="nieuwe_school",
        waarde=stays,
        eenheid="ja of nee",
        oordeel="houdt tijd om te groeien" if stays else "heeft geen tijd meer",
        toelichting=(
            f"Een nieuwe school heeft {schooljaren} schooljaren om {norm} leerlingen te halen, en "
            f"in het vierde ten minste {written(deel * norm)}. In jaar {jaar} telt zij {telling}."
        ),
    )


def _per_gemeente(invoer: Invoer) -> tuple[tuple[int, ...], tuple[int, ...]]:
    normen = tuple(int(one) for one in invoer.getallen("normen"))
    told = tuple(int(one) for one in invoer.getallen("scholen"))
    scholen = told if told or len(normen) > 1 else (1,)
    if len(scholen) != len(normen) or not all(scholen):
        reden = "noem voor elke norm hoeveel scholen het bestuur daar heeft, 1 of meer."
        raise BadInput([Fout("", "scholen", reden)])
    return normen, scholen


def _stays(invoer: Invoer, needed: Fraction, least: int) -> str:
    if "gemiddelde" not in invoer or "telling" not in invoer:
        return ""
    if invoer.geheel("telling") < least:
        return "de school is te klein"
    enough = Fraction(invoer.getal("gemiddelde")) >= needed
    return "de school mag blijven" if enough else "het gemiddelde is te laag"


def _richting(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    leerlingen = wet.geheel(RICHTING, "leerlingen")
    grens = Nabijheid(straal=wet.getal(RICHTING, "straal"), leerlingen=leerlingen)
    telling, afstand = invoer.geheel("telling"), invoer.getal("afstand")
    stays = is_last_of_its_kind(telling, afstand, grens)
    return Uitkomst(
        norm="laatste_school",
        waarde=stays,
        eenheid="ja of nee",
        oordeel="uitzondering" if stays else "geen uitzondering",
        toelichting=(
            f"De school telt in het derde jaar {telling} leerlingen (ten minste {leerlingen}), en "
            f"de volgende school van de richting ligt op {written(afstand)} km (verder dan "
            f"{written(grens.straal)} km): {'wel' if stays else 'geen'} uitzondering."
        ),
        stappen=(
            "Dit geldt niet voor een school met meer dan één richting, of met een nieuwe richting.",
            "Het bestuur meldt dit op tijd aan de minister (WPO artikel 149).",
        ),
    )


def _openbaar(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    grens = Nabijheid(straal=wet.getal(OPENBAAR, "afstand"))
    afstand, behoefte = invoer.getal("afstand"), invoer.ja("behoefte")
    stays = behoefte and is_last_of_its_kind(0, afstand, grens)
    return Uitkomst(
        norm="laatste_openbare_school",
        waarde=stays,
        eenheid="ja of nee",
        oordeel="uitzondering" if stays else "geen uitzondering",
        toelichting=(
            f"De volgende school met openbaar onderwijs ligt op {written(afstand)} km over de weg "
            f"(verder dan {written(grens.straal)} km), en er is {'' if behoefte else 'geen '}"
            f"behoefte aan openbaar onderwijs: {'wel' if stays else 'geen'} uitzondering."
        ),
        stappen=("Of er behoefte is, beoordeelt een mens.",),
    )


def _whole(naam: str, betekenis: str, soort: Soort = Soort.GEHEEL) -> Gegeven:
    return Gegeven(
        naam=naam,
        betekenis=betekenis,
        soort=soort,
        eenheid="leerlingen",
        maximum=Decimal(100_000),
    )


def _afstand(betekenis: str) -> Gegeven:
    return Gegeven(
        naam="afstand",
        betekenis=betekenis,
        soort=Soort.GETAL,
        eenheid="km",
        maximum=Decimal(1_000),
    )


TELLING = _whole("telling", "leerlingen van de school, met de opslag van 3 procent")
NORMEN = (
    Norm(
        naam="drie_jaren",
        titel="Drie schooljaren achter elkaar onder de opheffingsnorm",
        eenheid="ja of nee",
        plichten=(NORM,),
        gegevens=(
            _whole("tellingen", "tellingen per schooljaar, op volgorde", Soort.GEHELEN),
            _whole("norm", "de opheffingsnorm van de gemeente"),
            Gegeven(
                naam="eerste_schooljaar",
                betekenis="het jaar waarin het eerste schooljaar van de rij begon",
                soort=Soort.GEHEEL,
                eenheid="jaar",
                verplicht=False,
                minimum=Decimal(1900),
                maximum=Decimal(2200),
            ),
        ),
        rekenen=_drie_jaren,
    ),
    Norm(
        naam="gemiddelde_schoolgrootte",
        titel="Gemiddelde schoolgrootte die een kleine school laat blijven",
        eenheid="leerlingen",
        plichten=(GEMIDDELD,),
        gegevens=(
            _whole("normen", "de opheffingsnorm van elke gemeente met scholen", Soort.GEHELEN),
            Gegeven(
                naam="scholen",
                betekenis="hoeveel scholen het bestuur in elk van die gemeenten heeft",
                soort=Soort.GEHELEN,
                eenheid="scholen",
                verplicht=False,
                maximum=Decimal(1_000),
            ),
            Gegeven(
                naam="gemiddelde",
                betekenis="leerlingen per school van het bestuur, om na te kijken",
                soort=Soort.GETAL,
                eenheid="leerlingen",
                verplicht=False,
                maximum=Decimal(10_000),
            ),
            Gegeven(
                naam="telling",
                betekenis="leerlingen van de school zelf, om na te kijken",
                soort=Soort.GEHEEL,
                eenheid="leerlingen",
                verplicht=False,
                maximum=Decimal(100_000),
            ),
        ),
        rekenen=_gemiddelde,
    ),
    Norm(
        naam="nieuwe_school",
        titel="Tijd die een nieuwe basisschool heeft om te groeien",
        eenheid="ja of nee",
        plichten=(NIEUW,),
        gegevens=(
            Gegeven(
                naam="jaar",
                betekenis="het hoeveelste schooljaar sinds de start",
                soort=Soort.GEHEEL,
                minimum=Decimal(1),
                maximum=Decimal(100),
            ),
            TELLING,
            _whole("stichtingsnorm", "de stichtingsnorm waarop de school werd bekostigd"),
        ),
        rekenen=_nieuw,
    ),
    Norm(
        naam="laatste_school",
        titel="Uitzondering voor de laatste school van een richting",
        eenheid="ja of nee",
        plichten=(RICHTING,),
        gegevens=(TELLING, _afstand("hemelsbreed tot de volgende school van de richting")),
        rekenen=_richting,
    ),
    Norm(
        naam="laatste_openbare_school",
        titel="Uitzondering voor de laatste openbare school",
        eenheid="ja of nee",
        plichten=(OPENBAAR,),
        gegevens=(
            _afstand("over de weg tot de volgende school met openbaar onderwijs"),
            Gegeven(
                naam="behoefte",
                betekenis="of er behoefte is aan openbaar onderwijs; dat beoordeelt een mens",
                soort=Soort.JA_NEE,
            ),
        ),
        rekenen=_openbaar,
    ),
)
