"""A proof counts only from the right service, for us, now, and in this attempt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.inlogdienst import Weigering
from openlea.policy.inlogbewijs import SKEW, Verwacht, judge_bewijs, judge_sub, judge_userinfo

NOW = 1_800_000_000
VERWACHT = Verwacht(issuer="https://dienst.example", client_id="wij", nonce="eenmalig")
GOED = {
    "iss": "https://dienst.example",
    "aud": "wij",
    "sub": "7f3a",
    "iat": NOW - 1,
    "exp": NOW + 300,
    "nonce": "eenmalig",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_a_proof_that_keeps_every_rule_is_taken() -> None:
    assert judge_bewijs(GOED, VERWACHT, NOW) is None


@pytest.mark.parametrize("field", GOED)
def test_no_field_of_a_proof_can_be_missed(field: str) -> None:
    less = {name: value for name, value in GOED.items() if name != field}
    assert judge_bewijs(less, VERWACHT, NOW) is not None


@given(st.sampled_from(sorted(GOED)), JSON)
def test_no_field_may_hold_something_else(field: str, other: object) -> None:
    bent = GOED | {field: other}
    if judge_bewijs(bent, VERWACHT, NOW) is None:
        assert field in {"exp", "iat", "sub"} or other in (GOED[field], [GOED[field]])


@given(st.floats(NOW - 3600, NOW + 3600))
def test_a_clock_may_differ_a_minute_and_no_more(moment: float) -> None:
    expired = judge_bewijs(GOED | {"exp": moment}, VERWACHT, NOW)
    assert (expired is Weigering.VERLOPEN) == (moment + SKEW <= NOW)
    later = judge_bewijs(GOED | {"iat": moment}, VERWACHT, NOW)
    assert (later is Weigering.UIT_DE_TOEKOMST) == (moment > NOW + SKEW)


def test_a_proof_that_holds_only_later_is_not_taken_now() -> None:
    assert judge_bewijs(GOED | {"nbf": NOW + 600}, VERWACHT, NOW) is Weigering.UIT_DE_TOEKOMST


@pytest.mark.parametrize("moment", [True, "1800000300", float("nan"), float("inf"), 10**400, []])
def test_a_moment_that_is_no_number_is_none(moment: object) -> None:
    assert judge_bewijs(GOED | {"exp": moment}, VERWACHT, NOW) is Weigering.VELD_MIST


def test_of_several_audiences_the_proof_says_for_whom_it_was_made() -> None:
    both = GOED | {"aud": ["wij", "zij"]}
    assert judge_bewijs(both, VERWACHT, NOW) is Weigering.BEWIJS_AZP
    assert judge_bewijs(both | {"azp": "zij"}, VERWACHT, NOW) is Weigering.BEWIJS_AZP
    assert judge_bewijs(both | {"azp": "wij"}, VERWACHT, NOW) is None
    assert judge_bewijs(GOED | {"azp": "zij"}, VERWACHT, NOW) is Weigering.BEWIJS_AZP


def test_an_attempt_without_a_mark_matches_no_proof() -> None:
    nothing = Verwacht(issuer="https://dienst.example", client_id="wij", nonce="")
    assert judge_bewijs(GOED | {"nonce": ""}, nothing, NOW) is Weigering.NONCE
    assert judge_bewijs(GOED | {"nonce": "\ud800"}, VERWACHT, NOW) is Weigering.NONCE


@given(st.text())
def test_a_key_of_an_account_can_be_kept_and_read(sub: str) -> None:
    is_fit = bool(sub.strip()) and len(sub) <= 191 and sub.isprintable()
    assert (judge_sub(sub) is None) == is_fit


@given(JSON)
def test_userinfo_is_about_the_same_person_or_about_nobody(sub: object) -> None:
    assert (judge_userinfo({"sub": sub}, "7f3a") is None) == (sub == "7f3a")
    assert judge_userinfo({}, "7f3a") is Weigering.ANDERE_SUB
