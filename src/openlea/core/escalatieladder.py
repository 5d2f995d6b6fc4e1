"""The escalatieladder and the rights of parents, as they stand on the shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.keuze import Keuze

TREDEN, RECHTEN, CONTACTEN = (
    "passend/escalatieladder.toml",
    "passend/ouderrechten.toml",
    "passend/escalatiecontacten.toml",
)
MUST = ("naam", "titel", "wie", "wat", "wanneer", "contact", "bron")
MAY = ("link",)


class Nagelezen(Keuze):
    """How sure a sentence about the law is."""

    WET = "V", "Nagelezen in de wet"
    OFFICIEEL = "O", "Uit een officieel stuk; nog niet in de wet nagelezen"
    NIET = "K", "Nog niet nagelezen"
    BELEID = "S", "Beleid, geen wet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trede:
    """One rung: with whom, what, when, and where they are found.

    `naam` is what who works with it says, `titel` what parents are told.
    """

    id: str
    naam: str
    titel: str
    wie: str
    wat: str
    wanneer: str
    contact: str
    bron: str
    controle: Nagelezen
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderrecht:
    """A right in plain Dutch, with a sentence for the young person and the article it stands on."""

    id: str
    titel: str
    tekst: str
    artikel: str
    link: str
    controle: Nagelezen
    jong: str = ""
    let_op: str = ""


def read_treden(roots: Sequence[Path]) -> Mapping[str, Trede]:
    """Return the rungs by id, from below; CatalogueError when one is wrong."""
    return {naam: _trede(entry) for naam, entry in read_shelf(roots, TREDEN).items()}


def read_ouderrechten(roots: Sequence[Path]) -> Mapping[str, Ouderrecht]:
    """Return the rights by id, in order of the file."""
    return {naam: _recht(entry) for naam, entry in read_shelf(roots, RECHTEN).items()}


def read_contacten(roots: Sequence[Path]) -> Mapping[str, Mapping[str, str]]:
    """Return by werkruimte (its slug) who to reach on which rung; only own folders have these."""
    found = read_shelf(roots, CONTACTEN).items()
    return {naam: {key: entry.text(key) for key in entry.values} for naam, entry in found}


def _trede(entry: Entry) -> Trede:
    entry.refuse_unknown({*MUST, *MAY, "controle"})
    texts = {key: entry.text(key) for key in MUST}
    controle = entry.choice("controle", Nagelezen)
    return Trede(id=entry.id, controle=controle, link=entry.text("link", ""), **texts)


def _recht(entry: Entry) -> Ouderrecht:
    must, may = ("titel", "tekst", "artikel", "link"), ("jong", "let_op")
    entry.refuse_unknown({*must, *may, "controle"})
    texts = {key: entry.text(key) for key in must} | {key: entry.text(key, "") for key in may}
    return Ouderrecht(id=entry.id, controle=entry.choice("controle", Nagelezen), **texts)
