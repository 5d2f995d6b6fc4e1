"""Ten times as many rows at the door beside what a straight line with a little slack would take."""

from functools import cache

from benchmarks.measure import Measurement, _seconds
from benchmarks.measure_registraties import load, register

EXPONENT = 1.1
SIZES = (12_500, 25_000, 250_000)


@cache
def files() -> dict[int, bytes]:
    """Return a register of every size."""
    return {size: register(size) for size in SIZES}


class Growth(Measurement):
    """The time of the largest beside ten times that of the one before, with exponent 1.1."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of the largest, and those that the exponent allows."""
        load((files()[SIZES[0]],))
        best = {}
        for size, body in files().items():
            best[size] = min(_seconds(lambda body=body: load((body,))) for _ in range(self.rounds))
            print(f"  {size} rijen: {best[size]:.2f} s")
        *_, before, largest = SIZES
        return best[largest], best[before] * (largest / before) ** EXPONENT


MEASUREMENT = Growth(
    what="registraties door de deur: 250.000 rijen",
    peer="25.000 rijen, maal tien tot de macht 1,1",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=1.0,
    rounds=3,
    n=SIZES[-1],
)
