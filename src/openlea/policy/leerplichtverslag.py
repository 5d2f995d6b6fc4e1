"""What the yearly reports must say, which part is still missing, and of which schooljaar they are.

The law asks the report after the schooljaar is over, before 1 October (Leerplichtwet article 25).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.errors import BadInput, Fout
from openlea.policy.schooljaar import is_school_year
from openlea.policy.schrijfwijze import day

MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagdeel:
    """One part: its title, what to write about, and whether the report can be settled without."""

    naam: str
    titel: str
    vragen: tuple[str, ...]
    nodig: bool = False
    grond: str = ""
    tabellen: tuple[str, ...] = ()


WET = "Leerplichtwet artikel 25, eerste lid"
GEWOON = "Hoort bij het verslag; de woorden van de wet zijn beleid en resultaten"
LEERPLICHT: tuple[Verslagdeel, ...] = (
    Verslagdeel(
        naam="beleid",
        titel="Beleid om de leerplicht te handhaven",
        nodig=True,
        grond=WET,
        vragen=(
            "Wat wilde het college dit schooljaar bereiken met leerplicht en kwalificatieplicht?",
            "Wanneer treedt de gemeente op, en wanneer wordt er eerst geholpen?",
            "Hoeveel leerplichtambtenaren zijn er, en wie voert het uit?",
        ),
        tabellen=("leerplichtigen", "handhaving"),
    ),
    Verslagdeel(
        naam="verzuim",
        titel="Omvang van het verzuim",
        nodig=True,
        grond=GEWOON,
        vragen=(
            "Wat valt op aan het aantal meldingen, en wat verklaart het verschil met vorig jaar?",
            "Melden scholen beter, of is er meer verzuim?",
            "Hoe snel kwam de eerste actie na een melding?",
        ),
        tabellen=("meldingen", "actie"),
    ),
    Verslagdeel(
        naam="thuiszitters",
        titel="Thuiszitters",
        vragen=(
            "Waarom zitten zij thuis, en wie zoekt een plek?",
            "Hoe werkt het met het samenwerkingsverband en de jeugdhulp?",
        ),
        tabellen=("thuiszitters",),
    ),
    Verslagdeel(
        naam="vrijstellingen",
        titel="Vrijstellingen",
        nodig=True,
        grond=GEWOON,
        vragen=(
            "Welke vrijstellingen zijn er, en waarom worden het er meer of minder?",
            "Hoe wordt elk jaar bekeken of een vrijstelling nog nodig is?",
        ),
        tabellen=("vrijstellingen",),
    ),
    Verslagdeel(
        naam="resultaten",
        titel="Resultaten van het beleid",
        nodig=True,
        grond=WET,
        vragen=(
            "Wat heeft het beleid opgeleverd: wie ging terug naar school?",
            "Wat lukte niet, en wat gaat er anders?",
        ),
    ),
    Verslagdeel(
        naam="preventie",
        titel="Voorkomen van verzuim",
        vragen=("Welke afspraken zijn er met scholen over verzuim voordat het gemeld is?",),
    ),
    Verslagdeel(
        naam="doorstroompunt",
        titel="Jongeren zonder startkwalificatie",
        vragen=("Hoeveel jongeren zijn begeleid, en waar gingen zij heen?",),
        tabellen=("jongeren",),
    ),
)
EFFECT: tuple[Verslagdeel, ...] = (
    Verslagdeel(
        naam="uitkomst",
        titel="Streefcijfers en wat ervan kwam",
        nodig=True,
        grond="WEB artikel 9.2.10",
        vragen=("Welke streefcijfers zijn gehaald, en welke niet?",),
        tabellen=("streefcijfers",),
    ),
    Verslagdeel(
        naam="toelichting",
        titel="Toelichting",
        nodig=True,
        grond="WEB artikel 9.2.10",
        vragen=(
            "Wat verklaart het verschil tussen streefcijfer en uitkomst?",
            "Welke maatregelen werkten, en welke worden aangepast?",
        ),
    ),
)
DELEN: Mapping[str, tuple[Verslagdeel, ...]] = {"leerplicht": LEERPLICHT, "effect": EFFECT}


def missing_parts(soort: str, blokken: Mapping[str, str]) -> tuple[Verslagdeel, ...]:
    """Return the parts that must be there and have no text."""
    return tuple(one for one in DELEN[soort] if one.nodig and not blokken.get(one.naam, "").strip())


def last_day(schooljaar: str) -> date:
    """Return the last day of a schooljaar; BadInput for what is none."""
    if not is_school_year(schooljaar):
        raise BadInput([Fout("", "schooljaar", "Schrijf het schooljaar als 2025-2026.")])
    return date(int(schooljaar[5:]), 7, 31)


def refuse_open(schooljaar: str, today: date) -> None:
    """Raise BadInput for a schooljaar that isn't over: the report is about a closed one."""
    if today <= (end := last_day(schooljaar)):
        reden = (
            f"Schooljaar {schooljaar} is nog niet voorbij: het eindigt op {day(end)}. "
            "Het verslag gaat over een afgesloten schooljaar. Een concept kan wel."
        )
        raise BadInput([Fout("", "schooljaar", reden)])


def due_on(schooljaar: str) -> date:
    """Return the day before which the report must be with the raad."""
    return date(int(schooljaar[5:]), 10, 1)


def text_faults(soort: str, blokken: Mapping[str, str]) -> list[Fout]:
    """Return what is wrong with texts: a part that isn't there, or one that is too long."""
    known = {one.naam for one in DELEN[soort]}
    faults = [Fout("", one, "Dit deel is er niet.") for one in blokken if one not in known]
    long = [one for one, text in blokken.items() if len(text) > MOST_TEXT]
    return [*faults, *(Fout("", one, f"Hoogstens {MOST_TEXT} tekens.") for one in long)]
