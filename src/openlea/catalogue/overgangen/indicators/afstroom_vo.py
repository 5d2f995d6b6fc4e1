"""Afstroom vo."""

from openlea.catalogue.doorstroom import moving, stroom_card, stroom_example
from openlea.catalogue.measures import Table
from openlea.core.indicator import Richting

INDICATOR = stroom_card("Afstroom vo", Richting.LAGER, "gaat", "naar een lager niveau")


def compute(duo_zittenblijvers_vo: Table) -> Table:
    """Return these pupils beside the others of the vestiging."""
    return moving(duo_zittenblijvers_vo, "afstromers")


EXAMPLE = stroom_example(
    3.67, 4.67, "11 tot en met 14 afstromers op 300 leerlingen: 3,67 tot 4,67 %."
)
