"""Runs a program of the set-up, says in plain lines how far it is, and what went wrong."""

import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

HEARTBEAT = 15  # seconds: silence longer than this reads as a hang
LAST_LINES = 25


class Failed(Exception):
    """A step that didn't work; the message says which, and what the program said."""


def say(line: str) -> None:
    """Print a line at once, also when the output is a file."""
    print(line, flush=True)


def run(
    what: str,
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a command to its end with a sign of life; Failed with its last lines when it fails."""
    done = threading.Event()
    started = time.monotonic()
    pulse = threading.Thread(target=_pulse, args=(done, started), daemon=True)
    pulse.start()
    try:
        found = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Failed(f"{what} lukte niet: {error}") from error
    finally:
        done.set()
        pulse.join()
    if found.returncode:
        said = "\n".join(found.stdout.splitlines()[-LAST_LINES:])
        raise Failed(f"{what} lukte niet:\n{said}")


def stop(error: Failed) -> None:
    """End with the reason, and with a code that make sees."""
    say(f"\n{error}")
    sys.exit(1)


def _pulse(done: threading.Event, started: float) -> None:
    """Say now and then that it's still going on."""
    while not done.wait(HEARTBEAT):
        say(f"    nog bezig ({time.monotonic() - started:.0f} seconden)")
