"""The picture of the README is a real page, taken by this walk and not by hand.

With OPENLEA_BEELD=1 it replaces docs/beeld/agenda.png; else it only shows that it can be taken.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
KEPT = Path("docs/beeld/agenda.png")
LARGEST = 300_000


def test_the_picture_of_the_readme_is_the_agenda(
    open_as: Callable[..., Page], tmp_path: Path
) -> None:
    place = KEPT if os.environ.get("OPENLEA_BEELD") == "1" else tmp_path / "agenda.png"
    page = open_as("agendabeheerder")
    page.goto("/w/hilversum/agenda/")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=place)
    assert KEPT.read_bytes()[:8] == place.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert KEPT.stat().st_size < LARGEST
