"""After an update of the program: take newer tables of the bundle into those loaded here."""

from collections.abc import Collection
from dataclasses import replace

import polars as pl

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.services.laden.inname import Plek
from openlea.services.laden.plank import sources
from openlea.storage.warehouse.bundel import bundle_file, read_bundle, rejects_file
from openlea.storage.warehouse.versie import Versie
from openlea.storage.warehouse.warehouse import Aanbod, open_warehouse


def refresh_tables() -> tuple[Versie, ...]:
    """Return the versions that were added; an edition that was loaded here itself stays.

    A table that was never loaded here is read from the bundle already. Repeating does nothing.
    """
    house = open_warehouse()
    shelf = sources()
    added = []
    for bron, shipped in read_bundle(house.bundle).items():
        if bron not in shelf:
            continue
        plek = Plek(house, shelf[bron])
        newer = _newer(plek, shipped)
        if newer:
            added.append(house.commit(_offer(plek, shipped, newer)))
    return tuple(added)


def _newer(plek: Plek, shipped: Versie) -> frozenset[str]:
    """Return the editions of the bundle that are new here, or came from an earlier bundle."""
    seen = {(one.bestanden, one.parser) for one in plek.versions}
    if (shipped.bestanden, shipped.parser) in seen:
        return frozenset()
    own = {editie for editie, one in plek.editions.items() if one.versie}
    return frozenset(shipped.lading.edities) - own


def _offer(plek: Plek, shipped: Versie, edities: Collection[str]) -> Aanbod:
    editie = plek.source.bron.editie
    bron, bundle = plek.source.id, plek.warehouse.bundle
    rijen = pl.read_parquet(bundle_file(bundle, bron)).filter(pl.col(editie).is_in(edities))
    rejects = rejects_file(bundle, bron)
    afgekeurd = pl.read_parquet(rejects) if rejects.exists() else pl.DataFrame(schema=REJECTED)
    lading = replace(shipped.lading, edities=tuple(sorted(edities)), rijen=rijen.height)
    kengetallen = {key: one for key, one in shipped.kengetallen.items() if key in edities}
    versie = replace(shipped, lading=lading, kengetallen=kengetallen)
    return Aanbod(versie=versie, editie=editie, rijen=rijen, afgekeurd=afgekeurd)
