"""What the law says of applying: the same texts, and the same marks, as on the pages of the law."""

from datetime import date

from openlea.core.errors import NotFound, NotInForce
from openlea.services.find_plicht import find_plicht
from openlea.services.plichten.plicht_op_dag import PlichtOpDag, on_day

PLICHTEN = ("LEA-01", "PO-04", "PO-18")
"""Consulting on how children are admitted; applying in writing; the voluntary contribution."""


def law_of_applying(today: date) -> tuple[PlichtOpDag, ...]:
    """Return the duties that hold today; one that a gemeente took from its shelf is left out."""
    found = []
    for naam in PLICHTEN:
        try:
            found.append(on_day(find_plicht(naam), today, today))
        except (NotFound, NotInForce):
            continue
    return tuple(found)
