"""How long a session lives, and what a device is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.sessie import Sessieduur, device_name, is_over

GRENS = Sessieduur(stil=3600, duur=36_000)
MOMENTS = st.floats(min_value=0, max_value=1e9)


@given(begonnen=MOMENTS, stil=st.floats(0, 3600))
def test_within_both_limits_a_session_lives(begonnen: float, stil: float) -> None:
    assert not is_over(begonnen, begonnen, begonnen + stil * 0.999, GRENS)


@given(begonnen=MOMENTS, te_laat=st.floats(1, 1e6))
def test_over_either_limit_it_ends_whatever_the_other_says(begonnen: float, te_laat: float) -> None:
    assert is_over(begonnen, begonnen + 36_000 + te_laat, begonnen + 36_000 + te_laat, GRENS)
    assert is_over(begonnen, begonnen, begonnen + 3600 + te_laat, GRENS)


def test_a_moment_that_is_yet_to_come_is_not_ours() -> None:
    assert is_over(1000, 1000, 900, GRENS)
    assert not is_over(1000, 1000, 950, GRENS)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140",
            "Edge op Windows",
        ),
        ("Mozilla/5.0 (X11; Linux) AppleWebKit/537 Chrome/140 Safari/537", "Chrome op Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604",
            "Safari op iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537",
            "Chrome op Android",
        ),
        ("curl/8", "Onbekend apparaat"),
        ("", "Onbekend apparaat"),
    ],
)
def test_a_device_is_called_by_two_words_people_know(agent: str, name: str) -> None:
    assert device_name(agent) == name


@given(st.text())
def test_whatever_a_browser_says_no_more_than_those_words_are_kept(agent: str) -> None:
    assert len(device_name(agent)) <= 40
