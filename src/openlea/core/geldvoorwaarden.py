"""The conditions of a stream of money: what it may pay, what it may not, what to judge by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.keuze import Keuze


class Oordeel(Keuze):
    """What the conditions say of a category of spending."""

    MAG = "mag", "Mag"
    MAG_NIET = "mag_niet", "Mag niet"
    TOETS = "toets", "Zelf toetsen"


class Controle(Keuze):
    """How well the source of a fact was verified."""

    WETTEKST = "V", "Gelezen in de wettekst"
    OFFICIEEL = "O", "Gelezen in een officiële publicatie"
    KENNIS = "K", "Achtergrondkennis, niet nagelezen"
    NOTA = "S", "Alleen genoemd in een beleidsstuk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorie:
    """A category of spending under a stream, with the source of the verdict."""

    id: str
    label: str
    oordeel: Oordeel
    bron: str
    controle: Controle
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldvoorwaarden:
    """The conditions of one stream; `gecontroleerd_op` is the day somebody last checked them."""

    id: str
    titel: str
    gecontroleerd_op: date
    categorieen: tuple[Categorie, ...]
    toelichting: str = ""

    def categorie(self, naam: str) -> Categorie | None:
        """Return the category of this id, or None when the conditions don't know it."""
        return next((categorie for categorie in self.categorieen if categorie.id == naam), None)


VELDEN = {"id", "titel", "checked", "toelichting", *(oordeel.value for oordeel in Oordeel)}
VELDEN_CATEGORIE = {"id", "label", "bron", "controle", "toelichting"}


def read_geldvoorwaarden(roots: Sequence[Path]) -> Mapping[str, Geldvoorwaarden]:
    """Return every set of conditions on the shelves by id; CatalogueError when one is wrong."""
    entries = read_shelf(roots, "**/geldstromen.toml")
    return {naam: _voorwaarden(entry) for naam, entry in entries.items()}


def _voorwaarden(entry: Entry) -> Geldvoorwaarden:
    entry.refuse_unknown(VELDEN)
    categorieen = tuple(
        _categorie(deel, oordeel) for oordeel in Oordeel for deel in entry.tables(oordeel.value)
    )
    _refuse_twice(entry, categorieen)
    return Geldvoorwaarden(
        id=entry.id,
        titel=entry.text("titel"),
        gecontroleerd_op=entry.day("checked"),
        categorieen=categorieen,
        toelichting=entry.text("toelichting", ""),
    )


def _categorie(deel: Entry, oordeel: Oordeel) -> Categorie:
    deel.refuse_unknown(VELDEN_CATEGORIE)
    return Categorie(
        id=deel.text("id"),
        label=deel.text("label"),
        oordeel=oordeel,
        bron=deel.text("bron"),
        controle=deel.choice("controle", Controle),
        toelichting=deel.text("toelichting", ""),
    )


def _refuse_twice(entry: Entry, categorieen: Sequence[Categorie]) -> None:
    ids = [categorie.id for categorie in categorieen]
    for naam in ids:
        if ids.count(naam) > 1:
            raise entry.fault(f"category '{naam}' is there twice; keep one verdict")
