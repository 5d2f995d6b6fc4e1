"""The markets that placement is measured on: popular places and strict keys, always the same."""

import random
from itertools import accumulate
from pathlib import Path

from openlea.engines.placement import Market

APPLICANTS, PLACES, WISHES = 8_000, 100, 12
PEERS = Path(__file__).resolve().parents[1] / ".tools" / "peers" / "bin" / "python"


def town(applicants: int, places: int, wishes: int = WISHES) -> Market:
    """Return a market in which some places are far more wished than others, short of seats."""
    draw = random.Random(applicants)  # noqa: S311 - a measurement, no secret
    popular = list(accumulate(1 / (n + 1) ** 0.7 for n in range(places)))
    lists = [_wished(draw, popular, wishes) for _ in range(applicants)]
    orders = [draw.sample(range(applicants), applicants) for _ in range(min(places, 100))]
    # One in ten has priority; a key is made per applicant and wish, as a caller makes it.
    keys = [
        [(draw.random() > 0.1) << 32 | orders[place % 100][n] for place in own]
        for n, own in enumerate(lists)
    ]
    return Market(lists, keys, [int(0.95 * applicants / places) + 1] * places)


def _wished(draw: random.Random, popular: list[float], wishes: int) -> list[int]:
    """Return different places, the popular ones more often and sooner."""
    found: dict[int, None] = {}
    while len(found) < wishes:
        found |= dict.fromkeys(draw.choices(range(len(popular)), cum_weights=popular, k=wishes))
    return list(found)[:wishes]


def peers() -> str:
    """Return the interpreter that has the peers, or say how to make it."""
    if not PEERS.exists():
        raise RuntimeError("the peers aren't there: run tools/peers.py first")
    return str(PEERS)
