"""Reads by which features municipalities are compared, with the year and the weight of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.keuze import Keuze

_KNOWN = {
    "titel", "waarom", "tabel", "kenmerk", "indicator", "periode", "schaal", "samen", "gewicht",
}  # fmt: skip


class Schaal(Keuze):
    """On which scale a feature is compared."""

    GEWOON = "gewoon", "Zoals het is"
    LOG = "log", "Logaritmisch: verdubbelen is overal een even grote stap"


class Samen(Keuze):
    """How values of municipalities that merged become one."""

    SOM = "som", "Optellen"
    GEMIDDELDE = "gemiddelde", "Gemiddelde, gewogen naar inwoners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """A feature; it comes from a table (`tabel`, `kenmerk`) or from a figure (`indicator`)."""

    id: str
    titel: str
    waarom: str
    periode: str
    gewicht: float
    schaal: Schaal
    tabel: str = ""
    kenmerk: str = ""
    samen: Samen = Samen.GEMIDDELDE
    indicator: str = ""


def read_vergelijkbaar(roots: Sequence[Path]) -> Mapping[str, Kenmerk]:
    """Return the features by id, in the order of the file; CatalogueError when one is wrong."""
    shelf = read_shelf(roots, "samenwerking/vergelijkbaar.toml")
    return {name: _kenmerk(entry) for name, entry in shelf.items()}


def _kenmerk(entry: Entry) -> Kenmerk:
    entry.refuse_unknown(_KNOWN)
    of_table = "tabel" in entry.values
    if of_table == ("indicator" in entry.values):
        raise entry.fault('needs either tabel = "…" with kenmerk = "…", or indicator = "…"')
    return Kenmerk(
        id=entry.id,
        titel=entry.text("titel"),
        waarom=entry.text("waarom"),
        periode=entry.text("periode"),
        gewicht=_weight(entry),
        schaal=entry.choice("schaal", Schaal) if "schaal" in entry.values else Schaal.GEWOON,
        tabel=entry.text("tabel", ""),
        kenmerk=entry.text("kenmerk") if of_table else "",
        samen=entry.choice("samen", Samen) if of_table else Samen.GEMIDDELDE,
        indicator=entry.text("indicator", ""),
    )


def _weight(entry: Entry) -> float:
    value = entry.values.get("gewicht")
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise entry.fault("needs a weight above nought; write gewicht = 1")
    return float(value)
