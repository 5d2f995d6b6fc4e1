"""Opstroom vo."""

from openlea.catalogue.doorstroom import moving, stroom_card, stroom_example
from openlea.catalogue.measures import Table
from openlea.core.indicator import Richting

INDICATOR = stroom_card("Opstroom vo", Richting.HOGER, "gaat", "naar een hoger niveau")


def compute(duo_zittenblijvers_vo: Table) -> Table:
    """Return these pupils beside the others of the vestiging."""
    return moving(duo_zittenblijvers_vo, "opstromers")


EXAMPLE = stroom_example(12.0, 12.0, "36 opstromers op 300 leerlingen: 12 %.")
