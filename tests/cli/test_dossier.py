"""The dossier on the command line: one file of the kind that its name says."""

from pathlib import Path

import pytest

from tests.cli.conftest import Commands

STARTS = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!doctype html>"}


@pytest.mark.parametrize("formaat", STARTS)
def test_the_name_of_the_file_says_its_kind(demo: Commands, tmp_path: Path, formaat: str) -> None:
    file = tmp_path / f"dossier.{formaat}"
    said = demo("overleg", "dossier", "2", "--out", file)
    assert (said.code, said.out.strip()) == (0, f"Geschreven: {file}")
    assert file.read_bytes().startswith(STARTS[formaat])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2", "--out", "dossier.exe"), "eindigt niet op"),
        (("9999", "--out", "dossier.pdf"), "geen vergadering met nummer 9999"),
    ],
)
def test_what_can_not_be_is_said_in_one_line_and_nothing_is_written(
    demo: Commands, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    *first, name = words
    said = demo("overleg", "dossier", *first, tmp_path / name)
    assert said.code == 1
    assert told in said.err
    assert not list(tmp_path.iterdir())
