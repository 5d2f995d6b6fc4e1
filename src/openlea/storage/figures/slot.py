"""Lets one at a time compute a layer: who comes second waits, and then finds the work done."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder as soon as it's free; a killed holder frees it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "_slot").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
