"""What happened is never thrown away with a click; what was a slip may go."""

from dataclasses import fields

import pytest

from openlea.policy.inhoud import Inhoud, why_it_stays


def test_what_nothing_hangs_on_may_go() -> None:
    assert why_it_stays(Inhoud()) == ""


@pytest.mark.parametrize("veld", [one.name for one in fields(Inhoud) if one.name != "vervolg"])
def test_any_one_thing_keeps_it(veld: str) -> None:
    assert "Hier hangt nog aan: 1 " in why_it_stays(Inhoud(**{veld: 1}))


def test_the_reason_names_everything_so_that_one_look_is_enough() -> None:
    reden = why_it_stays(Inhoud(posten=2, meldingen=1, vervolg=("1A2",)))
    assert "2 begrotingsposten, 1 melding en wat verdergaat uit 1A2." in reden
