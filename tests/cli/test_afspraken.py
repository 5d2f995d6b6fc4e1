"""Agreements on the command line: for people in words, for programs whole."""

from tests.cli.conftest import Commands

KEYS = {
    "nummer", "wat", "op", "voor", "overleg", "partijen", "instemming", "meetbaar", "ontbreekt",
    "meting", "plicht", "speerpunt", "actie", "staat", "werkelijk",
}  # fmt: skip


def test_a_program_reads_who_confirmed_and_what_misses(demo: Commands) -> None:
    """State, measurable or what is missing, and confirmed by whom: all in one answer."""
    one = demo("afspraken", "--json").table[0]
    assert set(one) >= KEYS
    assert (one["instemming"], one["meetbaar"]) == ("voorstel", False)
    assert one["ontbreekt"] == ["Zeg hoe het er nu voor staat (de nulmeting)."]
    assert {each["bevestiging"] for each in one["partijen"]} == {"gevraagd"}
    assert one["meting"]["streefwaarde"] == 100


def test_a_person_reads_the_same_in_words(demo: Commands) -> None:
    """The sum comes last, as on the page."""
    said = demo("afspraken")
    assert "Gemeente Hilversum (trekt): nog niet bevestigd" in said.out
    assert said.out.rstrip().endswith("nog niet door iedereen bevestigd.")


def test_words_that_nobody_agreed_on_find_nothing(demo: Commands) -> None:
    """An empty answer is an answer."""
    assert demo("afspraken", "--q", "zwembad", "--json").table == []
