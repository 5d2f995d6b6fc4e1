"""Notes on handbooks and policy papers that people work from: where one says what doesn't hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle

SHELF = "*/seed_notities.toml"
KEYS = {"id", "titel", "noot", "checked", "seed", "notitie"}
KEYS_SEED = {"code", "naam", "jaar"}
KEYS_NOTITIE = {"id", "seed", "plaats", "staat", "geldt", "plichten", "controle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A paper that duties refer to by a short code such as 'S1'; `jaar` may be unknown ('')."""

    code: str
    naam: str
    jaar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedNotitie:
    """One place in a paper: what stands there (`staat`) and what holds (`geldt`)."""

    id: str
    seed: str
    plaats: str
    staat: str
    geldt: str
    controle: Controle
    plichten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedNotities:
    """All notes in order, and the papers they are about by code."""

    nagelezen_op: date
    seeds: Mapping[str, Seed]
    notities: tuple[SeedNotitie, ...]

    def about(self, plicht: str) -> tuple[SeedNotitie, ...]:
        """Return the notes that concern a duty, by its id."""
        return tuple(notitie for notitie in self.notities if plicht in notitie.plichten)


def read_seednotities(roots: Sequence[Path]) -> SeedNotities:
    """Return the notes on the shelf; CatalogueError when a file is wrong. The last folder wins."""
    entry = list(read_shelf(roots, SHELF).values())[-1]
    entry.refuse_unknown(KEYS)
    seeds = [_seed(part) for part in entry.tables("seed")]
    found = SeedNotities(
        nagelezen_op=entry.day("checked"),
        seeds={seed.code: seed for seed in seeds},
        notities=tuple(_notitie(part) for part in entry.tables("notitie")),
    )
    ids = [notitie.id for notitie in found.notities]
    for notitie in found.notities:
        if ids.count(notitie.id) > 1:
            raise entry.fault(f"'{notitie.id}' is there twice; give each note an id of its own")
        if notitie.seed not in found.seeds:
            raise entry.fault(f"'{notitie.id}' is about '{notitie.seed}'; list it under [[seed]]")
    return found


def _seed(part: Entry) -> Seed:
    part.refuse_unknown(KEYS_SEED)
    return Seed(code=part.text("code"), naam=part.text("naam"), jaar=part.text("jaar", ""))


def _notitie(part: Entry) -> SeedNotitie:
    part.refuse_unknown(KEYS_NOTITIE)
    return SeedNotitie(
        id=part.text("id"),
        seed=part.text("seed"),
        plaats=part.text("plaats"),
        staat=part.text("staat").strip(),
        geldt=part.text("geldt").strip(),
        controle=part.choice("controle", Controle),
        plichten=part.texts("plichten"),
    )
