"""Finds the styles of a Word template for every kind of block, by their Dutch or English name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

TABEL = "Tabel"
GEZOCHT: Mapping[str, tuple[str, ...]] = {
    "Titel": ("title", "titel"),
    "Kop 1": ("heading 1", "kop 1"),
    "Kop 2": ("heading 2", "kop 2"),
    "Kop 3": ("heading 3", "kop 3"),
    "Standaard": ("normal", "standaard", "body text", "platte tekst", "plattetekst"),
    "Opsomming": (
        "list bullet",
        "lijst opsom.teken",
        "lijst opsommingsteken",
        "opsomming",
        "list paragraph",
        "lijstalinea",
    ),
    "Bijschrift": ("caption", "bijschrift"),
    TABEL: ("table grid", "tabelraster", "table grid light", "tabelraster licht", "plain table 1"),
}
"""Our word for a kind of block → the names of styles that fit, best first.

Word itself keeps built-in styles under their English name, also in a Dutch Word; LibreOffice and
templates that were made by hand have Dutch ones.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijl:
    """A style of the template: its id, its name, and whether it puts a mark before each point."""

    id: str
    naam: str
    heeft_teken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijlen:
    """What was found; a kind of block without a style of its own is missing."""

    gevonden: Mapping[str, Stijl]

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return the kinds of block for which the template has no style."""
        return tuple(one for one in GEZOCHT if one not in self.gevonden)

    def id_of(self, soort: str) -> str:
        """Return the id of the style for a kind of block, '' when there is none."""
        found = self.gevonden.get(soort)
        return found.id if found else ""


def find_styles(document: Document) -> Stijlen:
    """Return the styles of a template that fit our blocks."""
    every = document.styles.element.findall(qn("w:style"))
    text = _by_name(every, "paragraph")
    tables = _by_name(every, "table")
    found = {
        soort: stijl
        for soort, names in GEZOCHT.items()
        if (stijl := _first(tables if soort == TABEL else text, names))
    }
    if own := _own_table(every):
        found[TABEL] = own
    return Stijlen(gevonden=found)


def _by_name(every: list[Any], kind: str) -> dict[str, Stijl]:
    found: dict[str, Stijl] = {}
    for one in every:
        if one.get(qn("w:type")) == kind:
            stijl = _stijl(one)
            found.setdefault(stijl.naam.casefold(), stijl)
    return found


def _stijl(one: Any) -> Stijl:
    name = one.find(qn("w:name"))
    stijl_id = one.get(qn("w:styleId"), "")
    has_mark = next(one.iter(qn("w:numPr")), None) is not None
    naam = name.get(qn("w:val"), stijl_id) if name is not None else stijl_id
    return Stijl(id=stijl_id, naam=naam, heeft_teken=has_mark)


def _first(styles: Mapping[str, Stijl], names: tuple[str, ...]) -> Stijl | None:
    return next((styles[name] for name in names if name in styles), None)


def _own_table(every: list[Any]) -> Stijl | None:
    """Return a table style that the municipality made itself, if there is one.

    It goes before the plain grid, which is in nearly every document without anybody's choice.
    """
    own = (
        one
        for one in every
        if one.get(qn("w:type")) == "table" and one.get(qn("w:customStyle")) == "1"
    )
    return next((_stijl(one) for one in own), None)
