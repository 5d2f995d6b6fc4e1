"""The lines of the log since a moment, in the shape of the national standard for such logs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openlea.services.logboek.spans import span
from openlea.storage.records.models import Logregel


def describe_log(since: datetime, keten: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the lines of one chain, or of all, since a moment, oldest first."""
    lines = Logregel.objects.since(since).order_by("id")
    lines = lines.filter(keten=keten) if keten else lines
    for line in lines.iterator(2000):
        yield span(line)
