"""One place in a file: a cell of a sheet, or a path in JSON."""

from typing import NamedTuple


class Plek(NamedTuple):
    """Where in a file: the sheet and its cell, such as Acties D14, or JSON and a path."""

    blad: str
    cel: str
