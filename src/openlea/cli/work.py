"""Work in the background: a process that does it, alone or beside the site."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.hartslag import begin_beating
from openlea.cli.start import Data, say, start

Beside = Annotated[int | None, Parameter(name="--naast", show=False)]
GRACE = (3, 8)
"""Seconds that work gets to reach its next step, and then to write that it was broken off."""
SHORTEST_LIFE = 4
PAUSE = 10
"""A process that ends within so many seconds is begun again only after this pause, in seconds."""


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(work)


def work(*, data: Data = None, naast: Beside = None) -> None:
    """Doe het werk op de achtergrond (`serve` en `demo` doen dit vanzelf)."""
    start(data)
    from django.core.management import call_command

    from openlea.services.end_silent_work import end_silent_work
    from openlea.web.logvorm import tell_faults

    tell_faults()
    end_silent_work()
    call_command("prune_db_task_results", verbosity=0)
    begin_beating()
    if naast is None:
        say("Wacht op werk. Stoppen: Ctrl+C")
    else:
        threading.Thread(target=_leave_with, args=(naast,), daemon=True).start()
    call_command(
        "db_worker",
        queue_name="*",
        interval=0.5,
        startup_delay=False,
        reload=False,
        verbosity=0,
    )


@contextmanager
def work_beside() -> Iterator[None]:
    """Do the work in a process beside this one, and end that process with this one."""
    from django.conf import settings

    if settings.WERK == settings.METEEN:
        yield
        return
    beside = _Beside()
    try:
        yield
    finally:
        beside.end()


class _Beside:
    """The process that does the work; when it is killed, for want of memory say, a new one."""

    def __init__(self) -> None:
        self._over = False
        self._process = self._begin()
        threading.Thread(target=self._keep, daemon=True).start()

    def _begin(self) -> subprocess.Popen[bytes]:
        self._begun = time.monotonic()
        words = [sys.executable, "-m", "openlea", "work", "--naast", str(os.getpid())]
        return subprocess.Popen(words)  # noqa: S603 - this same program, with words of our own

    def _keep(self) -> None:
        while not self._over:
            time.sleep(1)
            if self._process.poll() is None or self._over:
                continue
            if time.monotonic() - self._begun < SHORTEST_LIFE:
                # It said itself what is wrong; a database that is away for a moment comes back.
                time.sleep(PAUSE)
            if not self._over:
                self._process = self._begin()

    def end(self) -> None:
        """Ask to stop, ask again in the middle of work, and then end it."""
        self._over = True
        for seconds in GRACE:
            self._process.terminate()
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
            return
        self._process.kill()
        self._process.wait()


def _leave_with(site: int) -> None:
    """Leave when the site is gone, also when it had no time to say so."""
    while os.getppid() == site:
        time.sleep(0.5)
    for seconds in GRACE:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(seconds)
    os._exit(1)
