"""How many rows a delivery has, as it may be said: fewer than five persons are not a number."""

from openlea.core.onthulling import VERBORGEN_HOOG
from openlea.policy.cijfertekst import number_text


def count_text(rijen: int) -> str:
    """Return '1.234', '0', or 'minder dan 5' when the number would say too much."""
    if 0 < rijen <= VERBORGEN_HOOG:
        return f"minder dan {VERBORGEN_HOOG + 1}"
    return number_text(rijen, 0)
