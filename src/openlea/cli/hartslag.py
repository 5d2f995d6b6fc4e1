"""The heartbeat of the worker: it says that it lives, and looks after the log once a day."""

import logging
import threading
import time

LOG = logging.getLogger("openlea.werker")
SECONDS = 15.0
DAY = 24 * 60 * 60


def begin_beating() -> threading.Event:
    """Begin in a thread beside the work; set the event to end it."""
    over = threading.Event()
    threading.Thread(target=_beat, args=(over,), daemon=True, name="hartslag").start()
    return over


def _beat(over: threading.Event) -> None:
    from django.db import connection

    checked = time.monotonic() - DAY
    while True:
        try:
            _sign()
            if time.monotonic() - checked >= DAY:
                checked = time.monotonic()
                _look_after_log()
        except Exception:  # a heart that stops at one fault says nothing about the next
            LOG.exception("the heartbeat missed a beat")
        finally:
            connection.close()
        if over.wait(SECONDS):
            return


def _sign() -> None:
    from openlea.core.teken import WERKER
    from openlea.services.note_teken import note_teken
    from openlea.services.seal_log import seal_log

    note_teken(WERKER)
    # Who writes a line seals it; what a process that was killed left behind is sealed here.
    seal_log()


def _look_after_log() -> None:
    from openlea.services.check_log import check_log

    if not check_log():
        LOG.error("the log is not whole: run openlea audit verify")
