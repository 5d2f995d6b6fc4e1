"""Reads figures for pages, exports and the interface: of a place, of an indicator, over the years.

A werkruimte has a layer of its own, made from its own tables. Per indicator, place and period its
own figure goes before the national one.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl
from django.conf import settings

from openlea.core.cijfer import Bronversie, Cijfer
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.figures.laag import CIJFERS, LANDELIJK, ORDER, Opened, open_layer, readable
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.rekenwijze import Rekenwijze

TOO_FEW = "Minder dan 10 personen: een aandeel zegt dan te veel over personen."


class FigureStore:
    """The figures that one layer may see; each question opens the newest version."""

    def __init__(self, root: Path, laag: str = LANDELIJK) -> None:
        """Read under root; `laag` is 'landelijk' or the slug of a werkruimte."""
        self.laag = laag
        names = dict.fromkeys((laag, LANDELIJK))
        self._folders = [root / name for name in names]

    def of_place(self, key: PlaceKey, indicators: Sequence[str] = ()) -> tuple[Cijfer, ...]:
        """Return the figures of a place, of every indicator unless some are named, in order."""
        return self.of_places(indicators, [key])

    def of_places(self, indicators: Sequence[str], keys: Sequence[PlaceKey]) -> tuple[Cijfer, ...]:
        """Return the figures of some places; no indicators named: all of them."""
        codes: dict[str, list[str]] = {}
        for key in keys:
            codes.setdefault(str(key.kind), []).append(key.code)
        among = pl.lit(value=False)
        for soort, some in codes.items():
            among |= (pl.col("soort") == soort) & _one_of("code", some)
        return self._figures(list(codes), among, _asked(indicators))

    def of_indicator(
        self, indicator: str, soort: PlaceKind, periode: str | None = None
    ) -> tuple[Cijfer, ...]:
        """Return the figures of an indicator for every place of a kind, by code and period."""
        asked = pl.col("indicator") == indicator
        if periode is not None:
            asked &= pl.col("periode") == periode
        return self._figures([str(soort)], asked)

    def history(self, indicator: str, key: PlaceKey) -> tuple[Cijfer, ...]:
        """Return the figures of an indicator for a place, oldest period first."""
        return self.of_places([indicator], [key])

    def periods(self, indicator: str, soort: PlaceKind) -> tuple[str, ...]:
        """Return the periods of an indicator for a kind of place, oldest first."""
        found = self._rows([str(soort)], pl.col("indicator") == indicator)
        return tuple(found["periode"].unique().sort())

    def place(self, key: PlaceKey) -> Plaats | None:
        """Return a place by its key, or None when no table knows it."""
        asked = (pl.col("soort") == str(key.kind)) & (pl.col("code") == key.code)
        return next(iter(_places(self._plaatsen().filter(asked))), None)

    def places(self, soort: PlaceKind, inside: PlaceKey | None = None) -> tuple[Plaats, ...]:
        """Return the places of a kind by name, all of them or those inside a larger place."""
        found = self._plaatsen().filter(pl.col("soort") == str(soort))
        if inside is not None:
            codes = [key.code for key in self.children(inside, soort)]
            found = found.filter(_one_of("code", codes))
        return tuple(sorted(_places(found), key=lambda plaats: (plaats.naam, plaats.key.code)))

    def children(self, key: PlaceKey, soort: PlaceKind) -> tuple[PlaceKey, ...]:
        """Return the places of a kind that lie in a place, by code."""
        inside = (pl.col("boven_soort") == str(key.kind)) & (pl.col("boven_code") == key.code)
        found = self._lidmaatschap().filter(inside, pl.col("soort") == str(soort))
        return tuple(_key(str(soort), code) for code in found["code"].unique().sort())

    def parents(self, key: PlaceKey) -> tuple[PlaceKey, ...]:
        """Return the larger places that a place lies in, by kind and code."""
        here = (pl.col("soort") == str(key.kind)) & (pl.col("code") == key.code)
        found = self._lidmaatschap().filter(here).select("boven_soort", "boven_code").unique()
        return tuple(sorted(_key(*row) for row in found.rows() if row != (key.kind, key.code)))

    def above(self, keys: Iterable[PlaceKey]) -> Mapping[PlaceKey, tuple[PlaceKey, ...]]:
        """Return per place the larger places that it lies in, of many places at once."""
        codes: dict[str, list[str]] = {}
        for key in keys:
            codes.setdefault(str(key.kind), []).append(key.code)
        among = pl.lit(value=False)
        for soort, some in codes.items():
            among |= (pl.col("soort") == soort) & _one_of("code", some)
        rows = self._lidmaatschap().filter(among).unique().sort(pl.all()).rows()
        found: dict[PlaceKey, list[PlaceKey]] = {}
        for soort, code, boven_soort, boven_code in rows:
            if (soort, code) != (boven_soort, boven_code):
                found.setdefault(_key(soort, code), []).append(_key(boven_soort, boven_code))
        return {key: tuple(larger) for key, larger in found.items()}

    def versions(self) -> Mapping[str, Rekenwijze]:
        """Return by indicator how its figures were made; of this layer where it has its own."""
        found: dict[str, Rekenwijze] = {}
        for opened in reversed(self._opened()):
            found |= opened.rekenwijzen
        return found

    def stale(self, wanted: Iterable[Rekenwijze]) -> tuple[str, ...]:
        """Return the indicators whose figures in this very layer were made in another way."""
        have = open_layer(self._folders[0]).rekenwijzen
        return tuple(
            each.indicator for each in wanted if not each.same_as(have.get(each.indicator))
        )

    def _opened(self) -> list[Opened]:
        return [open_layer(folder) for folder in self._folders]

    def _rows(self, soorten: Sequence[str], *asked: pl.Expr) -> pl.DataFrame:
        """Return rows of figures, each with the versions it was made from, own ones first."""
        parts = [
            opened.scan(soorten).filter(*asked).with_columns(plek=pl.lit(number))
            for number, opened in enumerate(self._opened())
        ]
        with readable():
            found = pl.concat(pl.collect_all(parts))
        if len(parts) > 1:
            found = found.unique(ORDER, keep="first", maintain_order=True)
        return found.sort(ORDER)

    def _figures(self, soorten: Sequence[str], *asked: pl.Expr) -> tuple[Cijfer, ...]:
        made = [
            {name: each.versies for name, each in opened.rekenwijzen.items()}
            for opened in self._opened()
        ]
        rows = self._rows(soorten, *asked).select(*CIJFERS, "plek")
        return tuple(_cijfer(row, made[row["plek"]]) for row in rows.iter_rows(named=True))

    def _plaatsen(self) -> pl.DataFrame:
        return _own_first([opened.plaatsen for opened in self._opened()])

    def _lidmaatschap(self) -> pl.DataFrame:
        return _own_first([opened.lidmaatschap for opened in self._opened()])


def open_figures(laag: str = LANDELIJK) -> FigureStore:
    """Return the figures of this installation, as a layer may see them."""
    return FigureStore(settings.FIGURES, laag)


def _own_first(tables: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return what the own layer says of a place, and of other places what the national one says."""
    first, *rest = tables
    if not rest or first.is_empty():
        return rest[-1] if rest else first
    return pl.concat([first, rest[0].join(first, on=["soort", "code"], how="anti")])


