"""Zittenblijven vo."""

from openlea.catalogue.doorstroom import moving, stroom_card, stroom_example
from openlea.catalogue.measures import Table
from openlea.core.indicator import Richting

INDICATOR = stroom_card("Zittenblijven vo", Richting.LAGER, "blijft", "zitten")


def compute(duo_zittenblijvers_vo: Table) -> Table:
    """Return these pupils beside the others of the vestiging."""
    return moving(duo_zittenblijvers_vo, "zittenblijvers")


EXAMPLE = stroom_example(
    4.33, 5.33, "13 tot en met 16 zittenblijvers op 300 leerlingen: 4,33 tot 5,33 %."
)
