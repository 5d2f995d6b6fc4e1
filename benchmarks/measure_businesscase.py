"""Ten times ten thousand draws of a business case, beside what a straight line would take.

The peer is ours at ten thousand draws: from there the time may grow with exponent 1.1.
"""

from benchmarks.measure import Measurement
from openlea.catalogue.businesscasekast import open_businesscases
from openlea.core.catalogue import find_roots
from openlea.services.businesscase.uitkomst import Uitkomst
from openlea.services.reckon_businesscase import reckon_businesscase

EXPONENT, TIMES, DRAWS = 1.1, 10, 10_000
CASE = open_businesscases(find_roots())["thuisnabij_so"]


def reckon(draws: int) -> Uitkomst:
    """Return the outcome of so many draws, the tornado and turning points included."""
    return reckon_businesscase(CASE, trekkingen=draws)


class Growth(Measurement):
    """The seconds of all draws, beside those that the exponent allows from ten thousand on."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of all draws, and those that the exponent allows."""
        ours, fewer = super().run()
        return ours, fewer * TIMES**EXPONENT


MEASUREMENT = Growth(
    what="businesscase: honderdduizend trekkingen, met tornado en omslagpunten",
    peer="tienduizend trekkingen, tien keer zoveel tot de macht 1,1",
    ours=lambda: reckon(DRAWS * TIMES),
    theirs=lambda: reckon(DRAWS),
    at_most=1.0,
    n=DRAWS * TIMES,
)
