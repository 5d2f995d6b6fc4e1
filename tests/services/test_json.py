"""An agenda survives JSON unchanged, and what is wrong in a file is said with place and reason."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from openlea.core.agenda import Agenda
from openlea.core.begroting import Begroting, Post
from openlea.core.errors import BadFile, BadInput, Fout, NotFound
from openlea.policy.agenda_controle import check_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.read_json import read_json
from openlea.services.write_json import write_json
from tests.strategies import agendas

KOP = {"formaat": "openlea-agenda", "versie": 1, "titel": "Samen", "van": 2024, "tot": 2027}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=5,
)


def _faults_of_text(text: str) -> tuple[Fout, ...]:
    try:
        read_json(text)
    except BadInput as refused:
        return refused.fouten
    return ()


def _faults(change: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(BadInput) as refused:
        read_json(json.dumps(KOP | change))
    return {fout.cel: fout.reden for fout in refused.value.fouten}


@given(agendas())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_an_agenda_written_as_json_comes_back_identical(agenda: Agenda) -> None:
    assert read_json(write_json(agenda)) == agenda


def _post(cents: int) -> Agenda:
    post = Post(code="P1", bij="", omschrijving="Opstapje", bedragen={2024: cents})
    return Agenda(titel="Samen", van=2024, tot=2024, begroting=Begroting(posten=(post,)))


@pytest.mark.parametrize(
    ("cents", "euros"), [(9_000_000, "90000"), (9_000_050, "90000.5"), (-3_973_999, "-39739.99")]
)
def test_money_is_euros_on_the_wire_and_whole_cents_in_the_values(cents: int, euros: str) -> None:
    text = write_json(_post(cents))
    assert f'"2024": {euros}' in text
    assert read_json(text) == _post(cents)


def test_money_below_a_cent_is_refused_and_not_rounded_away() -> None:
    post = {"code": "P1", "bij": "", "omschrijving": "x", "bedragen": {"2024": 0.005}}
    faults = _faults({"begroting": {"posten": [post]}})
    assert "euro" in faults["begroting.posten[0].bedragen.2024"]


def test_a_text_as_amount_names_the_form_that_is_wanted() -> None:
    post = {"code": "P1", "bij": "", "omschrijving": "x", "bedragen": {"2024": "90.000"}}
    faults = _faults({"begroting": {"posten": [post]}})
    reason = "hier hoort een bedrag in euro's, zoals 90000 of 90000.50"
    assert faults == {"begroting.posten[0].bedragen.2024": reason}


def test_every_fault_is_listed_so_that_a_file_is_repaired_in_one_go() -> None:
    speerpunten = [{"code": "1A", "naam": "Ouders"}, {"code": 5}]
    faults = _faults(
        {
            "ambities": [{"code": "1", "naam": "Start", "speerpunten": speerpunten}],
            "besluit_op": "2024-13-01",
            "staat": "concpet",
            "titl": "dubbel",
            "van": "2024",
        }
    )
    assert faults == {
        "ambities[0].speerpunten[1].code": "hier hoort tekst tussen aanhalingstekens",
        "ambities[0].speerpunten[1].naam": "dit veld ontbreekt",
        "besluit_op": "hier hoort een datum die bestaat, zoals 2026-11-22",
        "staat": "kies uit concept, vastgesteld, afgesloten; bedoel je 'concept'?",
        "titl": "dit veld bestaat niet; bedoel je 'titel'?",
        "van": "hier hoort een heel getal",
    }


def test_an_unknown_field_deep_down_gets_the_nearest_name_of_that_place() -> None:
    streefwaarde = {
        "code": "S1",
        "bij": "1A1",
        "maat": "gezinnen",
        "jaren": [{"jaar": 2024, "dol": 40}],
    }
    faults = _faults({"streefwaarden": [streefwaarde]})
    assert faults == {"streefwaarden[0].jaren[0].dol": "dit veld bestaat niet; bedoel je 'doel'?"}


def test_a_year_that_is_no_year_is_named() -> None:
    stroom = {"code": "G1", "naam": "Rijk", "soort": "rijk", "bedragen": {"twintig": 5}}
    faults = _faults({"begroting": {"geldstromen": [stroom]}})
    assert faults == {
        "begroting.geldstromen[0].bedragen.twintig": "hier hoort een jaartal, zoals 2026"
    }


@pytest.mark.parametrize("header", [{"formaat": "iets"}, {"versie": 2}, {"versie": True}])
def test_another_format_or_version_is_refused_and_not_guessed(header: dict[str, Any]) -> None:
    assert set(_faults(header)) == set(header)


@pytest.mark.parametrize("letter", ["\x00", "\x1f", "\x85", "\ud800", "\uffff"])
def test_a_character_that_no_sheet_can_hold_is_refused_at_its_place(letter: str) -> None:
    assert "teken" in _faults({"visie": f"a{letter}b"})["visie"]


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe\x00",
        b"",
        "niets",
        "[]",
        "5",
        "[" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '{"titel": "a", "titel": "b"}',
        '{"van": NaN}',
        '{"van": 1' + "0" * 5_000 + "}",
        '{"van": 1e99999999999999999999}',
        b"x" * 20_000_001,
        json.dumps({"partijen": [5] * 250_000}),
    ],
    ids=range(13),
)
def test_what_is_no_agenda_at_all_is_one_clear_fault(text: str | bytes) -> None:
    with pytest.raises(BadFile) as refused:
        read_json(text)
    [fout] = refused.value.fouten
    assert fout.blad == "JSON"
    assert fout.reden


def test_a_number_too_long_to_hold_is_refused_and_not_rounded() -> None:
    assert "15 cijfers" in _faults({"bijwerken_dagen": 1234567890123456})["bijwerken_dagen"]


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    text = write_json(Agenda(titel="Samen", van=2024, tot=2027))
    assert read_json(b"\xef\xbb\xbf" + text.encode()) == read_json(text)


def test_a_thousand_faults_are_enough_and_the_rest_is_counted() -> None:
    with pytest.raises(BadInput) as refused:
        read_json(json.dumps(KOP | {"werkgroepen": [5] * 1200}))
    assert refused.value.fouten[-1].reden == "en nog 200 fouten"


@given(st.binary(max_size=60))
@example(b'{"formaat": "openlea-agenda"')
def test_junk_bytes_never_give_anything_but_a_clear_refusal(junk: bytes) -> None:
    with pytest.raises(BadInput):
        read_json(junk)


def _places(tree: Any) -> list[tuple[Any, Any]]:
    if isinstance(tree, dict):
        rows = list(tree.items())
    else:
        rows = list(enumerate(tree)) if isinstance(tree, list) else []
    return [(tree, key) for key, _ in rows] + [spot for _, row in rows for spot in _places(row)]


@given(agendas(), st.data(), ANYTHING)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_one_damaged_value_is_read_or_refused_with_a_reason(
    agenda: Agenda, data: st.DataObject, damage: object
) -> None:
    tree = json.loads(write_json(agenda))
    inside, key = data.draw(st.sampled_from(_places(tree)))
    inside[key] = damage
    assert all(fout.reden for fout in _faults_of_text(json.dumps(tree)))


def test_an_agenda_that_is_not_on_the_shelf_names_those_that_are() -> None:
    with pytest.raises(NotFound, match="hilversum-2024-2027"):
        read_bundled_agenda("../../settings")


@given(agendas())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_an_agenda_that_is_drawn_is_a_valid_one_or_a_round_trip_proves_nothing(
    agenda: Agenda,
) -> None:
    assert check_agenda(agenda) == ()
