"""Which figures stand with an item: what it names always, at most four, none twice."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.puntcijfers import PER_PUNT, chosen, figures_to_ask, standing

NAMES = st.lists(st.sampled_from("abcdefgh"), max_size=8)


@given(named=NAMES, asked=NAMES, known=st.frozensets(st.sampled_from("abcdefgh")))
def test_never_more_than_four_none_twice_and_what_is_named_goes_first(
    named: list[str], asked: list[str], known: frozenset[str]
) -> None:
    found = chosen(named, list(dict.fromkeys(asked)), known)
    assert len(found) == len(set(found)) <= PER_PUNT
    first = list(dict.fromkeys(named))
    assert found[: len(first)] == first[:PER_PUNT]
    assert set(found[len(first) :]) <= known


def test_a_topic_of_the_law_has_figures_of_its_own_and_takes_none_of_its_field() -> None:
    cards = {"schoolweging": "onderwijskansen", "lezen_1f": "onderwijskansen"}
    assert figures_to_ask("verdeling", ["onderwijskansen"], cards) == ["schoolweging"]


def test_without_a_topic_a_field_begins_with_what_says_most() -> None:
    cards = {"lezen_1f": "onderwijskansen", "aaa": "onderwijskansen", "inwoners": "samenwerking"}
    assert figures_to_ask("", ["onderwijskansen"], cards) == ["lezen_1f", "aaa"]


def test_a_figure_that_may_not_be_seen_is_not_asked() -> None:
    assert figures_to_ask("segregatie", ["onderwijskansen"], {}) == []


def test_a_standing_item_without_figures_asks_none() -> None:
    assert standing("personeelstekort") == ("personeelstekort",)
    assert standing("rondvraag") == ()
