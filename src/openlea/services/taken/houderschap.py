"""Tells of school boards which holders the law can mean by them, from the tables of DUO."""

from collections.abc import Iterable

from openlea.core.partij import Partij, PartijSoort
from openlea.core.plicht import Houder
from openlea.policy.houderschap import Houderschappen, holders_of_board
from openlea.policy.verplichting import answers_for
from openlea.storage.records import models as records
from openlea.storage.warehouse.besturen import schools_by_place
from openlea.storage.warehouse.warehouse import open_warehouse


def houderschap_of(partijen: Iterable[Partij | records.Partij]) -> Houderschappen:
    """Return by code which holders a partij can be, of those that the tables know.

    A partij at the place of one school stands for that school alone. The tables are read once per
    version, however many partijen are asked about.
    """
    schools = schools_by_place(open_warehouse())
    found = {
        one.code: holders_of_board(schools.get(one.plaats, ()))
        for one in partijen
        if one.soort == PartijSoort.SCHOOLBESTUUR
    }
    return {code: told for code, told in found.items() if told is not None}


def holders_of_partij(one: records.Partij) -> frozenset[Houder]:
    """Return every holder that a kept partij can be."""
    told, soort = houderschap_of([one]).get(one.code), PartijSoort(one.soort)
    return frozenset(houder for houder in Houder if answers_for(soort, houder, told))
