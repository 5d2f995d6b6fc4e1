"""What the manual says to type, works: each line is asked of the site as it runs."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from tests.house import ROOT
from tests.web.api_wereld import make_key
from tests.world import World

MANUAL = (ROOT / "docs" / "handleiding" / "api.md").read_text(encoding="utf-8")
SITE = "http://127.0.0.1:8000"
LINES = re.findall(r"```sh\n(curl .+)\n```", MANUAL)


def test_every_example_of_the_manual_is_one_line_that_is_tried() -> None:
    assert len(LINES) == MANUAL.count("```sh") >= 7


@pytest.mark.parametrize("line", LINES)
def test_an_example_of_the_manual_answers(
    cijfers: Path, hilversum: World, settings: Settings, line: str
) -> None:
    settings.API_TEMPO = 0
    [address] = re.findall(rf'"{SITE}([^"]+)"', line)
    key = make_key(hilversum.lid(LidRol.AGENDABEHEERDER))
    headers = {"Authorization": f"Bearer {key}"} if "$SLEUTEL" in line else {}
    answer = Client().get(address, headers=headers)
    assert answer.status_code == 200, answer.content
    assert len(answer.content) > 100
