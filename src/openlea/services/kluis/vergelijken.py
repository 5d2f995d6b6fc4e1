"""Lays a draft beside what counts for the same period and sender, and says what differs."""

from typing import Any

import polars as pl

from openlea.core.logboek import Logsoort
from openlea.policy.kolombesluit import PSEUDONIEM
from openlea.policy.leveringverschil import Leveringverschil, likeness, proposed, told
from openlea.policy.rechten import Actor, Noun
from openlea.services.kluis.ketting import lifted
from openlea.services.kluis.plek import can_be_read, vak_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis
from openlea.storage.vault.pseudoniemsleutels import chain_length

VERSCHIL = "verschil"
WAARVOOR = "vergelijken met wat nu wordt aangeleverd"


def earlier_of(one: Aanlevering) -> Aanlevering | None:
    """Return what counts for the same registration, period and sender."""
    found = Aanlevering.objects.counted().same_as(one)
    return found.select_related("werkruimte", "partij").first()


def note_difference(actor: Actor, one: Aanlevering, rows: pl.DataFrame) -> None:
    """Say in a draft that may be kept how it differs from what counts now, in safe words."""
    earlier = earlier_of(one)
    one.koppeling = {naam: told for naam, told in one.koppeling.items() if naam != VERSCHIL}
    if one.wacht_op or earlier is None or not can_be_read(earlier):
        return
    what = f"{earlier.registratie} {earlier.periode}"
    log_deed(
        actor, "aanlevering gelezen", what, WAARVOOR, soort=Logsoort.LEZEN, noun=Noun.REGISTRATIE
    )
    length = chain_length(one.werkruimte.slug)
    before = lifted(earlier, kluis.read(vak_of(earlier)), length)
    found = difference(before, lifted(one, rows, length))
    one.koppeling = {**one.koppeling, VERSCHIL: _kept(earlier, found)}


def merge_into(actor: Actor, one: Aanlevering, earlier: Aanlevering) -> pl.DataFrame:
    """Return the rows of an earlier delivery and a draft as one; the record says how many."""
    what = f"{earlier.registratie} {earlier.periode}"
    log_deed(
        actor, "aanlevering gelezen", what, "aanvullen", soort=Logsoort.LEZEN, noun=Noun.REGISTRATIE
    )
    length = chain_length(one.werkruimte.slug)
    old = lifted(earlier, kluis.read(vak_of(earlier)), length)
    rows = joined_rows(old, lifted(one, kluis.read(vak_of(one)), length))
    named = {kolom["naam"]: kolom for kolom in (*one.kolommen, *earlier.kolommen)}
    one.kolommen = [named[naam] for naam in rows.columns]
    one.rijen, one.sleutels = rows.height, length
    return rows


def difference(old: pl.DataFrame, new: pl.DataFrame) -> Leveringverschil:
    """Return how many persons and rows differ between two sets of rows."""
    before, after = set(old[PSEUDONIEM].to_list()), set(new[PSEUDONIEM].to_list())
    both = before & after
    columns = sorted({*old.columns, *new.columns})
    counted_old, counted_new = _counted(old, columns), _counted(new, columns)
    joined = counted_new.join(counted_old, on=columns, how="left", nulls_equal=True)
    extra = joined.filter(pl.col("len") > pl.col("len_right").fill_null(0))
    changed = extra.filter(pl.col(PSEUDONIEM).is_in(list(both)))
    return Leveringverschil(
        beide=len(both),
        alleen_oud=len(before - after),
        alleen_nieuw=len(after - before),
        gewijzigd=int((changed["len"] - changed["len_right"].fill_null(0)).sum()),
        gelijk=extra.is_empty() and old.height == new.height,
    )


def joined_rows(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Return the old rows and those of the new that weren't there yet, as one table."""
    columns = [*old.columns, *(naam for naam in new.columns if naam not in old.columns)]
    before = _counted(old, columns).drop("len")
    added = _wide(new, columns).join(before, on=columns, how="anti", nulls_equal=True)
    return pl.concat([_wide(old, columns), added])


def _wide(rows: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    missing = [pl.lit(None, pl.String).alias(naam) for naam in columns if naam not in rows.columns]
    return rows.with_columns(missing).select(columns)


def _counted(rows: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    return _wide(rows, columns).group_by(columns).len()


def _kept(earlier: Aanlevering, found: Leveringverschil) -> dict[str, Any]:
    like = likeness(found)
    return {
        "van": earlier.pk,
        "soort": like.value,
        "zinnen": list(told(found)),
        "voorstel": proposed(like).value,
    }
