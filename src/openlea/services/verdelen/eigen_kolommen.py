"""Lays the own columns of a division beside public numbers that are taken anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from openlea.services.verdelen.tabel import Tabel
from openlea.services.verdelen.tabel_bewaren import Kolombron

KEY = "vestiging"


def with_own_columns(
    fresh: Tabel, told: Sequence[Kolombron], was: Tabel | None, known: Sequence[Mapping[str, str]]
) -> tuple[Tabel, tuple[Kolombron, ...]]:
    """Return the fresh table with the columns that only the kept one has; by vestiging or name."""
    if was is None:
        return fresh, tuple(told)
    own = [place for place, kop in enumerate(was.koppen) if kop and kop not in fresh.koppen]
    before = {key: row for _, row in was.rijen for key in _keys(was, row)}
    names = {was.koppen[place] for place in own}
    return replace(
        fresh,
        koppen=(*fresh.koppen, *(was.koppen[place] for place in own)),
        rijen=tuple(
            (regel, (*row, *(_cell(_same(before, _keys(fresh, row)), place) for place in own)))
            for regel, row in fresh.rijen
        ),
    ), (*told, *(Kolombron(**one) for one in known if one["kolom"] in names))


def _keys(tabel: Tabel, row: Sequence[str]) -> list[str]:
    """Return by what a school is known again: its vestiging, and its name."""
    places = [*([tabel.koppen.index(KEY)] if KEY in tabel.koppen else []), 0]
    return [key for place in places if (key := _cell(row, place).strip().casefold())]


def _same(before: Mapping[str, Sequence[str]], keys: Sequence[str]) -> Sequence[str]:
    return next((before[key] for key in keys if key in before), ())


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
