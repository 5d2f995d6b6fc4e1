"""Writes a treated file on a desk: for its owner alone, and whole or not at all."""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from openlea.policy.persoonswaarde import is_like

LINE_END = "\r\n"
FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is a formula to a spreadsheet; a number may begin with a minus."""


def csv_line(cells: Sequence[str]) -> str:
    """Return one line: parted by semicolons, quoted where needed, never a formula."""
    return ";".join(_quoted(_plain(cell)) for cell in cells) + LINE_END


@contextmanager
def beside(file: Path) -> Iterator[TextIO]:
    """Open a file of mode 0600 beside the place and move it there when all went well."""
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    opened = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "w", encoding="utf-8", newline="") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) and not is_like("getal", cell) else cell


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in ';"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
