"""An installation of the release before is brought up to date, once, and can go back and forth."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_backup import Plek
from tests.house import ROOT

KEPT = ["oud", "a@oud.example", "lezer", "2026-01-01", "iets", "ouds", "True"]


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("postgresql"))]
)
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Plek]:
    """Return an installation of the release before with somebody in it, on both databases."""
    sys.path.insert(0, str(ROOT / "tools"))
    if request.param == "sqlite":
        plek = Plek(tmp_path / "oud")
        plek.do("old")
        yield plek
        return
    from postgres import find_postgres, throwaway  # type: ignore[import-not-found]

    with throwaway(find_postgres()) as address:
        plek = Plek(tmp_path / "oud", {"OPENLEA_DATABASE": address})
        plek.do("old")
        yield plek


def test_several_who_begin_at_once_update_once_and_what_was_there_stays(before: Plek) -> None:
    words = [sys.executable, "-m", "openlea", "bijwerken"]
    several = [
        subprocess.Popen(
            words, env=before.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for one in several:
        _, err = one.communicate(timeout=240)
        assert one.returncode == 0, err
    assert before.do("kept") == KEPT
    if "OPENLEA_DATABASE" not in before.settings:
        # The steps are the same on both, and each takes its time: once is enough.
        assert before.do("back") == []
        assert before.do("kept") == KEPT, "the way back to the release before loses nothing it knew"


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    plek = Plek(tmp_path / "leeg")
    words = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]
    done = subprocess.run(
        words,
        env=plek.env | {"DJANGO_SETTINGS_MODULE": "openlea.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
