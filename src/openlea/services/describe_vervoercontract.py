"""Tells per school year what the carriers say of the contract: rides, complaints, time, cost."""

from itertools import groupby

from openlea.services.vervoer.contractjaar import Contractjaar, year_of
from openlea.storage.warehouse.vervoercontract import read_contract
from openlea.storage.warehouse.warehouse import open_warehouse


def describe_vervoercontract(laag: str, gemeente: str) -> tuple[Contractjaar, ...]:
    """Return the school years of a gemeente, old first; none when no carrier gave anything."""
    rows = read_contract(open_warehouse(), laag, gemeente)
    years = groupby(rows, key=lambda one: one.schooljaar)
    return tuple(year_of(jaar, tuple(found)) for jaar, found in years)
