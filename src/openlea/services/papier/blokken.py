"""What a document is made of: headings, paragraphs, facts, lists, tables and remarks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class RegelSoort(StrEnum):
    """What a row of a table is, so that it can look like it."""

    GEWOON = "gewoon"
    ONDER = "onder"
    GROEP = "groep"
    TOTAAL = "totaal"


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; `niveau` 1 is a chapter, and no level is skipped."""

    niveau: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, or a text of more lines; `zacht` is said in passing."""

    tekst: str
    zacht: bool = False


@dataclass(frozen=True, slots=True)
class Feiten:
    """Names with their value, such as 'Trekker' and 'GGD'."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points of equal weight."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Points that lead somewhere: their words, and an address or '' for none."""

    punten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of a table, as text."""

    cellen: tuple[str, ...]
    soort: RegelSoort = RegelSoort.GEWOON


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with one header row; the columns from `getallen_vanaf` on hold numbers.

    `breedtes` are shares of the width for the columns of text.
    """

    titel: str
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    getallen_vanaf: int
    breedtes: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Beeld:
    """A picture as SVG, with the sentence that says the same."""

    svg: str
    tekst: str


JAREN_NAAST_ELKAAR = 6
"""Columns of numbers that fit beside a name on a page; more years go in a second table."""

Blok = Kop | Alinea | Feiten | Lijst | Links | Tabel | Beeld


@dataclass(frozen=True, slots=True)
class Stuk:
    """A whole document: what stands on the title page, and the blocks after it.

    Without `omslag` it begins at once: no title page and no table of contents. `datum` and
    `werkruimte` are for a template that asks for them.
    """

    titel: str
    bovenkop: str
    ondertitel: str
    voetregel: str
    blokken: tuple[Blok, ...]
    omslag: bool = True
    datum: str = ""
    werkruimte: str = ""


def paragraphs(text: str, *, zacht: bool = False) -> list[Alinea]:
    """Return a text as its paragraphs: an empty line parts them."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return [Alinea(part, zacht) for part in parts if part]


def points(blok: Lijst | Links) -> tuple[tuple[str, str], ...]:
    """Return the points of a list as words with their address, '' for none."""
    return blok.punten if isinstance(blok, Links) else tuple((one, "") for one in blok.punten)


def facts(paren: Sequence[tuple[str, str]]) -> list[Feiten]:
    """Return the pairs that have a value, as one block; none when none has."""
    filled = tuple((naam, waarde) for naam, waarde in paren if waarde)
    return [Feiten(filled)] if filled else []


def in_parts(tabel: Tabel) -> tuple[Tabel, ...]:
    """Return a table as tables that fit on a page, each with the same first columns."""
    first, most = tabel.getallen_vanaf, JAREN_NAAST_ELKAAR
    if len(tabel.koppen) - first <= most:
        return (tabel,)
    return tuple(
        replace(
            tabel,
            titel=f"{tabel.titel} ({tabel.koppen[n]}-{tabel.koppen[n : n + most][-1]})",
            koppen=_columns(tabel.koppen, first, n),
            regels=tuple(Regel(_columns(r.cellen, first, n), r.soort) for r in tabel.regels),
        )
        for n in range(first, len(tabel.koppen), most)
    )


def _columns(row: tuple[str, ...], first: int, n: int) -> tuple[str, ...]:
    return row[:first] + row[n : n + JAREN_NAAST_ELKAAR]
