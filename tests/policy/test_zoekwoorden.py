"""What people type is found as they mean it, and what is shown is the text as it was written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.zoekwoorden import (
    KORTSTE,
    LANGSTE,
    Stuk,
    count_in,
    fold,
    fragment,
    holds_all,
    marked,
    search_words,
)

WORDS = st.lists(st.text("abé ß", min_size=1, max_size=3), max_size=3).map(
    lambda words: tuple(fold(word).strip() for word in words)
)
TEXTS = st.text("aáÄbcçéÉß ŒİĳJ.", max_size=60)
LONG = "Het begin. " + "woord " * 60 + "taalklas " + "einde " * 60 + "slot."


def read(stukken: tuple[Stuk, ...]) -> str:
    """Return the text that the pieces show."""
    return "".join(stuk.tekst for stuk in stukken)


def hits(stukken: tuple[Stuk, ...]) -> list[str]:
    """Return the pieces that were looked for."""
    return [stuk.tekst for stuk in stukken if stuk.raak]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Geïndiceerde ZORG", "geindiceerde zorg"),
        ("coördinatie", "COORDINATIE"),
        ("café", "cafe\u0301"),
        ("Straße", "strasse"),
        ("oﬃcieel", "officieel"),
    ],
)
def test_capitals_and_accents_do_not_keep_a_word_from_being_found(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_word_typed_twice_counts_once_and_keeps_its_place() -> None:
    assert search_words(" Taal  ouders TAAL ") == ("taal", "ouders")


@pytest.mark.parametrize(("question", "words"), [("", ()), ("a", ()), ("a b", ()), (" ", ())])
def test_a_question_too_short_to_tell_things_apart_finds_nothing(
    question: str, words: tuple[str, ...]
) -> None:
    assert search_words(question) == words


def test_a_short_word_counts_next_to_one_that_is_long_enough() -> None:
    assert search_words("a" * KORTSTE) == ("a" * KORTSTE,)
    assert search_words("1 taal") == ("1", "taal")


def test_a_question_without_end_is_cut_so_that_it_can_not_keep_a_computer_busy() -> None:
    assert search_words("a" * LANGSTE + "b") == ("a" * LANGSTE,)
    assert search_words("a" * (LANGSTE - 1) + "b") == ("a" * (LANGSTE - 1) + "b",)


def test_every_word_must_be_there_but_not_in_one_place() -> None:
    texts = ["De Taalklas", "voor ouders"]
    assert holds_all(("taal", "ouders"), texts)
    assert not holds_all(("taal", "leraren"), texts)
    assert not holds_all((), texts)


def test_a_word_is_not_pasted_together_from_two_texts() -> None:
    assert not holds_all(("klasvoor",), ["De Taalklas", "voor ouders"])


def test_two_texts_do_not_become_one_sentence() -> None:
    assert not holds_all(("taalklas voor",), ["De Taalklas", "voor ouders"])


def test_each_word_counts_once_however_often_it_stands_there() -> None:
    assert count_in(("taal", "ouders"), "Taal, taal en taal") == 1
    assert count_in(("taal", "ouders"), "Ouders en taal") == 2
    assert count_in(("taal",), "rekenen") == 0


@given(WORDS, TEXTS)
def test_marking_shows_the_whole_text_as_it_was_written(words: tuple[str, ...], text: str) -> None:
    stukken = marked(words, text)
    assert read(stukken) == text
    assert all(stuk.tekst for stuk in stukken)


@given(WORDS, TEXTS)
def test_marked_and_unmarked_pieces_take_turns(words: tuple[str, ...], text: str) -> None:
    raak = [stuk.raak for stuk in marked(words, text)]
    assert all(one != other for one, other in pairwise(raak))


@given(WORDS, TEXTS)
def test_something_is_marked_exactly_when_a_word_is_in_the_text(
    words: tuple[str, ...], text: str
) -> None:
    assert bool(hits(marked(words, text))) == (count_in(tuple(filter(None, words)), text) > 0)


def test_a_word_is_marked_with_the_accents_and_capitals_it_has() -> None:
    assert marked(("geindi",), "De Geïndiceerde") == (
        Stuk("De "),
        Stuk("Geïndi", raak=True),
        Stuk("ceerde"),
    )


def test_a_letter_of_two_is_marked_whole() -> None:
    assert marked(("as",), "Straße") == (Stuk("Str"), Stuk("aß", raak=True), Stuk("e"))
    assert marked(("se",), "Straße")[1] == Stuk("ße", raak=True)
    assert marked(("xe",), "Straße") == (Stuk("Straße"),)


def test_every_place_is_marked_also_where_two_finds_overlap() -> None:
    assert hits(marked(("taal",), "taal, taal en taal")) == ["taal", "taal", "taal"]
    assert hits(marked(("aa",), "aaa")) == ["aaa"]
    assert hits(marked(("aba",), "xababax")) == ["ababa"]
    assert hits(marked(("ta", "aal"), "taal")) == ["taal"]


def test_a_short_text_is_shown_whole() -> None:
    assert fragment(("taal",), "De taalklas.") == marked(("taal",), "De taalklas.")
    assert fragment((), "") == ()


def test_a_part_of_a_long_text_shows_the_word_that_was_found_and_that_it_is_a_part() -> None:
    part = fragment(("taalklas",), LONG)
    assert hits(part) == ["taalklas"]
    assert part[0] == Stuk("… ")
    assert part[-1] == Stuk(" …")


def test_a_part_shows_the_find_however_far_it_stands() -> None:
    text = "begin " * 100 + "Geïndiceerde zorg " + "eind " * 100
    part = fragment(search_words("geindi"), text)
    assert hits(part) == ["Geïndi"]
    assert len(read(part)) < 200


def test_a_part_is_cut_between_words() -> None:
    shown = read(fragment(("taalklas",), LONG)[1:-1])
    assert set(shown.split()) == {"woord", "taalklas", "einde"}
    assert shown == shown.strip()


def test_a_third_of_the_room_is_for_what_comes_before_the_find() -> None:
    text = "a " * 50 + "taal" + " b" * 50
    assert fragment(("taal",), text, 31) == (
        *(Stuk("… "), Stuk("a a a a a "), Stuk("taal", raak=True), Stuk(" b b b b b b b b")),
        Stuk(" …"),
    )


def test_a_find_at_the_start_or_the_end_has_dots_on_one_side_only() -> None:
    start, end = fragment(("begin",), LONG), fragment(("slot",), LONG)
    assert read(start).startswith("Het begin. ")
    assert read(start).endswith(" …")
    assert read(end).startswith("… ")
    assert read(end).endswith("slot.")


def test_without_a_find_the_start_of_the_text_is_shown() -> None:
    part = fragment(("ouders",), LONG, 20)
    assert read(part) == "Het begin. woord …"
    assert hits(part) == []


def test_a_word_longer_than_the_room_is_cut_rather_than_left_out() -> None:
    assert read(fragment(("aa",), "a" * 50, 20)) == "a" * 20 + " …"


@given(WORDS, st.text("ab é", max_size=60), st.integers(10, 40))
def test_a_part_comes_from_the_text_and_keeps_to_its_room(
    words: tuple[str, ...], text: str, room: int
) -> None:
    part = fragment(words, text, room)
    shown = read(tuple(stuk for stuk in part if stuk not in {Stuk("… "), Stuk(" …")}))
    assert shown in text
    assert len(shown) <= room + room // 3
