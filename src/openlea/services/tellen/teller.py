"""What a count over registrations is given, and what declares one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort, Telstaat

AFZENDER = "afzender"
"""The column with the code of who delivered a row; '' is the gemeente itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telopdracht:
    """What is to be counted: of which werkruimte and period, and the rows by registration.

    Every column of `rijen` is text; one that no delivery had is absent. Rows of several senders
    stand under one another. `eerder` are the rows of the period before, for flows. None of it may
    leave the function that counts, but as protected numbers (policy/telscherm.py).
    """

    werkruimte: int
    plaats: PlaceKey | None
    periode: str
    vandaag: date
    rijen: Mapping[str, pl.DataFrame]

    def of(self, registratie: str, *columns: str) -> pl.DataFrame:
        """Return the rows of a registration with these columns at least; absent ones are null."""
        rows = self.rijen.get(registratie, pl.DataFrame())
        lacking = [name for name in columns if name not in rows.columns]
        return rows.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in lacking)


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who counts a kind: over `hoofd`, whose period it gets, with the newest rows of `erbij`."""

    soort: Telsoort
    hoofd: tuple[str, ...]
    erbij: tuple[str, ...]
    tel: Callable[[Telopdracht], Telstaat]

    def counts(self, registratie: str) -> bool:
        """Say whether rows of a registration change this count."""
        return registratie in (*self.hoofd, *self.erbij)
