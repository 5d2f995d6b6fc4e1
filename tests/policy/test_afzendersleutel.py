"""A key of senders travels as text, and a damaged one never quietly makes other pseudonyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.afzendersleutel import key_of_text, key_text

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS, st.sampled_from(["", " ", "\r\n", "\ufeff"]))
def test_a_key_comes_back_also_when_an_editor_touched_the_ends(key: bytes, around: str) -> None:
    assert key_of_text(around + key_text(key) + around.strip("\ufeff")) == key


@given(KEYS, st.data())
def test_one_changed_sign_is_refused(key: bytes, data: st.DataObject) -> None:
    text = key_text(key).strip()
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz234567:-"))
    changed = text[:place] + sign + text[place + 1 :]
    if changed != text:
        with pytest.raises(BadInput):
            key_of_text(changed)


@pytest.mark.parametrize("text", ["", "wachtwoord", "openlea-afzender-1", "openlea-afzender-1::"])
def test_any_other_text_is_no_key(text: str) -> None:
    with pytest.raises(BadInput):
        key_of_text(text)
