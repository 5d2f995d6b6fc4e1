"""Runs the tests on SQLite, and what touches the database on PostgreSQL too."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from postgres import find_postgres, throwaway
from steps import say

ROOT = Path(__file__).resolve().parent.parent
NOTHING_CHOSEN = 5  # how pytest ends when no test was asked for
BROWSER = "tests/browser"
WITH_DATABASE = ("tests/storage", "tests/services", "tests/web", "tests/cli")
RECKONING = ("tests/engines", "tests/policy")
APART = {BROWSER, *WITH_DATABASE, *RECKONING}
"""The folders that are a part of their own."""
LANES = 2
LAST = 12
"""How many lines of a part that is green are shown: its slowest tests, and the count."""
SQLITE = {"OPENLEA_SUITE": "sqlite"}
STRICT = os.environ.get("CI") == "true" or os.environ.get("OPENLEA_STRICT") == "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the tests that can run beside the others: it has a data folder of its own."""

    name: str
    arguments: tuple[str, ...]
    surroundings: Mapping[str, str] = field(default_factory=dict)


def suite(arguments: list[str]) -> int:
    """Run what was asked one after the other, or without a question everything in two lanes."""
    programs = find_postgres()
    with ExitStack() as stack:
        address = stack.enter_context(throwaway(programs)) if programs else ""
        codes = _one_by_one(arguments, address) if arguments else _in_lanes(address)
        code = next((one for one in codes if one), 0)
    return code or (int(STRICT) if programs is None else 0)


def _one_by_one(arguments: list[str], address: str) -> Iterator[int]:
    """Yield the code of what was asked on SQLite, and only when that is green on PostgreSQL."""
    code = _run(Part(name="Proeven op SQLite", arguments=tuple(arguments), surroundings=SQLITE))
    yield code
    if address and not code:
        code = _run(_on_postgresql(address, arguments))
        yield 0 if code == NOTHING_CHOSEN else code


def _in_lanes(address: str) -> list[int]:
    """Return the codes of every part, two at a time; each says its piece when it is done.

    The longest part begins first, so that no lane is left with it while the other waits.
    """
    parts = [
        _on_sqlite("de pagina's", "tests/web"),
        Part(name="Proeven in de browser", arguments=(BROWSER,), surroundings=SQLITE),
        *([_on_postgresql(address, list(WITH_DATABASE))] if address else []),
        _on_sqlite("de werkwoorden en het geheugen", "tests/services", "tests/storage"),
        _on_sqlite("de opdrachten", "tests/cli"),
        _on_sqlite("de motoren en de regels", *RECKONING),
        _on_sqlite("de overige kamers", *_rest()),
    ]
    with ThreadPoolExecutor(max_workers=LANES) as lanes:
        return list(lanes.map(_run_and_tell, parts))


def _on_sqlite(what: str, *folders: str) -> Part:
    """Return the tests in some folders, on SQLite."""
    return Part(name=f"Proeven op SQLite: {what}", arguments=folders, surroundings=SQLITE)


def _rest() -> tuple[str, ...]:
    """Return what lies in tests/ and in no part of its own; a new room is never forgotten."""
    here = (ROOT / "tests").iterdir()
    rooms = [one for one in here if one.is_dir() and any(one.glob("**/test_*.py"))]
    loose = (ROOT / "tests").glob("test_*.py")
    every = sorted(one.relative_to(ROOT).as_posix() for one in (*rooms, *loose))
    return tuple(one for one in every if one not in APART)


def _on_postgresql(address: str, arguments: list[str]) -> Part:
    """Return the tests that touch the database, on the second one."""
    return Part(
        name="Proeven op PostgreSQL",
        arguments=("--only-database", *arguments),
        surroundings={"OPENLEA_SUITE": "postgresql", "OPENLEA_DATABASE": address},
    )


def _run(part: Part) -> int:
    """Run a part before everybody's eyes and return pytest's own code."""
    say(part.name)
    return subprocess.run(_command(part), cwd=ROOT, env=_env(part), check=False).returncode


def _run_and_tell(part: Part) -> int:
    """Run a part beside another, and print once it ended what it said: all when it failed."""
    say(f"{part.name} …")
    done = subprocess.run(
        _command(part),
        cwd=ROOT,
        env=_env(part),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = done.stdout.splitlines()
    told = lines if done.returncode else lines[-LAST:]
    say("\n".join(["", part.name, *told]))
    return done.returncode


def _command(part: Part) -> list[str]:
    return [sys.executable, "-m", "pytest", "--durations=8", *part.arguments]


def _env(part: Part) -> dict[str, str]:
    """Return the surroundings of a part: nothing of an installation's own."""
    kept = {key: value for key, value in os.environ.items() if key not in _OURS}
    return kept | dict(part.surroundings)


_KEPT = {"OPENLEA_STRICT", "OPENLEA_LANG"}
# An installation's own settings never reach a test; what one start compiled, the next may use.
_OURS = {key for key in os.environ if key.startswith("OPENLEA_")} - _KEPT
_OURS |= {"PYTHONDONTWRITEBYTECODE"}

if __name__ == "__main__":
    sys.exit(suite(sys.argv[1:]))
