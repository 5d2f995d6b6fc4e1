"""A choice is the word that is stored and the word that people read, and those never part."""

import pytest

from openlea.core.keuze import Keuze


class Weer(Keuze):
    """A list of two, made up for these tests."""

    ZON = "zon", "Zonnig"
    REGEN = "regen", "Regen op komst"


def test_a_choice_is_its_stored_word_so_that_a_file_and_a_database_hold_the_same() -> None:
    assert [Weer.ZON] == ["zon"]
    assert str(Weer.REGEN) == "regen"
    assert Weer("zon") is Weer.ZON


def test_a_choice_carries_the_word_that_people_read() -> None:
    assert [weer.label for weer in Weer] == ["Zonnig", "Regen op komst"]


def test_a_label_is_not_a_way_to_name_a_choice() -> None:
    with pytest.raises(ValueError, match="Zonnig"):
        Weer("Zonnig")


def test_choices_are_offered_in_the_order_in_which_they_were_written() -> None:
    assert Weer.choices() == [("zon", "Zonnig"), ("regen", "Regen op komst")]


def test_a_choice_without_a_label_has_an_empty_one_and_not_another_word() -> None:
    class Kaal(Keuze):
        IETS = "iets"

    assert Kaal.IETS.label == ""
