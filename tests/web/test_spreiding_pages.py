"""A balanced spread is asked, reckoned in the background and told with its proof and its limits."""

import json
from pathlib import Path
from typing import Any

import pytest

from openlea.policy.rechten import LidRol
from openlea.services import spread_gemeente
from openlea.services.segregatie.groepen import own_choices
from openlea.storage.records.models import Werk
from tests.web.cijfer_blad import text
from tests.web.eigen_groepen_wereld import own_file, read_in, schools_of
from tests.world import World

PATH = "kansen/spreiding/"
ASKED = {"groep": "rekenen_1s", "doel": "", "band": "10", "reis": "", "ruimte": "10"}


@pytest.fixture
def ready(
    hilversum: World, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> World:
    """Return the werkruimte with a warehouse of its own, where work is done at once."""
    monkeypatch.setattr(spread_gemeente, "BANDEN", (10.0, 20.0))
    settings.WAREHOUSE, settings.DATA, settings.WERK = tmp_path / "warehouse", tmp_path, "meteen"
    return hilversum


def ask(world: World, rol: LidRol = LidRol.AGENDABEHEERDER, **changes: str) -> Any:
    client: Any = world.client(rol)
    return client.post(world.url(PATH), ASKED | changes, follow=True)


def outcome(answer: Any) -> Any:
    return answer.context["uit"]


def test_what_is_asked_is_told_with_its_proof_its_assumptions_and_the_frontier(
    ready: World,
) -> None:
    answer = ask(ready)
    shown, found = text(answer), outcome(answer)
    assert found.kan
    assert "dat is bewezen" in shown
    assert "hooguit 10 procentpunt anders" in shown
    assert "Waar zij wonen is geschat" in shown
    assert "Het wijst geen kind aan" in shown
    assert len(found.grens.rijen) > 2
    assert found.grens.rijen[0][0] == "Nu"
    assert ", gevraagd" in str(found.grens.rijen)


def test_a_stricter_mix_never_takes_fewer_moves(ready: World) -> None:
    kept: Any = Werk.objects.get(pk=ask(ready).context["werk"].pk).uitkomst
    moved = [one["verplaatst"] for one in kept["spreiding"]["grens"]]
    assert moved == sorted(moved, reverse=True)


def test_what_cannot_be_done_says_which_limit_bites_and_what_would_help(ready: World) -> None:
    answer = ask(ready, reis="1")
    found = outcome(answer)
    assert not found.kan
    assert any("de reisgrens moet" in one for one in found.redenen)
    assert found.grens.rijen, "the frontier tries what would help"
    assert "Zo kan het niet" in text(answer)


def test_a_handful_of_children_is_nowhere_a_number(ready: World) -> None:
    answer = ask(ready)
    for one in outcome(answer).scholen:
        for cell in (one.erbij, one.eraf):
            assert cell in ("<5", "5 of meer") or int(cell) == 0 or int(cell) >= 5
    kept = Werk.objects.get(pk=answer.context["werk"].pk).uitkomst
    assert "verplaatsingen" not in json.dumps(kept)


@pytest.mark.parametrize(
    ("field", "value"),
    [("band", ""), ("band", "-1"), ("doel", "101"), ("reis", "ver"), ("groep", "eigen-x")],
)
def test_a_wrong_question_is_named_at_its_field_and_nothing_is_reckoned(
    ready: World, field: str, value: str
) -> None:
    answer = ask(ready, LidRol.AGENDABEHEERDER, **{field: value})
    assert field in answer.context["formulier"].errors
    assert not Werk.objects.filter(soort="spreid_leerlingen").exists()


@pytest.mark.parametrize("rol", [LidRol.PUBLIEK, LidRol.LEZER, LidRol.PARTNER])
def test_who_sees_no_work_sees_no_outcome(ready: World, rol: LidRol) -> None:
    ready.werkruimte.openbaar = True
    ready.werkruimte.save()
    nummer = ask(ready).context["werk"].pk
    answer = ready.client(rol).get(ready.url(f"{PATH}?werk={nummer}"))
    assert answer.status_code in (302, 403, 404)
    assert ask(ready, rol).status_code in (200, 403, 404)
    assert Werk.objects.filter(soort="spreid_leerlingen").count() == 1


def test_an_outcome_of_another_werkruimte_or_of_other_work_is_not_found(ready: World) -> None:
    for nummer in ("999999", "x", "1"):
        answer: Any = ready.client(LidRol.AGENDABEHEERDER).get(ready.url(f"{PATH}?werk={nummer}"))
        assert answer.status_code == 404


def test_an_own_group_can_be_spread_and_is_marked_as_such(ready: World) -> None:
    codes = schools_of("GM0402", 8)
    read_in(ready, own_file({code: (str(9 + 14 * at), "150") for at, code in enumerate(codes)}))
    [groep] = own_choices("hilversum")
    answer = ask(ready, groep=groep.id, band="20")
    assert outcome(answer).is_eigen
    assert "eigen telling" in text(answer)


def test_the_frontier_is_also_a_file(ready: World) -> None:
    nummer = ask(ready).context["werk"].pk
    answer: Any = ready.client(LidRol.AGENDABEHEERDER).get(
        ready.url(f"{PATH}?werk={nummer}&csv=grens")
    )
    assert answer["Content-Type"].startswith("text/csv")
    assert b"Dissimilariteit" in answer.content
