"""A JSON file that is repaired on the page: odd places and odd texts never cost what is good."""

import json

import pytest

from openlea.services.herstel.jsonboom import corrected_json, shown_in_json
from openlea.services.herstel.plek import Plek

NAAM = Plek("", "acties[0].naam")


def file_with(naam: str, rest: str = "1") -> bytes:
    return f'{{"acties": [{{"naam": {naam}, "jaar": {rest}}}]}}'.encode()


def test_half_a_character_is_shown_as_a_mark_and_corrected_like_any_other() -> None:
    broken = file_with('"Ops\\ud800tapje"')
    shown = shown_in_json(broken, [NAAM])[NAAM]
    assert shown == "Ops?tapje"
    assert json.loads(corrected_json(broken, {NAAM: "Opstapje"}))["acties"][0]["naam"] == "Opstapje"


def test_half_a_character_elsewhere_survives_the_correction_of_something_else() -> None:
    broken = file_with('"Opstapje"', '"\\ud800"')
    again = json.loads(corrected_json(broken, {NAAM: "Anders"}))
    assert again == {"acties": [{"naam": "Anders", "jaar": "\ud800"}]}


def test_a_number_of_thousands_of_digits_can_be_shown_and_costs_nothing_else() -> None:
    digits = "9" * 5000
    broken = file_with('"Opstapje"', digits)
    jaar = Plek("", "acties[0].jaar")
    assert shown_in_json(broken, [jaar])[jaar] == digits
    again = json.loads(corrected_json(broken, {jaar: "2025"}))
    assert again == {"acties": [{"naam": "Opstapje", "jaar": 2025}]}


@pytest.mark.parametrize("text", ["[" * 100_000, "9" * 5000, "NaN,", "\x00", '{"a": 1}'])
def test_whatever_is_typed_is_kept_as_text(text: str) -> None:
    again = json.loads(corrected_json(file_with('"Opstapje"'), {NAAM: text}))
    assert again["acties"][0]["naam"] == text


@pytest.mark.parametrize("cel", ["acties[" + "9" * 5000 + "]", "acties[7].naam", "", "naam", "[0]"])
def test_a_place_that_is_not_there_changes_nothing(cel: str) -> None:
    whole = file_with('"Opstapje"')
    assert shown_in_json(whole, [Plek("", cel)]) == {}
    assert json.loads(corrected_json(whole, {Plek("", cel): "Anders"})) == json.loads(whole)


def test_a_file_that_is_no_json_stays_what_it_was() -> None:
    assert corrected_json(b"{half", {NAAM: "Anders"}) == b"{half"
