"""The yearly questions of the oversight on the municipality, in our own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.keuze import Keuze

VRAGEN = "samenwerking/toezicht.toml"
KEYS = {
    *("id", "deel", "groep", "vraag", "uitleg", "plichten", "plansoorten", "zie_ook"),
    *("bewijs", "checked"),
}


class Toezichtdeel(Keuze):
    """Which oversight asks it."""

    OAB = "oab", "Voorschoolse educatie en onderwijsachterstanden"
    KINDEROPVANG = "kinderopvang", "Toezicht op de kinderopvang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtvraag:
    """One question: what answers it when it is known, what to look at, and the proof asked.

    `plichten` answer it together: when each of them has accepted proof in the year. One plan of a
    kind in `plansoorten` that holds in the year answers it too. `zie_ook` tells more, no answer.
    """

    id: str
    deel: Toezichtdeel
    groep: str
    vraag: str
    nagelezen_op: date
    uitleg: str = ""
    plichten: tuple[str, ...] = ()
    plansoorten: tuple[str, ...] = ()
    zie_ook: tuple[str, ...] = ()
    bewijs: str = ""

    @property
    def noemt(self) -> tuple[str, ...]:
        """Return every duty that it is about, the ones that answer it first."""
        return (*self.plichten, *self.zie_ook)


def read_toezichtvragen(roots: Sequence[Path]) -> Mapping[str, Toezichtvraag]:
    """Return the questions by id in the order of the file; CatalogueError when one is wrong."""
    return {naam: _vraag(entry) for naam, entry in read_shelf(roots, VRAGEN).items()}


def _vraag(entry: Entry) -> Toezichtvraag:
    entry.refuse_unknown(KEYS)
    vraag = Toezichtvraag(
        id=entry.id,
        deel=entry.choice("deel", Toezichtdeel),
        groep=entry.text("groep"),
        vraag=entry.text("vraag"),
        uitleg=entry.text("uitleg", ""),
        plichten=entry.texts("plichten"),
        plansoorten=entry.texts("plansoorten"),
        zie_ook=entry.texts("zie_ook"),
        bewijs=entry.text("bewijs", ""),
        nagelezen_op=entry.day("checked"),
    )
    if not vraag.noemt:
        raise entry.fault("names no duty; write plichten or zie_ook")
    return vraag
