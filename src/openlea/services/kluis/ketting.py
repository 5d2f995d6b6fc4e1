"""The keys of pseudonyms of a werkruimte, and bringing rows further when the chain grew.

Rows that were kept under a shorter chain are read as if all keys of today were applied, so that
deliveries link at any moment, also while they are being written anew.
"""

from collections.abc import Sequence

import polars as pl

from openlea.core.errors import Conflict
from openlea.policy.kolombesluit import Behandeling
from openlea.services.kluis.keuren import Sleutels
from openlea.services.kluis.pseudoniemen import pseudoniemen
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import pseudoniemsleutels as sleutels

KWIJT = (
    "De sleutels van de pseudoniemen zijn er niet. Wat nu komt, zou niet passen bij wat er al is. "
    "Vraag de beheerder van deze installatie de sleutels terug te zetten."
)


def needed_chain(werkruimte: int, slug: str) -> int:
    """Return how many keys the chain has, one made (and that of senders) when nothing was kept.

    Conflict when kept deliveries say that there were more, or that senders had a key: then keys
    were lost, and new ones would quietly link nothing to anything.
    """
    kept = Aanlevering.objects.of(werkruimte).kept().order_by("-sleutels")
    most = next(iter(kept.values_list("sleutels", flat=True)), 0)
    if most and (sleutels.chain_length(slug) < most or not sleutels.has_sender_key(slug)):
        raise Conflict(KWIJT)
    sleutels.sender_key(slug)
    sleutels.lengthen_chain(slug, max(1, most))
    return sleutels.chain_length(slug)


def keys_of(one: Aanlevering) -> Sleutels:
    """Return what makes the pseudonyms of a delivery, under the keys that its chain has."""
    slug = one.werkruimte.slug
    return Sleutels(
        afzender=sleutels.sender_key(slug),
        keten=sleutels.chain_keys(slug, to=one.sleutels),
        van=one.partij.code if one.partij else slug,
    )


def lifted(one: Aanlevering, rows: pl.DataFrame, to: int) -> pl.DataFrame:
    """Return rows of a delivery as if kept under a chain of `to` keys."""
    keys = sleutels.chain_keys(one.werkruimte.slug, after=one.sleutels, to=to)
    columns = [kolom["naam"] for kolom in one.kolommen if kolom["soort"] == Behandeling.PSEUDONIEM]
    if not keys:
        return rows
    return rows.with_columns(_brought(rows[naam], keys) for naam in columns)


def _brought(column: pl.Series, keys: Sequence[bytes]) -> pl.Series:
    """Return the pseudonyms under more keys; a row that waits for its person has none."""
    known = column.drop_nulls().unique().to_list()
    if not known:
        return column
    return column.replace_strict(known, pseudoniemen(keys, known), return_dtype=pl.String)
