"""Tells of a school board which holders the law can mean by it, from the tables of DUO."""

from collections.abc import Callable

from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKind
from openlea.policy.houderschap import holders_of_board
from openlea.storage.records import models as records
from openlea.storage.warehouse.besturen import schools_of_boards
from openlea.storage.warehouse.warehouse import open_warehouse

Houderschap = Callable[[records.Partij], frozenset[str] | None]

_BESTUUR = f"{PlaceKind.BESTUUR}:"


def houderschap_here() -> Houderschap:
    """Return what tells the holders that a kept partij can be, None when no table knows it.

    The tables are read once per version, however many partijen are asked about.
    """
    schools = schools_of_boards(open_warehouse())

    def told(partij: records.Partij) -> frozenset[str] | None:
        is_board = partij.soort == PartijSoort.SCHOOLBESTUUR and partij.plaats.startswith(_BESTUUR)
        code = partij.plaats.removeprefix(_BESTUUR) if is_board else ""
        return holders_of_board(schools.get(code, frozenset()))

    return told