def _asked(indicators: Sequence[str]) -> pl.Expr:
    return _one_of("indicator", indicators) if indicators else pl.lit(value=True)


def _one_of(column: str, values: Sequence[str]) -> pl.Expr:
    """Return a condition; one value is compared plainly, so that groups of rows can be skipped."""
    if len(values) == 1:
        return pl.col(column) == values[0]
    return pl.col(column).is_in(list(values))


def _places(table: pl.DataFrame) -> Iterable[Plaats]:
    for row in table.iter_rows(named=True):
        yield Plaats(
            key=_key(row["soort"], row["code"]),
            naam=row["naam"] or row["code"],
            gemeente=row["gemeente"],
            lat=row["lat"],
            lon=row["lon"],
        )


@lru_cache(maxsize=65_536)
def _key(soort: str, code: str) -> PlaceKey:
    return PlaceKey(PlaceKind(soort), code)


def _cijfer(row: Mapping[str, Any], made: Mapping[str, tuple[Bronversie, ...]]) -> Cijfer:
    status, bereik = Status(row["status"]), _bereik(row["laag"], row["hoog"])
    return Cijfer(
        indicator=row["indicator"],
        plaats=_key(row["soort"], row["code"]),
        periode=row["periode"],
        status=status,
        bereik=bereik,
        teller=_bereik(row["teller_laag"], row["teller_hoog"]),
        noemer=_bereik(row["noemer_laag"], row["noemer_hoog"]),
        rijen=row["rijen"],
        bronversies=made[row["indicator"]],
        reden=TOO_FEW if status is Status.VERBORGEN and bereik is None else "",
    )


def _bereik(laag: float | None, hoog: float | None) -> Bereik | None:
    return None if laag is None or hoog is None else Bereik(laag, hoog)
