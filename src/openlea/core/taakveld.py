"""The taakvelden of the BBV: the fixed headings under which every municipality books its money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveld:
    """One taakveld by its number, e.g. 4.3 Onderwijsbeleid en leerlingzaken."""

    code: str
    titel: str
    bron: str
    controle: Controle
    gecontroleerd_op: date
    toelichting: str = ""


VELDEN = {"id", "titel", "bron", "controle", "checked", "toelichting"}


def read_taakvelden(roots: Sequence[Path]) -> Mapping[str, Taakveld]:
    """Return the taakvelden on the shelves by number; CatalogueError when one is wrong."""
    shelf = read_shelf(roots, "taakvelden.toml")
    return {code: _taakveld(entry) for code, entry in shelf.items()}


def _taakveld(entry: Entry) -> Taakveld:
    entry.refuse_unknown(VELDEN)
    return Taakveld(
        code=entry.id,
        titel=entry.text("titel"),
        bron=entry.text("bron"),
        controle=entry.choice("controle", Controle),
        gecontroleerd_op=entry.day("checked"),
        toelichting=entry.text("toelichting", ""),
    )
