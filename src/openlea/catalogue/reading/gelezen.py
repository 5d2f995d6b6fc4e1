"""What came out of published files: good rows as declared, and rejected ones with the reason."""

from dataclasses import dataclass

import polars as pl

REJECTED = pl.Schema(
    {"bestand": pl.String, "regel": pl.Int64, "kolom": pl.String, "reden": pl.String}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """The rows of a declared table; `rijen_in` counts the rows of the files before screening.

    `afgekeurd` has the columns of REJECTED: where a row stood and why it was left out, never the
    value itself. `let_op` are sentences in Dutch about the file as a whole.
    """

    rijen: pl.DataFrame
    rijen_in: int
    afgekeurd: pl.DataFrame
    let_op: tuple[str, ...] = ()
