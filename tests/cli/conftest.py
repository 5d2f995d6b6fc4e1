"""The commands as people run them: a process of its own, on a folder of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def table(self) -> Any:
        """Return the whole output as JSON; anything beside it is a fault."""
        assert self.code == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class Commands:
    """Runs `openlea` on one folder of data."""

    data: Path

    def __call__(self, *words: str | Path) -> Said:
        """Run a command on the folder, and return what it said."""
        return openlea(*words, "--data", self.data)


def surroundings() -> dict[str, str]:
    """Return the environment without settings of this installation."""
    return {key: value for key, value in os.environ.items() if not key.startswith("OPENLEA_")}


def command(*words: str | Path) -> list[str]:
    """Return how a command is started."""
    return [sys.executable, "-m", "openlea", *map(str, words)]


def openlea(*words: str | Path, settings: dict[str, str] | None = None) -> Said:
    """Run `openlea` with these words, and return what it said."""
    done = subprocess.run(
        command(*words),
        env=surroundings() | (settings or {}),
        capture_output=True,
        text=True,
        timeout=300,  # a busy machine is slow, not wrong
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return the commands on a folder that holds the demo; read it, don't change it."""
    run = Commands(tmp_path_factory.mktemp("demo") / "var")
    said = run("demo", "--no-serve")
    assert said.code == 0, said.err
    return run


@pytest.fixture
def copied(demo: Commands, tmp_path: Path) -> Commands:
    """Return the commands on a copy of the demo, to change."""
    shutil.copytree(demo.data, tmp_path / "var")
    return Commands(tmp_path / "var")


@pytest.fixture
def refused() -> Callable[[Said], str]:
    """Return a check that a command was refused in one clear line; it gives that line."""

    def line(said: Said) -> str:
        assert said.code == 1
        assert said.out == ""
        assert "Traceback" not in said.err
        lines = said.err.strip().splitlines()
        assert len(lines) == 1, said.err
        return lines[0]

    return line
