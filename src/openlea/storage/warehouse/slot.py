"""One load of a source at a time: whoever comes second is told so, and waits for nothing."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openlea.core.errors import Conflict


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a table; Conflict when somebody else holds it. A killed holder frees it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "_slot").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Conflict(
                f"De bron {folder.name} wordt op dit moment al ingelezen. "
                "Wacht tot dat klaar is en probeer het dan opnieuw."
            ) from error
        yield
