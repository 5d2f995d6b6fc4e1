"""The schools that segregation is measured on: 342 municipalities, 18 schools each, two groups."""

from pathlib import Path

import numpy as np

MUNICIPALITIES, SCHOOLS = 342, 18
DRAWS = 500
PEERS = Path(__file__).resolve().parents[1] / ".tools" / "peers" / "bin" / "python"


def schools() -> tuple[np.ndarray, np.ndarray]:
    """Return the counts (schools × 2, always the same) and the municipality of each school."""
    random = np.random.default_rng(20)
    many = MUNICIPALITIES * SCHOOLS
    members = random.gamma(5, 42, size=many).astype(int) + 10
    in_group = random.binomial(members, random.beta(2, 8, size=many))
    area = np.repeat(np.arange(MUNICIPALITIES), SCHOOLS)
    return np.stack([in_group, members - in_group], axis=1).astype(float), area


def peers() -> str:
    """Return the interpreter that has the peers, or say how to make it."""
    if not PEERS.exists():
        raise RuntimeError("the peers aren't there: run tools/peers.py first")
    return str(PEERS)
