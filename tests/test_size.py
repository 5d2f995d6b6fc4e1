"""A file fits on a few screens and a function on one; migrations aside."""

import ast
from pathlib import Path

import pytest

from tests.house import ROOT, is_migration, name, tree

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
PYTHON = sorted(
    file
    for top in ("src", "tests", "tools", "benchmarks")
    for file in (ROOT / top).rglob("*.py")
    if not is_migration(file) and "node_modules" not in file.parts
)
PAGES = sorted(
    file
    for pattern in ("src/**/*.html", "frontend/src/**/*.js", "frontend/src/**/*.css")
    for file in ROOT.glob(pattern)
    if "bundle" not in file.parts
)


@pytest.mark.parametrize("file", PYTHON + PAGES, ids=name)
def test_a_file_has_at_most_300_lines(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{name(file)} has {lines} lines: which two files is it?"


@pytest.mark.parametrize("file", PYTHON, ids=name)
def test_a_function_has_at_most_40_lines(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{name(file)}:{node.lineno} {node.name}: {lines}"
