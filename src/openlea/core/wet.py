"""The laws that duties rest on: what they are called, and from when until when they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle

WETTEN = "wetten.toml"
KEYS = {
    *("naam", "afkorting", "ook", "bwb", "from", "to", "earlier", "opvolger"),
    *("controle", "checked", "noot"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wet:
    """A law or regulation; `afkorting` is how it is cited, `ook` are other ways people name it.

    `van` and `tot` are days on which it holds; `eerder` says that it held before `van` too.
    `opvolger` is the id of the law that came in its place.
    """

    id: str
    naam: str
    afkorting: str
    bwb: str
    van: date
    controles: tuple[Controle, ...]
    nagelezen_op: date
    tot: date | None = None
    eerder: bool = False
    ook: tuple[str, ...] = ()
    opvolger: str = ""
    noot: str = ""

    @property
    def namen(self) -> tuple[str, ...]:
        """Return every way to name it, the longest first."""
        return tuple(sorted({self.naam, self.afkorting, *self.ook}, key=lambda n: (-len(n), n)))


def read_wetten(roots: Sequence[Path]) -> Mapping[str, Wet]:
    """Return every law by id, in the order of the file; CatalogueError when one is wrong."""
    wetten = {naam: _wet(entry) for naam, entry in read_shelf(roots, WETTEN).items()}
    for naam, entry in read_shelf(roots, WETTEN).items():
        if wetten[naam].opvolger not in {"", *wetten}:
            raise entry.fault(f"'opvolger' is {wetten[naam].opvolger!r}, no law of this file")
    return wetten


def _wet(entry: Entry) -> Wet:
    entry.refuse_unknown(KEYS)
    van = entry.day("from")
    tot = entry.day("to") if "to" in entry.values else None
    if tot is not None and tot < van:
        raise entry.fault(f"ends on {tot}, before it begins on {van}")
    return Wet(
        id=entry.id,
        naam=entry.text("naam"),
        afkorting=entry.text("afkorting"),
        bwb=entry.text("bwb", ""),
        van=van,
        controles=read_controles(entry),
        nagelezen_op=entry.day("checked"),
        tot=tot,
        eerder=entry.values.get("earlier") is True,
        ook=entry.texts("ook"),
        opvolger=entry.text("opvolger", ""),
        noot=entry.text("noot", ""),
    )


def read_controles(entry: Entry) -> tuple[Controle, ...]:
    """Return how well the facts of an entry were verified; at least one mark is asked."""
    found = entry.texts("controle")
    if not found:
        raise entry.fault("needs at least one mark under 'controle'")
    try:
        return tuple(Controle(one) for one in found)
    except ValueError as error:
        raise entry.fault(f"'controle': {error}") from error
