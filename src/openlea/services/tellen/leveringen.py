"""The rows that a count is made of: of every sender what counts now, opened in memory alone."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import polars as pl

from openlea.core.registratie import Registratie
from openlea.policy.registratieperiode import last_day
from openlea.services.kluis.ketting import lifted
from openlea.services.kluis.plek import registraties, vak_of
from openlea.services.tellen.teller import AFZENDER, Teller
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis
from openlea.storage.vault.pseudoniemsleutels import chain_length

MARGE = timedelta(days=62)
"""How much later than the period a delivery that goes beside it may end."""


def deliveries_for(werkruimte: int, teller: Teller, periode: str) -> list[Aanlevering]:
    """Return what is counted: of `hoofd` this period, of `erbij` per sender the newest before."""
    kept = Aanlevering.objects.of(werkruimte).counted().select_related("werkruimte", "partij")
    main = [one for one in kept if one.registratie in teller.hoofd and one.periode == periode]
    if not main:
        return []
    declared = registraties()
    until = last_day(declared[main[0].registratie].periode, periode) + MARGE
    beside = [
        one
        for one in kept
        if one.registratie in teller.erbij
        and one.registratie in declared
        and _ends(declared[one.registratie], one) <= until
    ]
    return [*main, *_newest(beside, declared)]


def rows_of(deliveries: Sequence[Aanlevering]) -> dict[str, pl.DataFrame]:
    """Return the rows by registration, each with the code of its sender."""
    found: dict[str, list[pl.DataFrame]] = {}
    for one in deliveries:
        rows = lifted(one, kluis.read(vak_of(one)), chain_length(one.werkruimte.slug))
        sender = pl.lit(one.partij.code if one.partij else "").alias(AFZENDER)
        found.setdefault(one.registratie, []).append(rows.with_columns(sender))
    return {name: pl.concat(parts, how="diagonal") for name, parts in found.items()}


def _newest(
    deliveries: Iterable[Aanlevering], declared: dict[str, Registratie]
) -> list[Aanlevering]:
    """Return per registration and sender the delivery that ends last."""
    found: dict[tuple[str, int | None], Aanlevering] = {}
    for one in sorted(deliveries, key=lambda one: _ends(declared[one.registratie], one)):
        found[(one.registratie, one.partij_id)] = one
    return list(found.values())


def _ends(registratie: Registratie, one: Aanlevering) -> date:
    return last_day(registratie.periode, one.periode)
