"""Lines of the log in the shape of the national standard for logs of processing."""

from collections.abc import Iterator
from typing import Any

from openlea.policy.rechten import Noun
from openlea.services.describe_verwerkingen import describe_verwerkingen
from openlea.services.logboek.spans import span
from openlea.storage.records.logboek import LogregelQuerySet


def describe_log(lines: LogregelQuerySet) -> Iterator[dict[str, Any]]:
    """Yield these lines as spans, in the order they are asked in."""
    of_noun = {noun: one.id for one in describe_verwerkingen() for noun in one.over}
    # Which registration it was, is in the subject; there is one entry per registration.
    of_noun.pop(Noun.REGISTRATIE, None)
    for line in lines.iterator(2000):
        yield span(line, of_noun.get(line.noun, ""))
