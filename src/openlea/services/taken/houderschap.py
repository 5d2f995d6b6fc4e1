"""Tells of school boards which holders the law can mean by them, from the tables of DUO."""

from collections.abc import Iterable

from openlea.core.partij import Partij, PartijSoort
from openlea.core.place import PlaceKind
from openlea.core.plicht import Houder
from openlea.policy.houderschap import Houderschappen, holders_of_board
from openlea.policy.verplichting import answers_for
from openlea.storage.records import models as records
from openlea.storage.warehouse.besturen import schools_of_boards
from openlea.storage.warehouse.warehouse import open_warehouse

_BESTUUR = f"{PlaceKind.BESTUUR}:"


def houderschap_of(partijen: Iterable[Partij | records.Partij]) -> Houderschappen:
    """Return by code which holders a partij can be, of those that the tables know.

    The tables are read once per version, however many partijen are asked about.
    """
    schools = schools_of_boards(open_warehouse())
    found = {
        one.code: holders_of_board(schools.get(one.plaats.removeprefix(_BESTUUR), ()))
        for one in partijen
        if one.soort == PartijSoort.SCHOOLBESTUUR and one.plaats.startswith(_BESTUUR)
    }
    return {code: told for code, told in found.items() if told is not None}


def holders_of_partij(one: records.Partij) -> frozenset[Houder]:
    """Return every holder that a kept partij can be."""
    told, soort = houderschap_of([one]).get(one.code), PartijSoort(one.soort)
    return frozenset(houder for houder in Houder if answers_for(soort, houder, told))
