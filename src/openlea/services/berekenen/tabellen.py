"""Which version of which table counts for a layer, asked once for a whole computation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openlea.core.cijfer import Bronversie
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.warehouse.engine import Engine, Table
from openlea.storage.warehouse.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Tabellen:
    """The tables that are there, each with its version, and how to open them."""

    warehouse: Warehouse
    engine: Engine
    laag: str
    versies: Mapping[str, Bronversie]

    def missing(self, needs: Iterable[str]) -> tuple[str, ...]:
        """Return which of these tables aren't there."""
        return tuple(name for name in needs if name not in self.versies)

    def of(self, needs: Iterable[str]) -> tuple[Bronversie, ...]:
        """Return the versions of these tables, of those that are there."""
        return tuple(self.versies[name] for name in needs if name in self.versies)

    def own(self, needs: Iterable[str]) -> bool:
        """Say whether one of these is the werkruimte's own; of the national layer all are."""
        return any(each.laag == self.laag for each in self.of(needs))

    def replaces_national(self, needs: Iterable[str]) -> bool:
        """Say whether an own table stands for a national one, that covers the whole country."""
        if self.laag == LANDELIJK:
            return False
        own = (each.bron for each in self.of(needs) if each.laag == self.laag)
        return any(self.warehouse.current(bron) is not None for bron in own)

    def scan(self, name: str) -> Table:
        """Return the rows of a table, lazily."""
        versie = self.versies[name]
        return self.engine.scan(self.warehouse, name, versie.versie, versie.laag)


def open_tables(warehouse: Warehouse, engine: Engine, laag: str, names: Iterable[str]) -> Tabellen:
    """Return the tables of these names that count for a layer now."""
    found = {name: warehouse.current(name, laag) for name in sorted(set(names))}
    versies = {
        name: Bronversie(bron=name, versie=one.versie, laag=one.laag)
        for name, one in found.items()
        if one is not None
    }
    return Tabellen(warehouse, engine, laag, versies)
