"""The four steps with which a cooperation begins: what each is for, yields and asks beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.overleg import PuntSoort, Sjabloonpunt

VIERSTAPPEN = "*/vier_stappen.toml"
SOORT = "vier_stappen"
"""The kind of consultation in which the steps are taken."""
VORIGE_STAP, OPBRENGST = "vorige_stap", "opbrengst"
"""The standing items of that kind: what the step before yielded, and what this one yields."""
KEYS = {
    *("titel", "vakwoord", "doel", "levert", "vragen", "raadpleging", "waarom_raadpleging"),
    *("bron", "punt"),
}
KEYS_PUNT = {"titel", "soort", "minuten", "toelichting"}
MINUTES = 20
LONGEST = 24
"""Letters in the id of a step, so that an item can carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginstap:
    """A step: its aim, what it must yield, the questions to prepare and its items.

    `raadpleging` is the list of questions that helps beforehand, '' when none does.
    """

    id: str
    titel: str
    vakwoord: str
    doel: str
    levert: tuple[str, ...]
    vragen: tuple[str, ...]
    bron: str
    punten: tuple[Sjabloonpunt, ...]
    raadpleging: str = ""
    waarom_raadpleging: str = ""

    @property
    def vast(self) -> str:
        """Return the mark by which an item is known to belong to this step."""
        return f"stap_{self.id}"


def read_vierstappen(roots: Sequence[Path]) -> Mapping[str, Beginstap]:
    """Return the steps by id, in the order of the file; CatalogueError when one is wrong.

    A municipality words them otherwise by a file of the same name in a folder of its own.
    """
    return {naam: _stap(entry) for naam, entry in read_shelf(roots, VIERSTAPPEN).items()}


def _stap(entry: Entry) -> Beginstap:
    entry.refuse_unknown(KEYS)
    if len(entry.id) > LONGEST:
        raise entry.fault(f"has an id of more than {LONGEST} letters; give it a shorter one")
    return Beginstap(
        id=entry.id,
        titel=entry.text("titel"),
        vakwoord=entry.text("vakwoord", ""),
        doel=" ".join(entry.text("doel").split()),
        levert=entry.texts("levert"),
        vragen=entry.texts("vragen"),
        bron=entry.text("bron"),
        punten=tuple(_punt(part) for part in entry.tables("punt")),
        raadpleging=entry.text("raadpleging", ""),
        waarom_raadpleging=entry.text("waarom_raadpleging", ""),
    )


def _punt(part: Entry) -> Sjabloonpunt:
    part.refuse_unknown(KEYS_PUNT)
    minuten = part.values.get("minuten", MINUTES)
    if isinstance(minuten, bool) or not isinstance(minuten, int) or minuten < 1:
        raise part.fault(f"'minuten' is {minuten!r}; write a whole number of 1 or more")
    return Sjabloonpunt(
        titel=part.text("titel"),
        soort=part.choice("soort", PuntSoort) if "soort" in part.values else PuntSoort.BESPREKEN,
        minuten=minuten,
        toelichting=" ".join(part.text("toelichting", "").split()),
    )
