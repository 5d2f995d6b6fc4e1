"""Who a person is leaves the file: always the same pseudonym, never the person."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.core.registratie import Registratieveld, Veldrol, Vorm
from openlea.policy.herkenning import measure
from openlea.policy.kolombesluit import Behandeling, Kopbesluit
from openlea.policy.persoonswaarde import Onbruikbaar, identity_text, treat_value
from openlea.policy.pseudonimiseren import is_pseudoniem, pseudoniem, treat_header, treat_row

KEYS = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=4)
KEY = b"k" * 32
DOELGROEP = open_registraties(find_roots())["doelgroepkinderen"]
BSN = Registratieveld(naam="bsn", rol=Veldrol.IDENTIFICATIE, vormen=(Vorm.BSN,))
EIGEN = Registratieveld(naam="nr", rol=Veldrol.IDENTIFICATIE, vormen=(Vorm.EIGEN,))
PLANTED = ["123456782", "Plantjong", "2021-03-14", "Plantlaan 7", "plant@voorbeeld.example"]
HEADS = ["BSN", "Achternaam", "Geboortedatum", "Adres", "E-mail", "Datum indicatie"]


def seen(koppen: list[str], *rijen: list[str], behoud: tuple[str, ...] = ()) -> Kopbesluit:
    return treat_header(koppen, None, maten=measure(rijen, len(koppen)), behoud=behoud)


@given(KEYS, st.binary(min_size=32, max_size=32), st.text())
def test_a_later_key_goes_over_the_pseudonym_so_that_old_rows_can_be_rewrapped(
    keys: list[bytes], later: bytes, who: str
) -> None:
    assert pseudoniem([*keys, later], who) == pseudoniem([later], pseudoniem(keys, who))


@given(KEYS, st.text())
def test_a_pseudonym_is_recognised_and_is_no_number(keys: list[bytes], who: str) -> None:
    made = pseudoniem(keys, who)
    assert is_pseudoniem(made)
    assert made.startswith("p1-")


def test_a_pseudonym_without_a_key_would_be_a_plain_hash_and_is_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        pseudoniem([], "bsn:123456782")


def test_a_pseudonym_stays_the_same_in_every_version_or_nothing_links_any_more() -> None:
    assert pseudoniem([bytes(32)], "bsn:123456782") == "p1-3o7kufma2lelqhcohhagggmcevnhmoeb"


@pytest.mark.parametrize("text", ["123456782", " 1234 56 782 ", "1234.56.782", "\u00a0123456782"])
def test_one_bsn_is_one_person_however_it_is_written(text: str) -> None:
    assert identity_text(BSN, text, "") == "bsn:123456782"


def test_a_spreadsheet_that_ate_the_leading_zero_of_a_bsn_is_understood() -> None:
    assert identity_text(BSN, "12345672", "") == "bsn:012345672"


@pytest.mark.parametrize("text", ["123456781", "000000000", "1234567820", "12345678a", "12", ""])
def test_what_fails_the_elfproef_is_no_person(text: str) -> None:
    with pytest.raises(Onbruikbaar):
        identity_text(BSN, text, "")


def test_number_17_of_two_schools_is_two_persons() -> None:
    assert identity_text(EIGEN, "17", "sch-a") != identity_text(EIGEN, "17", "sch-b")


def test_capitals_of_an_own_number_count_only_when_that_was_declared() -> None:
    strict = dataclasses.replace(EIGEN, hoofdletters=True)
    assert identity_text(EIGEN, "a1", "x") == identity_text(EIGEN, " A1", "x")
    assert identity_text(strict, "a1", "x") != identity_text(strict, "A1", "x")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_of_a_birth_date_the_month_is_left_however_it_is_written(day: date) -> None:
    veld = Registratieveld(naam="g", rol=Veldrol.GEBOORTEDATUM)
    iso = str(day)
    year, month, dag = iso.split("-")
    written = (iso, f"{dag}-{month}-{year}", f"{int(dag)}/{int(month)}/{year}", year + month + dag)
    assert {treat_value(veld, one) for one in written} == {iso[:7]}
    assert treat_value(veld, iso[:7]) == iso[:7]


def test_a_postcode_becomes_four_digits_unless_the_whole_was_declared() -> None:
    four = Registratieveld(naam="p", rol=Veldrol.POSTCODE, vormen=(Vorm.PC4,))
    assert treat_value(four, "1217 ab") == "1217"
    assert treat_value(dataclasses.replace(four, vormen=(Vorm.PC6,)), "1217 ab") == "1217AB"


def test_nothing_planted_is_left_of_a_declared_row() -> None:
    kop = treat_header(HEADS, DOELGROEP)
    rij = treat_row(kop, [*PLANTED, "2024-01-02"], 2, [KEY])
    assert rij.waarden[1:] == ("2021-03", "2024-01-02")
    assert not any(one in "|".join(rij.waarden) for one in PLANTED)


def test_nothing_planted_is_left_without_a_declaration() -> None:
    kop = seen(["nr", "wie", "g", "waar", "bereik", "x"], [*PLANTED, "rood"])
    rij = treat_row(kop, [*PLANTED, "rood"], 2, [KEY])
    assert rij.waarden == (pseudoniem([KEY], "bsn:123456782"), "2021-03")


@given(st.lists(st.text(), max_size=8))
def test_a_fault_never_tells_the_value(cells: list[str]) -> None:
    kop = treat_header(HEADS, DOELGROEP)
    told = treat_row(kop, ["123456781", "x", "31-02-2021 geheim", *cells], 7, [KEY])
    assert {fout.blad for fout in told.fouten} == {"regel 7"}
    assert "geheim" not in str(told)
    assert "123456781" not in str(told)


def test_a_row_that_shifted_is_rejected_for_a_name_may_stand_where_a_code_should() -> None:
    kop = treat_header(HEADS, DOELGROEP)
    told = treat_row(kop, [*PLANTED, "2024-01-02", "Plantjong"], 2, [KEY])
    assert told.fouten
    assert not told.waarden


def test_a_wrong_cell_that_need_not_be_there_costs_the_cell_and_not_the_child() -> None:
    kop = treat_header(["BSN", "Geboortedatum", "Datum indicatie", "Status"], DOELGROEP)
    rij = treat_row(kop, ["123456782", "2021-03-14", "2024-01-02", "geheim"], 2, [KEY])
    assert rij.waarden[-1] == ""
    assert [fout.cel for fout in rij.leeg] == ["stand"]


def test_treated_on_a_desk_and_then_at_the_door_is_the_same_as_at_the_door_alone() -> None:
    row = ["123456782", "Plantjong", "2021-03-14", "x", "y", "2024-01-02"]
    kop = treat_header(HEADS, DOELGROEP)
    desk = treat_row(kop, row, 2, [KEY])
    again = treat_header(kop.uit, DOELGROEP)
    later = [b"1" * 32, b"2" * 32]
    at_door = treat_row(again, desk.waarden, 2, [KEY], verdere=later)
    assert at_door.waarden == treat_row(kop, row, 2, [KEY], verdere=later).waarden


def test_a_file_without_heads_is_refused_without_telling_its_first_person() -> None:
    with pytest.raises(BadInput) as caught:
        treat_header(PLANTED, DOELGROEP)
    assert not any(one in str(caught.value) for one in PLANTED)


def test_an_unknown_head_is_named_by_its_place_for_it_may_be_a_name() -> None:
    kop = treat_header([*HEADS, "Plantjong"], DOELGROEP)
    assert "kolom 7" in kop.vervallen
    assert "Plantjong" not in kop.vervallen


@pytest.mark.parametrize("kop", ["wie", "Achternaam", "Opmerking"])
def test_who_somebody_is_can_not_be_kept_even_when_asked(kop: str) -> None:
    with pytest.raises(BadInput):
        seen(["bsn", kop], ["123456782", "plant@voorbeeld.example"], behoud=(kop,))


def test_an_unknown_column_is_dropped_unless_its_owner_keeps_it() -> None:
    row = ["123456782", "rood"]
    assert seen(["bsn", "kleur"], row).uit == ("pseudoniem",)
    kept = seen(["bsn", "kleur"], row, behoud=("Kleur",))
    assert treat_row(kept, row, 2, [KEY]).waarden[1] == "rood"
    assert treat_row(kept, ["123456782", "bel 0612345678"], 3, [KEY]).waarden[1] == ""


def test_a_column_of_dates_that_nobody_named_may_be_birthdays_and_loses_its_day() -> None:
    kop = seen(["bsn", "x"], ["123456782", "2021-03-14"])
    assert kop.kolommen[1].gedaan is Behandeling.VERGROFD
