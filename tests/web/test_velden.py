"""A number is read as Dutch people write it, on paper and on a phone."""

from decimal import Decimal

import pytest
from django.forms import ValidationError

from openlea.web.pages.agenda.veld import Getal


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("38", "38"),
        ("71,5", "71.5"),
        ("71.5", "71.5"),
        ("1.250", "1250"),
        ("1.250,5", "1250.5"),
        (" 12 % ", "12"),
        ("12,000", "12"),
    ],
)
def test_a_number_is_what_its_writer_meant(typed: str, read: str) -> None:
    assert Getal().to_python(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["veel", "1,250.50", "1.25.0", "12,5,5", "²", "NaN", "1e9"])
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        Getal().to_python(typed)


@pytest.mark.parametrize("typed", ["", "  ", None])
def test_nothing_is_nothing_and_not_nought(typed: str | None) -> None:
    assert Getal(required=False).to_python(typed) is None
