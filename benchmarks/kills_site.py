"""The site as it is installed, with a worker beside it; its parts can be killed one by one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
PATIENCE = 240.0


class Site:
    """`openlea serve` on a port, with the worker that it starts itself."""

    def __init__(self, env: dict[str, str], port: int) -> None:
        """Start it and wait until it answers."""
        self.url = f"http://127.0.0.1:{port}"
        self._words = [sys.executable, "-m", "openlea", "serve", "--port", str(port)]
        self._env = env
        self._begin()
        self.wait()

    def kill_web(self) -> None:
        """Kill what answers, all at once, and start it again; the old worker is left to itself."""
        for pid in [self._program.pid, *self._children(worker=False)]:
            _kill(pid)
        self._program.wait()
        self._begin()

    def kill_worker(self) -> None:
        """Kill what does the work in the background; the site starts a new one itself."""
        for pid in self._children(worker=True):
            _kill(pid)

    def workers(self) -> int:
        """Return how many workers there are."""
        return len(self._children(worker=True))

    def wait(self) -> None:
        """Wait until a page that needs the database is there, and a worker is."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                answer = httpx.get(f"{self.url}/inloggen/", timeout=30)
                if answer.status_code == httpx.codes.OK and self.workers():
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.1)
        raise TimeoutError(f"{self.url}: workers {self.workers()}")

    def stop(self) -> None:
        """Stop it as an administrator does."""
        self._program.terminate()
        try:
            self._program.wait(30)
        except subprocess.TimeoutExpired:
            self._program.kill()

    def _begin(self) -> None:
        self._program = subprocess.Popen(self._words, env=self._env, cwd=ROOT)

    def _children(self, *, worker: bool) -> list[int]:
        """Return the processes below the site: the workers, or all the others."""
        found = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]
        below = [pid for pid in found if _parent(pid) == self._program.pid]
        return [pid for pid in below if (b"work" in _said(pid)) is worker]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _parent(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return 0
    state, parent = told.rpartition(")")[2].split()[:2]
    return 0 if state == "Z" else int(parent)


def _said(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []
