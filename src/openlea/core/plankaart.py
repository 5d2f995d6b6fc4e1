"""What is known of a kind of plan, whoever makes it: who decides, how long it holds, its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.duur import Duur
from openlea.core.geldvoorwaarden import Controle
from openlea.core.partij import PartijSoort
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.plicht import Onderwerp, Plicht

PLANKAARTEN = "*/plansoorten.toml"
KEYS = {
    *("titel", "houder", "vastgesteld_door", "langste", "overleg", "overleg_met", "waarom"),
    *("delen_van", "deel", "bron", "controle", "checked", "noot", "verplicht"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plankaart:
    """A kind of plan. Which duties it proves is said by the duties themselves (`plansoort`).

    `langste` is how long the law lets one plan hold; None when no law says. `overleg` is the duty
    that asks a consultation before it is decided. `delen_van` is the duty that names its parts.
    `verplicht` says that the law asks for this very plan; another one may still prove a duty.
    """

    id: str
    titel: str
    houders: tuple[PartijSoort, ...]
    vastgesteld_door: str
    waarom: str
    bron: str
    controle: Controle
    nagelezen_op: date
    verplicht: bool = False
    langste: Duur | None = None
    overleg: str = ""
    overleg_met: str = ""
    delen_van: str = ""
    delen: tuple[Onderwerp, ...] = ()
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan of a holder: its days (both included), its decision, its consultation, its parts."""

    nummer: int
    soort: str
    titel: str
    houder: str
    van: date
    tot: date | None = None
    vastgesteld_op: date | None = None
    vastgesteld_door: str = ""
    overleg_op: date | None = None
    overleg_uitkomst: OverlegUitkomst | None = None
    delen: tuple[str, ...] = ()
    opvolger: int | None = None


def read_plankaarten(roots: Sequence[Path]) -> Mapping[str, Plankaart]:
    """Return every kind of plan by id, in the order of the file; CatalogueError when one is wrong.

    A municipality adds a kind by a file of the same name in a folder of its own.
    """
    return {naam: _kaart(entry) for naam, entry in read_shelf(roots, PLANKAARTEN).items()}


def parts_of(kaart: Plankaart, plichten: Mapping[str, Plicht]) -> tuple[Onderwerp, ...]:
    """Return the parts that a plan of a kind has: those of the duty it names, or its own."""
    named = plichten.get(kaart.delen_van)
    return named.onderwerpen if named else kaart.delen


def _kaart(entry: Entry) -> Plankaart:
    entry.refuse_unknown(KEYS)
    return Plankaart(
        id=entry.id,
        titel=entry.text("titel"),
        houders=_houders(entry),
        vastgesteld_door=entry.text("vastgesteld_door"),
        waarom=" ".join(entry.text("waarom").split()),
        bron=entry.text("bron"),
        controle=entry.choice("controle", Controle),
        nagelezen_op=entry.day("checked"),
        verplicht=entry.values.get("verplicht") is True,
        langste=_langste(entry),
        overleg=entry.text("overleg", ""),
        overleg_met=entry.text("overleg_met", ""),
        delen_van=entry.text("delen_van", ""),
        delen=tuple(_deel(part) for part in entry.tables("deel")),
        noot=" ".join(entry.text("noot", "").split()),
    )


def _houders(entry: Entry) -> tuple[PartijSoort, ...]:
    found = entry.texts("houder")
    try:
        return tuple(PartijSoort(one) for one in found)
    except ValueError as error:
        raise entry.fault(f"'houder': {error}") from error


def _langste(entry: Entry) -> Duur | None:
    if "langste" not in entry.values:
        return None
    try:
        return Duur.parse(entry.text("langste"))
    except ValueError as error:
        raise entry.fault(f"'langste': {error}") from error


def _deel(part: Entry) -> Onderwerp:
    part.refuse_unknown({"code", "titel"})
    return Onderwerp(code=part.text("code"), titel=part.text("titel"))
