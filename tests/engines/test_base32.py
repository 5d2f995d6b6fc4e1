"""Base32 of many at once is that of RFC 4648."""

from base64 import b32encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.base32 import base32_letters


@given(st.lists(st.binary(min_size=5, max_size=5)).map(b"".join))
def test_it_writes_what_the_standard_library_writes(joined: bytes) -> None:
    assert base32_letters(joined) == b32encode(joined).lower()


def test_what_would_need_padding_is_refused() -> None:
    with pytest.raises(ValueError, match="fives"):
        base32_letters(b"1234")
