"""A PostgreSQL of our own for as long as the tests run: in a folder, reached by a socket."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

# The cluster is thrown away, so nothing has to survive a power cut.
OPTIONS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "log_min_messages=fatal",
)


def find_postgres() -> Path | None:
    """Return the folder with the server's programs, or None when this machine has none."""
    on_path = shutil.which("pg_ctl")
    if on_path:
        return Path(on_path).resolve().parent
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return homes[-1].parent if homes else None


PATIENCE = 30
"""Seconds that a server that was killed gets to come back."""


@contextmanager
def throwaway(programs: Path, given: Sequence[str] = OPTIONS) -> Iterator[str]:
    """Yield the address of a fresh database server; it's gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="openlea-pg-"))
    user = _user()
    if user:
        shutil.chown(folder, user)
    cluster = folder / "cluster"
    control: list[str | Path] = [programs / "pg_ctl", "-D", cluster, "-w", "-s"]
    try:
        setup = ["-U", "openlea", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([programs / "initdb", "-D", cluster, *setup], folder, user)
        _start(programs, folder, given)
        try:
            yield f"postgres://openlea@{quote(str(folder), safe='')}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"], folder, user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def kill_and_start(programs: Path, address: str, given: Sequence[str]) -> None:
    """Kill a throwaway server as a power cut would, and start it again on what it left behind."""
    folder = Path(unquote(address.partition("@")[2].rpartition("/")[0]))
    first = (folder / "cluster" / "postmaster.pid").read_text("ascii").splitlines()[0]
    os.kill(int(first), signal.SIGKILL)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _start(programs, folder, given)
        except RuntimeError:  # its last processes are still leaving
            if time.monotonic() > until:
                raise
        time.sleep(0.2)


def _start(programs: Path, folder: Path, given: Sequence[str]) -> None:
    options = " ".join(f"-c {option}" for option in given) + f" -k {folder}"
    words = [programs / "pg_ctl", "-D", folder / "cluster", "-w", "-s", "-l", folder / "log"]
    _run([*words, "-o", options, "start"], folder, _user())


def _user() -> str | None:
    """Return who the server must run as: PostgreSQL refuses root."""
    if os.geteuid():
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(command: Sequence[str | Path], folder: Path, user: str | None) -> None:
    """Run a program of the server as its user; what it says goes to a file, for it stays open."""
    said = folder / "said"
    with said.open("wb") as output:
        found = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            user=user,
            group=user and pwd.getpwnam(user).pw_gid,
            extra_groups=[] if user else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if found.returncode:
        message = said.read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"PostgreSQL: {command[0]} failed:\n{message}")
