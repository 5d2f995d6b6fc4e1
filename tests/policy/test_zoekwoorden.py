"""A few letters find it, whatever their capitals and accents; what is marked is what was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.zoekwoorden import (
    count_in,
    fold,
    fragment,
    holds_all,
    marked,
    search_words,
)

TEXTS = st.text(alphabet="aáÄbcç ßŒ.IJ", max_size=80)


@given(TEXTS, TEXTS)
def test_marking_loses_no_letter(question: str, text: str) -> None:
    pieces = marked(search_words(question), text)
    assert "".join(piece.tekst for piece in pieces) == text


@given(TEXTS)
def test_what_is_found_is_marked_and_nothing_else(text: str) -> None:
    words = search_words("ab")
    hit = [piece.tekst for piece in marked(words, text) if piece.raak]
    assert bool(hit) == holds_all(words, [text])
    assert all("ab" in fold(each) for each in hit)


def test_a_fragment_shows_the_word_however_far_it_stands() -> None:
    text = "begin " * 100 + "Geïndiceerde zorg " + "eind " * 100
    pieces = fragment(search_words("geindi"), text)
    assert [piece.tekst for piece in pieces if piece.raak] == ["Geïndi"]
    assert sum(len(piece.tekst) for piece in pieces) < 200


def test_every_word_must_stand_somewhere_but_not_in_the_same_text() -> None:
    assert holds_all(search_words("taal ouders"), ["Taal thuis", "voor ouders"])
    assert not holds_all(search_words("taal vaders"), ["Taal thuis", "voor ouders"])
    assert count_in(search_words("taal ouders"), "Taal thuis") == 1


@pytest.mark.parametrize("question", ["", "  ", "a", "a b"])
def test_a_single_letter_finds_nothing_because_it_would_find_everything(question: str) -> None:
    assert search_words(question) == ()
    assert not holds_all((), ["a"])


def test_one_letter_beside_a_word_still_counts() -> None:
    assert search_words("Plan B plan") == ("plan", "b")
