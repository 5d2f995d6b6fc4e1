"""Which variants of the rules the laboratory tries: other methods, lotteries, no precedence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from openlea.core.plaatsing import Kind, Lotvorm, Plek, Regels, Wijze
from openlea.services.plaats.opstelling import Opstelling, set_up

KLAS = 28
"""Children in one class more; about the size of a class in primary education."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant: its name, what is different, and everything set up for the engine."""

    naam: str
    wat: str
    setup: Opstelling


def compose_varianten(
    kinderen: Sequence[Kind], plekken: Sequence[Plek], regels: Regels
) -> list[Variant]:
    """Return the rules as they are and every variant that can be: one thing different each."""
    found = [Variant("zoals_nu", "de regels zoals ze zijn", set_up(kinderen, plekken, regels))]
    for naam, (wat, other) in _rules(regels, kinderen).items():
        found.append(Variant(naam, wat, set_up(kinderen, plekken, other)))
    asked = _most_asked(kinderen, plekken)
    more = [
        replace(plek, capaciteit=plek.capaciteit + KLAS) if plek.id == asked.id else plek
        for plek in plekken
    ]
    wat = f"{KLAS} plaatsen meer op {asked.naam}"
    found.append(Variant("een_klas_meer", wat, set_up(kinderen, more, regels)))
    return found


def _rules(regels: Regels, kinderen: Sequence[Kind]) -> Mapping[str, tuple[str, Regels]]:
    found: dict[str, tuple[str, Regels]] = {}
    other = Lotvorm.MEERVOUDIG if regels.loting is Lotvorm.ENKEL else Lotvorm.ENKEL
    found[f"loting_{other.value}"] = (other.label, replace(regels, loting=other))
    # Only deferred acceptance knows sure places and reserved seats.
    if not any(kind.zeker for kind in kinderen):
        for wijze in Wijze:
            if wijze is not regels.wijze and (wijze is Wijze.DA or not regels.quota):
                found[f"wijze_{wijze.value}"] = (wijze.label, replace(regels, wijze=wijze))
    for one in regels.voorrang:
        rest = tuple(v for v in regels.voorrang if v is not one)
        wat = f"geen voorrang door {one.criterium.label}"
        found[f"zonder_{one.criterium.value}"] = (wat, replace(regels, voorrang=rest))
    samen = not regels.gekoppeld_samen
    if regels.wijze is Wijze.DA and any(kind.gekoppeld for kind in kinderen):
        wat = "gekoppelde kinderen gaan samen" if samen else "gekoppelde kinderen delen een lot"
        found["koppeling_anders"] = (wat, replace(regels, gekoppeld_samen=samen))
    if regels.quota:
        found["zonder_quotum"] = ("geen vrijgehouden plaatsen", replace(regels, quota=()))
    return found


def _most_asked(kinderen: Sequence[Kind], plekken: Sequence[Plek]) -> Plek:
    """Return the place with most first wishes per seat."""
    first: dict[str, int] = {}
    for kind in kinderen:
        if kind.wensen:
            first[kind.wensen[0]] = first.get(kind.wensen[0], 0) + 1
    return max(plekken, key=lambda plek: (first.get(plek.id, 0) - plek.capaciteit, plek.id))
