"""A verb to try work with: it counts, and does what the test tells it."""

from collections.abc import Callable
from typing import Any

import pytest

from openlea.services.werk.soorten import SOORTEN, Soort, Werkwoord
from openlea.services.werk.voortgang import Voortgang

TEL = "proef_tellen"


def count(voortgang: Voortgang, *, tot: int = 3, **_: Any) -> dict[str, Any]:
    """Count to a number, step by step."""
    for one in range(1, tot + 1):
        voortgang.step(f"Stap {one}", one, tot)
    return {"zin": f"Geteld tot {tot}.", "aantal": tot}


def add_soort(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that adds a kind of work for this test, and gives its name."""

    def add(verb: Werkwoord = count, name: str = TEL, **more: Any) -> str:
        monkeypatch.setitem(SOORTEN, name, Soort("Tellen", verb, **more))
        return name

    return add
