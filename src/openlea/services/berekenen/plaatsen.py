"""The places that figures are of: made again only when a table or a shelf behind them changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.catalogue import membership
from openlea.catalogue.membership import Places, make_places
from openlea.core.plaatsen import read_places
from openlea.core.place import Place, PlaceKind
from openlea.services.berekenen.tabellen import Tabellen
from openlea.services.berekenen.vingerafdruk import print_of, print_of_rows, print_of_shelf
from openlea.storage.figures.laag import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """Every place and in which it lies, with the mark of what it was made from.

    `prints` has per kind of place the mark of where its places lie: figures that start there
    change when that changes.
    """

    places: Places
    made_from: str
    prints: Mapping[str, str]


def find_omgeving(roots: Sequence[Path], tabellen: Tabellen, opened: Opened) -> Omgeving:
    """Return the places of a layer: those of its last version when nothing behind them changed."""
    made_from = print_of(
        *map(str, tabellen.of(membership.NEEDS)),
        Path(membership.__file__),
        print_of_shelf(roots, "plaatsen/*.toml"),
    )
    if made_from == opened.places_print:
        places = Places(plaatsen=opened.plaatsen, lidmaatschap=opened.lidmaatschap)
    else:
        places = make_places(_tables(tabellen), _shelf(roots))
    parts = places.lidmaatschap.partition_by("soort", as_dict=True, maintain_order=True)
    prints = {str(soort): print_of_rows(part) for (soort,), part in parts.items()}
    return Omgeving(places=places, made_from=made_from, prints=prints)


def _tables(tabellen: Tabellen) -> membership.Tables:
    """Return the tables behind the places; they are small, so Polars reads them at any engine."""
    return {
        each.bron: tabellen.warehouse.scan(each.bron, each.versie, each.laag)
        for each in tabellen.of(membership.NEEDS)
    }


def _shelf(roots: Sequence[Path]) -> list[Place]:
    return [place for kind in PlaceKind for place in read_places(roots, kind)]
