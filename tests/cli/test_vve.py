"""The command tells the voorschool under the keys other programs count on; ranges stay ranges."""

import json

import pytest

from openlea.cli import vve as command
from openlea.core.onthulling import Bereik
from openlea.core.telling import Telrij, Telsoort, as_plain
from openlea.policy import voorschool as maat
from openlea.storage.records.models import Telling
from tests.world import World

KEYS = {
    "peildatum", "definitie", "doelgroep", "geplaatst", "bereik", "non_bereik", "per_gebied",
    "per_locatie", "uren960", "groepen", "overdracht", "pbm", "vergelijking",
    "niet_vergelijkbaar", "let_op", "wachten",
}  # fmt: skip


@pytest.fixture
def geteld(hilversum: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(command, "start", lambda _: None)
    Telling.objects.all().delete()
    counts = {
        maat.DOELGROEP: (350, 350),
        maat.GEPLAATST: (280, 280),
        maat.AFGEWEZEN: (0, 30),
        maat.WACHTLIJST: (20, 20),
        maat.ELDERS: (10, 10),
        maat.ONBEKEND: (10, 40),
    }
    for day, definitie in (("2025-10-01", "Oud"), ("2026-10-01", "Nieuw")):
        Telling.objects.create(
            werkruimte=hilversum.werkruimte,
            soort=str(Telsoort.VOORSCHOOL),
            periode=day,
            peildatum=day,
            methode=maat.METHODE,
            definitie=definitie,
            rijen=as_plain(Telrij(maat=n, bereik=Bereik(*ends)) for n, ends in counts.items()),
        )
    return hilversum


def told(capsys: pytest.CaptureFixture[str], periode: str = "") -> dict[str, object]:
    command.vve(werkruimte="hilversum", periode=periode, json=True)
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_keys_and_the_golden_reach(geteld: World, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys)
    assert set(found) == KEYS
    assert (found["doelgroep"], found["geplaatst"], found["bereik"]) == (350, 280, 80)
    assert found["non_bereik"] == {
        "afgewezen": {"laag": 0, "hoog": 30}, "wachtlijst": 20, "elders": 10,
        "onbekend": {"laag": 10, "hoog": 40},
    }  # fmt: skip


def test_another_definition_is_not_compared(
    geteld: World, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys)
    assert found["vergelijking"] is None
    assert "De doelgroep is anders bepaald" in str(found["niet_vergelijkbaar"])
    Telling.objects.filter(periode="2025-10-01").update(definitie="Nieuw")
    again = told(capsys)
    assert again["vergelijking"] == {"peildatum": "2025-10-01", "doelgroep": 350, "geplaatst": 280}
    assert told(capsys, "2025-10-01")["peildatum"] == "2025-10-01"


def test_an_unknown_day_says_which_there_are(geteld: World) -> None:
    with pytest.raises(SystemExit, match="Wel over: 2026-10-01, 2025-10-01"):
        command.vve(werkruimte="hilversum", periode="2020-01-01")


def test_more_werkruimten_than_one_ask_which(geteld: World) -> None:
    with pytest.raises(SystemExit, match="Kies een werkruimte"):
        command.vve(json=True)


def test_without_any_count_it_says_so(geteld: World, capsys: pytest.CaptureFixture[str]) -> None:
    Telling.objects.all().delete()
    assert told(capsys)["let_op"] == ["Er is nog niets over peuters aangeleverd en geteld."]


def test_in_words_it_begins_with_what_stands_out(
    geteld: World, capsys: pytest.CaptureFixture[str]
) -> None:
    command.vve(werkruimte="hilversum")
    shown = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Van de 350 doelgroeppeuters gaan er 280 naar de voorschool: 80 %." in shown
    assert "Niet te vergelijken" in shown
