"""Lines of the log in the shape of the national standard for logs of processing."""

from collections.abc import Iterator
from typing import Any

from openlea.services.logboek.spans import span
from openlea.storage.records.logboek import LogregelQuerySet


def describe_log(lines: LogregelQuerySet) -> Iterator[dict[str, Any]]:
    """Yield these lines as spans, in the order they are asked in."""
    for line in lines.iterator(2000):
        yield span(line)
