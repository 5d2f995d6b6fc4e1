"""How politely and how long a publisher is asked; the clock and the waiting can be replaced."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MEGABYTE = 1024 * 1024


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Haalwijze:
    """The limits of a fetch, in seconds, tries, bytes and pages; `spiegels` as in the settings."""

    spiegels: Mapping[str, str] = field(default_factory=dict)
    connect: float = 10.0
    read: float = 60.0
    total: float = 1800.0
    tries: int = 5
    first_wait: float = 1.0
    longest_wait: float = 120.0
    most_bytes: int = 300 * MEGABYTE
    most_pages: int = 5000
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    now: Callable[[], datetime] = _now

    def wait_before(self, attempt: int) -> float:
        """Return the seconds before a next try: twice as long each time, and never in step."""
        return min(self.first_wait * 2.0**attempt * (1 + self.chance()), self.longest_wait)

    def asked_wait(self, retry_after: str) -> float | None:
        """Return the seconds that Retry-After asks: a number, or a moment; None when neither."""
        if retry_after.strip().isdigit():
            return float(retry_after)
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        if moment.tzinfo is None:
            return None
        return max(0.0, (moment - self.now()).total_seconds())
