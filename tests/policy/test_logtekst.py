"""No line of the log holds what opens a door or names a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.logtekst import without_secrets

MARK = "m4rk3er"


@pytest.mark.parametrize(
    "line",
    [
        f"GET /v/{MARK}/ 500",
        f"GET /wachtwoord/MQ/{MARK}/ 200",
        f"GET /kalender/{MARK}.ics 200",
        f"GET /gast/{MARK}/stuk/1/ 200",
        f"GET /r/{MARK}/ 200",
        f"GET /w/hilversum/zoeken/?q={MARK}",
        f"Authorization: Bearer {MARK}.x.y",
        f"Authorization: Basic {MARK}==",
        f"Cookie: sessionid={MARK}; csrftoken={MARK}",
        f"Cookie: __Host-sessionid={MARK}",
        f"password={MARK}",
        f"{{'wachtwoord': '{MARK}'}}",
        f'{{"client_secret": "{MARK}"}}',
        f"postgres://openlea:{MARK}@127.0.0.1/openlea",
        f"smtp://{MARK}:x@mail.example:587",
        f"mail to {MARK}@school.example failed",
    ],
)
def test_what_opens_a_door_is_taken_out(line: str) -> None:
    assert MARK not in without_secrets(line)


@pytest.mark.parametrize("bsn", ["123456782", "1234.56.782", "123 456 782", "12345678"])
def test_a_number_of_a_person_is_taken_out_however_it_is_written(bsn: str) -> None:
    said = without_secrets(f"kind {bsn} in groep 3")
    assert not any(letter.isdigit() for letter in said.removesuffix("groep 3"))


def test_a_key_is_taken_out_wherever_it_stands() -> None:
    assert "Ab3" not in without_secrets("geopend met Ab3dEf6hIj9kLm2nOp5qRs8t")


def test_the_secrets_of_this_installation_are_taken_out_as_they_are() -> None:
    assert without_secrets("zo heet hij: blauwe-fiets", ["blauwe-fiets"]) == "zo heet hij: …"


def test_an_empty_setting_is_no_secret() -> None:
    # Otherwise every letter of every line would be hidden.
    assert without_secrets("Werk 12 (fetch_source) failed", ["", "a"]).startswith("Werk 12")


@given(st.text())
def test_one_event_stays_one_line(said: str) -> None:
    assert "\n" not in without_secrets(said)
    assert "\r" not in without_secrets(said)
