"""A figure that is asked for and can't be computed here: what it is, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import read_shelf

PATTERN = "*/niet_te_berekenen.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zondercijfer:
    """A card without a figure; `id` is the name that the field knows it by."""

    id: str
    beleidsveld: str
    titel: str
    waarom: str


def read_zondercijfers(roots: Sequence[Path]) -> tuple[Zondercijfer, ...]:
    """Return every card without a figure, by field; CatalogueError when one is wrong."""
    found = []
    for entry in read_shelf(roots, PATTERN).values():
        entry.refuse_unknown({"id", "cijfer"})
        for part in entry.tables("cijfer"):
            part.refuse_unknown({"id", "titel", "waarom"})
            found.append(
                Zondercijfer(
                    id=part.text("id"),
                    beleidsveld=entry.file.parent.name,
                    titel=part.text("titel"),
                    waarom=" ".join(part.text("waarom").split()),
                )
            )
    return tuple(found)
