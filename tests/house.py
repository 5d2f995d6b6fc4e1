"""What the house tests look at: the files of the product, and the repository around them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "openlea"
SOURCES = sorted(SRC.rglob("*.py"))
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def name(file: Path) -> str:
    """Return a file's path inside the repository, as it's shown when a test fails."""
    return str(file.relative_to(ROOT))


def room(file: Path) -> str:
    """Return the room of a source file: core, policy … or cli, settings."""
    return file.relative_to(SRC).parts[0].removesuffix(".py")


@cache
def tree(file: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports(file: Path) -> Iterator[str]:
    """Yield every module a file imports, also those inside a function."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(file)} imports by dots; write the whole name"
            assert node.module
            if node.module == "openlea":
                yield from (f"openlea.{alias.name}" for alias in node.names)
            else:
                yield node.module


def words(identifier: str) -> list[str]:
    """Return the words of a name in capitals or underscores, in small letters."""
    return [word.lower() for word in WORD.findall(identifier)]


def is_migration(file: Path) -> bool:
    """Say whether a file was written by Django's makemigrations."""
    return "migrations" in file.parts


@cache
def tracked() -> list[Path]:
    """Return the files of the repository: what git follows, or what a release holds."""
    if not (ROOT / ".git").exists():
        return SOURCES
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  # git is wherever the builder has it
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    files = [ROOT / line for line in listed.stdout.split("\0") if line]
    return [file for file in files if file.is_file()]
