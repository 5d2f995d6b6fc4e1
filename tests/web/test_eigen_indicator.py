"""Adding an indicator is one file: it's there on every page and on the command line."""

import json

import pytest

from openlea.catalogue.examples import work_out
from openlea.cli import app
from openlea.policy.rechten import LidRol
from openlea.web.pages.verklaar.zicht import read_shelf
from tests.eigen_indicator import TITEL, eigen_indicator
from tests.world import World

__all__ = ["eigen_indicator"]


@pytest.mark.parametrize(
    "path",
    [
        "cijfers/indicatoren/",
        "cijfers/indicatoren/matrix/",
        "cijfers/indicator/kleuters_op_school/",
        "cijfers/verklaar/kleuters_op_school/gemeente/GM0402/2024-10-01/",
        "cijfers/gemeente/GM0402/veld/voorschool/",
    ],
)
def test_an_own_indicator_is_on_every_page(
    hilversum: World, eigen_indicator: str, path: str
) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(path))
    assert answer.status_code == 200
    assert TITEL in answer.content.decode()


def test_an_own_indicator_proves_its_own_example(eigen_indicator: str) -> None:
    shelf = read_shelf()
    entry = shelf.indicators[eigen_indicator]
    assert work_out(entry, shelf.sources) == tuple(entry.example.expect)


@pytest.mark.parametrize(
    "command",
    [
        ["compute", "kleuters_op_school", "--gemeente", "Hilversum", "--json"],
        ["explain", "kleuters_op_school", "--gemeente", "Hilversum", "--json"],
        ["indicatoren", "--json"],
    ],
)
def test_an_own_indicator_is_on_the_command_line(
    eigen_indicator: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    app(command, exit_on_error=False, result_action="return_value")
    told = json.loads(capsys.readouterr().out)
    rows = told if isinstance(told, list) else [told]
    found = [row for row in rows if row["indicator"] == eigen_indicator]
    assert found
    values = [row.get("cijfers") or row.get("hoog") for row in found]
    assert any(value and value > 100 for value in values)
