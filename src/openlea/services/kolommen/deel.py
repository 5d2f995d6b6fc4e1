"""The part of a table that one partner brings: what may be read in, and what of others stays."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import polars as pl

from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Lading
from openlea.core.errors import NotAllowed
from openlea.core.partij import Partij, PartijSoort
from openlea.policy.inleesrecht import readable_part
from openlea.policy.kengetal import Kengetallen
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.laden.inname import Plek
from openlea.storage.records.inlezing import InlezingQuerySet
from openlea.storage.records.models import Inlezing
from openlea.storage.records.models import Partij as Partijrecord
from openlea.storage.warehouse.kengetallen import summarise
from openlea.storage.warehouse.versie import Versie
from openlea.storage.warehouse.warehouse import Aanbod

MAG_NIET = "Een bestand inlezen voor deze tabel mag jij niet."


def own_part(actor: Actor, source: SourceFile) -> str:
    """Return the part that somebody may read in, '' for the whole table; NotAllowed for none."""
    found = part_of(actor, source)
    if found is None:
        raise NotAllowed(MAG_NIET)
    return found


def part_of(actor: Actor, source: SourceFile) -> str | None:
    """Return the part that somebody may read in: '' for the whole table, None for nothing."""
    one = Partijrecord.objects.of(actor.werkruimte).filter(pk=actor.partij or 0).first()
    partij = one and Partij(
        code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats
    )
    return readable_part(actor.scope(Noun.BRON, Verb.MAKEN), source.bron, partij or None)


def own_inlezingen(actor: Actor) -> InlezingQuerySet:
    """Return the readings in that somebody may go on with: a partner only what it began itself."""
    found: InlezingQuerySet = Inlezing.objects.of(actor.werkruimte)
    scope = actor.scope(Noun.BRON, Verb.MAKEN)
    if scope is Scope.ALLES:
        return found
    return found.filter(door_id=actor.persoon or 0) if scope is not Scope.NIETS else found.none()


def rows_there(plek: Plek, edities: Collection[str]) -> pl.DataFrame | None:
    """Return the rows of some editions in the own table now; None when there is no such table."""
    bron = plek.source.bron
    if plek.warehouse.layer(plek.source.id, plek.laag) != plek.laag:
        return None
    there = plek.warehouse.scan(plek.source.id, laag=plek.laag)
    return there.filter(pl.col(bron.editie).is_in(list(edities))).collect()


def with_other_parts(plek: Plek, rijen: pl.DataFrame) -> pl.DataFrame:
    """Return new rows with, of the same editions, the rows that other partners brought."""
    bron = plek.source.bron
    there = rows_there(plek, set(rijen[bron.editie])) if bron.deel else None
    if there is None:
        return rijen
    keys = [bron.editie, bron.deel]
    others = there.join(rijen.select(keys).unique(), on=keys, how="anti")
    whole = pl.concat([others.select(rijen.columns).cast(rijen.schema), rijen])
    return whole.sort(bron.editie, *bron.sleutel)


def before_of(plek: Plek, rijen: pl.DataFrame) -> Mapping[str, Kengetallen]:
    """Return per edition how the rows of exactly these parts looked until now."""
    bron = plek.source.bron
    there = rows_there(plek, plek.editions)
    if there is None:
        return {}
    mine = there.filter(pl.col(bron.deel).is_in(rijen[bron.deel].unique().to_list()))
    return {} if mine.is_empty() else summarise(mine, bron.editie, bron.sleutel)


def changes_nothing(plek: Plek, whole: pl.DataFrame) -> bool:
    """Say whether these editions are in the own table exactly so already."""
    bron = plek.source.bron
    there = rows_there(plek, set(whole[bron.editie]))
    if there is None or there.height != whole.height:
        return False
    same = there.select(whole.columns).cast(whole.schema).sort(bron.editie, *bron.sleutel)
    return same.equals(whole.sort(bron.editie, *bron.sleutel))


def editions_of_parts(plek: Plek, rijen: pl.DataFrame) -> Mapping[str, Versie]:
    """Return what the gate lays new rows beside: of a table in parts, only these same parts."""
    if not plek.source.bron.deel:
        return plek.editions
    before = before_of(plek, rijen)
    return {
        editie: replace(
            plek.editions[editie],
            lading=_counted(plek.editions[editie].lading, before),
            kengetallen=before,
        )
        for editie in before
    }


def _counted(lading: Lading, before: Mapping[str, Kengetallen]) -> Lading:
    rijen = sum(one.rijen for one in before.values())
    return replace(lading, edities=tuple(before), rijen=rijen, rijen_in=rijen, afgekeurd=0)


def whole_of(plek: Plek, aanbod: Aanbod) -> Aanbod:
    """Return an offer with the parts that others brought beside it; commit refuses it once stale.

    What is told of the load itself stays about the rows that were brought.
    """
    bron = plek.source.bron
    if not bron.deel:
        return aanbod
    whole = with_other_parts(plek, aanbod.rijen)
    kengetallen = summarise(whole, bron.editie, bron.sleutel)
    last = next((one.versie for one in plek.versions), 0)
    versie = replace(aanbod.versie, kengetallen=kengetallen)
    return replace(aanbod, versie=versie, rijen=whole, na=last)
