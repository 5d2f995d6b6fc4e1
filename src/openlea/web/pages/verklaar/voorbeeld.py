"""The worked example of an indicator as tables that one can check with pen and paper."""

from dataclasses import dataclass

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst

LEEG, SPATIE = ".", "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeldtabel:
    """A small table: its name, the heads, and the cells as they stand in the file."""

    naam: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """Tables in, one line per figure out, and in one sentence why."""

    tabellen: tuple[Voorbeeldtabel, ...]
    uitkomsten: tuple[tuple[str, str, str], ...]
    uitleg: str


def example_of(entry: IndicatorFile, titels: dict[str, str]) -> Voorbeeld:
    """Return the example of an indicator; `titels` are those of its tables."""
    given = [
        _table(name, titels.get(name, name), text) for name, text in entry.example.given.items()
    ]
    if entry.example.places:
        given.append(_table("", "Welke plaats in welke ligt", entry.example.places))
    return Voorbeeld(
        tabellen=tuple(given),
        uitkomsten=tuple(
            (
                f"{PlaceKind(soort).label} {code}",
                periode_tekst(periode),
                _outcome(entry, laag, hoog),
            )
            for soort, code, periode, laag, hoog in entry.example.expect
        ),
        uitleg=entry.example.uitleg,
    )


def _table(naam: str, titel: str, text: str) -> Voorbeeldtabel:
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    head, *rows = [tuple(_shown(cell) for cell in line) for line in lines]
    return Voorbeeldtabel(naam=naam, titel=titel, koppen=head, rijen=tuple(rows))


def _shown(cell: str) -> str:
    return "" if cell == LEEG else cell.replace(SPATIE, " ").replace("_", " ")


def _outcome(entry: IndicatorFile, laag: float | None, hoog: float | None) -> str:
    if laag is None or hoog is None:
        return "geen cijfer"
    fine = 2 if (laag % 1 or hoog % 1) else entry.card.decimalen
    return bereik_tekst(Bereik(laag, hoog), fine, entry.card.eenheid)
