"""A load as the gate sees it, beside what is in the table now."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from openlea.catalogue.reading.herindeling import gemeentenamen
from openlea.core.place import PlaceKind
from openlea.policy.inleescontrole import Ladingbeeld, day_of, reasons_to_hold
from openlea.policy.kengetal import Kengetallen
from openlea.storage.warehouse.versie import Versie

_GEMEENTE = ("gemeente", "gemeente_leerling", "gemeente_toen")


def held_because(
    versie: Versie, rijen: pl.DataFrame, editions: Mapping[str, Versie], today: date
) -> tuple[str, ...]:
    """Return why a load is held beside the editions that are in the table now; none: it passes."""
    return reasons_to_hold(
        _beeld(versie, _unknown(rijen)), _last(versie, editions), _known(editions), today
    )


def _beeld(versie: Versie, onbekend: float = 0.0) -> Ladingbeeld:
    days = {editie: day_of(editie) for editie in versie.lading.edities}
    return Ladingbeeld(
        edities=versie.kengetallen,
        rijen_in=versie.lading.rijen_in,
        rijen=versie.lading.rijen,
        afgekeurd=versie.lading.afgekeurd,
        codering=versie.codering,
        onbekend=onbekend,
        dagen={editie: day for editie, day in days.items() if day},
    )


def _last(versie: Versie, editions: Mapping[str, Versie]) -> Ladingbeeld | None:
    """Return the load that brought these editions, or else the newest."""
    same = [one for editie, one in editions.items() if editie in versie.lading.edities]
    found = max(same or editions.values(), key=lambda one: one.versie, default=None)
    return _beeld(found) if found else None


def _known(editions: Mapping[str, Versie]) -> Mapping[str, Kengetallen]:
    return {
        editie: one.kengetallen[editie]
        for editie, one in editions.items()
        if editie in one.kengetallen
    }


def _unknown(rijen: pl.DataFrame) -> float:
    """Return the share of the codes of gemeenten that stand on no shelf."""
    columns = [name for name in _GEMEENTE if name in rijen.columns]
    codes = {code for name in columns for code in rijen[name].drop_nulls().unique()}
    known = {key.code for key in gemeentenamen().places if key.kind is PlaceKind.GEMEENTE}
    return len(codes - known) / len(codes) if codes else 0.0
