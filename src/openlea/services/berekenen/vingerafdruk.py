"""A short mark of how something is made: it changes when the same would come out differently."""

import hashlib
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

import polars as pl

from openlea import catalogue, core

# What the computation itself is written in; the shelves and their examples make no figures.
_FILES = sorted(
    [
        *(file for file in Path(catalogue.__path__[0]).glob("*.py")
          if file.stem not in {"shelf", "examples", "vergelijkbaar", "caveats"}),
        Path(core.__path__[0]) / "onthulling.py",
    ]
)  # fmt: skip


def print_of(*parts: object) -> str:
    """Return the mark of these parts; files count by their content."""
    told = (part.read_bytes() if isinstance(part, Path) else str(part).encode() for part in parts)
    return hashlib.sha256(b"\0".join(told)).hexdigest()


@cache
def print_of_reckoning() -> str:
    """Return the mark of the product's own part in every figure."""
    return print_of(*_FILES)


def print_of_shelf(roots: Iterable[Path], pattern: str) -> str:
    """Return the mark of the files of a shelf."""
    return print_of(*(file for root in roots for file in sorted(root.glob(pattern))))


def print_of_rows(rows: pl.DataFrame) -> str:
    """Return the mark of rows in their order."""
    written = BytesIO()
    rows.write_ipc(written)
    return hashlib.sha256(written.getvalue()).hexdigest()
