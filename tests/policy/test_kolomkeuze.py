"""Which column is which: guessed by its head, remembered by fingerprint, words shown with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.policy.datumvorm import Datumvorm
from openlea.policy.kolomkeuze import (
    Kolomkeuze,
    as_kept,
    from_kept,
    guess_fields,
    guess_word,
    head_mark,
    may_show,
    refuse_data_as_head,
    treat_choice,
)
from openlea.policy.pseudonimiseren import treat_header

DOELGROEP = open_registraties(find_roots())["doelgroepkinderen"]
HEADS = ["BSN", "Achternaam", "Geboortedatum", "Datum indicatie", "Status"]


def test_the_heads_of_the_registration_guess_themselves_and_a_name_is_never_proposed() -> None:
    found = guess_fields(HEADS, DOELGROEP)
    assert found == {1: "bsn", 3: "geboortemaand", 4: "indicatie_op", 5: "stand"}


def test_choosing_what_is_declared_does_what_the_declaration_does() -> None:
    keuzes = {n: Kolomkeuze(veld=veld) for n, veld in guess_fields(HEADS, DOELGROEP).items()}
    chosen, declared = treat_choice(HEADS, DOELGROEP, keuzes), treat_header(HEADS, DOELGROEP)
    assert chosen.uit == declared.uit
    assert [one.gedaan for one in chosen.kolommen] == [one.gedaan for one in declared.kolommen]


def test_one_field_is_not_two_columns() -> None:
    keuzes = {1: Kolomkeuze(veld="bsn"), 2: Kolomkeuze(veld="bsn")}
    with pytest.raises(BadInput, match="allebei"):
        treat_choice(["a", "b"], DOELGROEP, keuzes)


@given(st.permutations(["Nummer", "Dag", "Sinds", "Dag", ""]))
def test_a_row_of_heads_is_known_again_in_any_order_and_a_choice_goes_along(
    heads: list[str],
) -> None:
    assert head_mark(heads) == head_mark(["Nummer", "Dag", "Sinds", "Dag", ""])
    place = heads.index("Sinds") + 1
    keuze = Kolomkeuze(veld="stand", vertaling={"JA": "geplaatst"}, datumvorm=Datumvorm.MDJ)
    kept = as_kept(heads, {place: keuze})
    turned = list(reversed(heads))
    back = from_kept(kept, turned, {turned.index("Sinds") + 1: ["ja", "nee"]})
    assert back == {turned.index("Sinds") + 1: keuze}
    assert "Sinds" not in str(kept)
    assert "JA" not in str(kept), "no text of a file is remembered, only that it was the same"


@pytest.mark.parametrize(
    "words",
    [
        ["123456782"],
        ["Jansen123"],
        ["14-03-2022"],
        ["a@b.nl"],
        ["x" * 41],
        [f"w{chr(97 + n)}" for n in range(13)],
        ["dossier 2024"],
    ],
)
def test_words_that_may_be_a_person_or_are_many_are_not_shown(words: list[str]) -> None:
    assert not may_show(words)


def test_a_few_short_words_may_be_shown() -> None:
    assert may_show(["Plaatsing", "Op de lijst", "5a", "11g"])


@pytest.mark.parametrize("head", ["1211 AB", "42", "04OS00", "2026"])
def test_a_number_or_code_as_a_head_is_a_person(head: str) -> None:
    with pytest.raises(BadInput, match="lijkt op gegevens"):
        refuse_data_as_head(["Naam", head], 1)


def test_a_word_is_proposed_when_it_looks_like_one_of_the_list() -> None:
    assert guess_word("Geplaatst ", ["geplaatst", "wachtlijst"]) == "geplaatst"
    assert guess_word("iets anders", ["geplaatst", "wachtlijst"]) == ""
