"""Which version of which table counts for a layer, asked once for a whole computation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import narwhals as nw

from openlea.catalogue.shelf import SourceFile
from openlea.core.cijfer import Bronversie
from openlea.core.place import PlaceKind
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.warehouse.engine import Engine, Table
from openlea.storage.warehouse.warehouse import Warehouse

KINDS = {
    "vestiging": PlaceKind.SCHOOL,
    "bestuur": PlaceKind.BESTUUR,
    "gemeente": PlaceKind.GEMEENTE,
    "gemeente_toen": PlaceKind.GEMEENTE,
    "postcode4": PlaceKind.PC4,
}
"""Of what kind of place a row is, by the first column of the key of its table."""


@dataclass(frozen=True, slots=True)
class Tabellen:
    """The tables that are there, each with its version, and how to open them.

    `onder` are the national versions that lie beneath an own table: an own row goes before the
    national rows of the same place in the same edition, and the other places stay as they are.
    """

    warehouse: Warehouse
    engine: Engine
    laag: str
    versies: Mapping[str, Bronversie]
    bronnen: Mapping[str, SourceFile]
    onder: Mapping[str, Bronversie] = field(default_factory=dict)

    def missing(self, needs: Iterable[str]) -> tuple[str, ...]:
        """Return which of these tables aren't there."""
        return tuple(name for name in needs if name not in self.versies)

    def of(self, needs: Iterable[str]) -> tuple[Bronversie, ...]:
        """Return the versions of these tables that are there, the national ones beneath as well."""
        layers = (self.versies, self.onder)
        return tuple(layer[name] for name in needs for layer in layers if name in layer)

    def own(self, needs: Iterable[str]) -> bool:
        """Say whether one of these is the werkruimte's own; of the national layer all are."""
        return any(each.laag == self.laag for each in self.of(needs))

    def replaces_national(self, needs: Iterable[str]) -> bool:
        """Say whether an own table lies on a national one, that covers the whole country."""
        return any(name in self.onder for name in needs)

    def scan(self, name: str) -> Table:
        """Return the rows of a table, lazily: an own one filled up with the national one."""
        own = self._rows(name, self.versies[name])
        if name not in self.onder:
            return own
        keys = self._keys(name)
        national = self._rows(name, self.onder[name]).select(*own.collect_schema().names())
        edition = own.select(keys[0]).unique()
        rest = national.join(edition, on=keys[0], how="semi")
        rest = rest.join(own.select(*keys).unique(), on=list(keys), how="anti")
        return nw.concat([own, rest])

    def alone(self, needs: Iterable[str]) -> Mapping[str, PlaceKind | None]:
        """Return the editions that only an own table has, with the kind of place of its rows.

        Of such an edition nobody knows whether all places are in it.
        """
        found: dict[str, PlaceKind | None] = {}
        for name in needs:
            if name in self.onder:
                _, place = self._keys(name)
                gone = self._editions(name, self.versies) - self._editions(name, self.onder)
                found |= dict.fromkeys(gone, KINDS.get(place))
        return found

    def _keys(self, name: str) -> tuple[str, str]:
        """Return the columns that tell an edition, and a place within it."""
        bron = self.bronnen[name].bron
        return bron.editie, bron.sleutel[0]

    def _rows(self, name: str, versie: Bronversie) -> Table:
        return self.engine.scan(self.warehouse, name, versie.versie, versie.laag)

    def _editions(self, name: str, layer: Mapping[str, Bronversie]) -> set[str]:
        column = self._keys(name)[0]
        (found,) = self.engine.collect([self._rows(name, layer[name]).select(column).unique()])
        return set(found[column].to_list())


def open_tables(
    warehouse: Warehouse,
    engine: Engine,
    laag: str,
    names: Iterable[str],
    bronnen: Mapping[str, SourceFile],
) -> Tabellen:
    """Return the tables of these names that count for a layer now."""
    wanted = sorted(set(names))
    versies = _versions(warehouse, laag, wanted)
    own = [name for name in wanted if name in versies and versies[name].laag != LANDELIJK]
    return Tabellen(warehouse, engine, laag, versies, bronnen, _versions(warehouse, LANDELIJK, own))


def _versions(warehouse: Warehouse, laag: str, names: Iterable[str]) -> dict[str, Bronversie]:
    """Return the version of each table that counts for a layer, of those that are there."""
    found = {name: warehouse.current(name, laag) for name in names}
    return {
        name: Bronversie(bron=name, versie=one.versie, laag=one.laag)
        for name, one in found.items()
        if one is not None
    }
