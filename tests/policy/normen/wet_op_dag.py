"""A norm asked as a person asks it, under the law that the shelf tells of a day."""

from datetime import date
from functools import cache

from openlea.core.catalogue import SHIPPED
from openlea.core.plichtenplank import read_plichten
from openlea.policy.normen.register import NORMEN, find_norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

NU = date(2026, 11, 22)
PLICHTEN = read_plichten((SHIPPED,))


@cache
def wet_of(naam: str, op: date = NU) -> Wetsdag:
    """Return the law that a norm reads on a day."""
    return Wetsdag.on(PLICHTEN, find_norm(naam).plichten, op)


def ask(naam: str, op: date = NU, **told: object) -> Uitkomst:
    """Return what a norm comes out at."""
    return NORMEN[naam].judge({key: str(value) for key, value in told.items()}, wet_of(naam, op))
