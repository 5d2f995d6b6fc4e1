"""What an action is called that is made of an agreement: its code and its name."""

import re
from collections.abc import Iterable

LONGEST = 300


def next_code(speerpunt: str, taken: Iterable[str]) -> str:
    """Return the first code under a speerpunt that is free, after the highest that is in use.

    >>> next_code("1C", ["1C1", "1C6", "1B9"])
    '1C7'
    """
    under = re.compile(rf"{re.escape(speerpunt)}(\d{{1,6}})")
    each = set(taken)
    used = [int(found[1]) for code in each if (found := under.fullmatch(code))]
    number = max(used, default=0) + 1
    while f"{speerpunt}{number}" in each:
        number += 1
    return f"{speerpunt}{number}"


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, short enough to be a name.

    >>> first_sentence("Elk kind krijgt een plek.  Dat regelt het bestuur.")
    'Elk kind krijgt een plek'
    """
    words = " ".join(text.split())
    first = re.split(r"(?<=[.!?])\s", words, maxsplit=1)[0].rstrip(".")
    return first if len(first) <= LONGEST else f"{first[: LONGEST - 2].rsplit(' ', 1)[0]} …"
