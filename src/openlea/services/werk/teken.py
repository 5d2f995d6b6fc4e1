"""A sign of life while work runs, also when the work itself is busy for minutes on end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from openlea.policy.werk import WerkStaat
from openlea.storage.records.werk import Werk

SECONDS = 15.0


@contextmanager
def signs_of_life(nummer: int) -> Iterator[None]:
    """Write every few seconds that this work still runs, from a thread beside it."""
    over = threading.Event()
    beside = threading.Thread(target=_tell, args=(nummer, over, SECONDS), daemon=True)
    beside.start()
    try:
        yield
    finally:
        over.set()
        beside.join(timeout=5)


def _tell(nummer: int, over: threading.Event, every: float) -> None:
    while not over.wait(every):
        try:
            running = Werk.objects.filter(pk=nummer, staat=WerkStaat.LOOPT)
            running.update(teken_op=timezone.now())
        except DatabaseError:
            continue  # a database that is busy now hears the next sign
        finally:
            connection.close()
