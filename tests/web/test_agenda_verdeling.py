"""The bar of the agenda: every action counted once, what goes well first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import ActieStaat
from openlea.policy.rechten import LidRol
from openlea.web.pages.agenda import views
from openlea.web.pages.agenda.verdeling import VOLGORDE, divide
from tests.world import World


@given(st.lists(st.sampled_from(ActieStaat), min_size=1))
def test_the_parts_fill_the_bar_and_count_every_action_once(staten: list[ActieStaat]) -> None:
    parts = divide(staten)
    assert sum(part.aantal for part in parts) == len(staten)
    assert abs(sum(part.breed for part in parts) - 100) < 1e-6
    assert [part.staat for part in parts] == [s for s in VOLGORDE if s in staten]
    ends = [0.0] + [part.van + part.breed for part in parts]
    assert all(abs(part.van - end) < 1e-6 for part, end in zip(parts, ends, strict=False))


def test_every_staat_has_a_place_in_the_bar_so_that_none_is_lost() -> None:
    assert set(VOLGORDE) == set(ActieStaat)


def test_without_actions_there_is_no_bar() -> None:
    assert divide(()) == ()


def test_the_bar_says_in_words_how_many_stand_where_and_links_to_them(hilversum: World) -> None:
    html = hilversum.client(LidRol.PUBLIEK).get(hilversum.url("agenda/")).content.decode()
    assert "Nog niets gemeld <b>42</b>" in html
    assert 'href="?staat=onbekend"' in html


def test_a_long_agenda_is_folded_per_speerpunt_and_a_choice_is_never(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "VEEL", 41)
    client = hilversum.client(LidRol.PUBLIEK)
    assert client.get(hilversum.url("agenda/")).content.decode().count("ag-inklap") == 8
    chosen = client.get(hilversum.url("agenda/?staat=onbekend")).content.decode()
    assert "ag-inklap" not in chosen
