"""What kinds of help there are in and around schools, and provisions for children: as a file.

What a provision asks is decided locally: the file that ships leaves that open.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.policy.invoerdeel import Invoerdeel

SOORT = ("id", "naam", "wat", "betaler", "voor", "bron", "uren", "nagelezen")
REGELING = (
    *("id", "naam", "wat", "beslist", "wie_mag", "wie_doet", "bron", "gemeente", "nagelezen"),
)


class Behoefte(Keuze):
    """What a kind of help is meant for."""

    ARMOEDE = "armoede", "armoede"
    JEUGDHULP = "jeugdhulp", "hulp bij opgroeien"
    ACHTERSTAND = "onderwijsachterstand", "onderwijsachterstand"
    ONDERSTEUNING = "ondersteuning", "extra ondersteuning"
    GEZONDHEID = "gezondheid", "gezondheid"
    TAAL = "taal", "taal"
    BEWEGEN = "bewegen", "bewegen en cultuur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodsoort:
    """A kind of help: what it is, who usually pays, what for, and whether it's counted in hours.

    `nagelezen` says whether somebody read the source again.
    """

    id: str
    naam: str
    wat: str
    betaler: str
    voor: tuple[Behoefte, ...]
    bron: str
    uren: bool
    nagelezen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindregeling:
    """A provision for children; `wie_mag` and `wie_doet` are local, '' as long as nobody said."""

    id: str
    naam: str
    wat: str
    beslist: str
    bron: str
    wie_mag: str = ""
    wie_doet: str = ""
    gemeente: str = ""
    nagelezen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondomblad:
    """What one file says; `uren_per_fte` hours a week, None where it leaves that to another."""

    soorten: tuple[Aanbodsoort, ...]
    regelingen: tuple[Kindregeling, ...]
    uren_per_fte: float | None = None
    uren_bron: str = ""


def read_rondom(deel: Invoerdeel) -> Rondomblad:
    """Return what a file says; BadInput names every key that is wrong."""
    deel.refuse_unknown(("uren_per_fte", "uren_bron", "soort", "regeling"))
    soorten = tuple(_kind(part) for part in deel.tables("soort"))
    regelingen = tuple(_provision(part) for part in deel.tables("regeling"))
    uren = deel.number("uren_per_fte", low=1, high=60)
    bron = deel.text("uren_bron") if uren is not None else ""
    _refuse_twice(deel, "soort", (one.id for one in soorten))
    _refuse_twice(deel, "regeling", (f"{one.gemeente} {one.id}" for one in regelingen))
    deel.finish()
    return Rondomblad(soorten=soorten, regelingen=regelingen, uren_per_fte=uren, uren_bron=bron)


def _kind(deel: Invoerdeel) -> Aanbodsoort:
    deel.refuse_unknown(SOORT)
    return Aanbodsoort(
        id=deel.text("id"),
        naam=deel.text("naam"),
        wat=deel.text("wat"),
        betaler=deel.text("betaler"),
        voor=_needs(deel),
        bron=deel.text("bron"),
        uren=deel.flag("uren"),
        nagelezen=deel.flag("nagelezen"),
    )


def _needs(deel: Invoerdeel) -> tuple[Behoefte, ...]:
    known = {one.value: one for one in Behoefte}
    said = deel.texts("voor")
    wrong = [one for one in said if one not in known]
    if wrong or not said:
        deel.wrong("voor", f"noem waarvoor het is. Kies uit: {', '.join(known)}.")
    return tuple(known[one] for one in said if one in known)


def _provision(deel: Invoerdeel) -> Kindregeling:
    deel.refuse_unknown(REGELING)
    found = Kindregeling(
        id=deel.text("id"),
        naam=deel.text("naam"),
        wat=deel.text("wat"),
        beslist=deel.text("beslist"),
        bron=deel.text("bron"),
        wie_mag=deel.text("wie_mag", ""),
        wie_doet=deel.text("wie_doet", ""),
        gemeente=deel.text("gemeente", ""),
        nagelezen=deel.flag("nagelezen"),
    )
    if (found.wie_mag or found.wie_doet) and not found.gemeente:
        deel.wrong("gemeente", "zeg voor welke gemeente dit geldt, zoals gemeente = 'GM0402'.")
    return found


def _refuse_twice(deel: Invoerdeel, key: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            deel.wrong(key, f"'{one.strip()}' staat er twee keer.")
        seen.add(one)
