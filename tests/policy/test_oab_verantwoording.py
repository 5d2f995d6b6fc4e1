"""The yearly account of OAB money: it closes, and every line can be traced."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    StroomSoort,
    Subsidie,
)
from openlea.core.geldvoorwaarden import Categorie, Controle, Geldvoorwaarden, Oordeel
from openlea.policy.oab_verantwoording import Bestanddeel, OabVerantwoording, oab_verantwoording

VE = Categorie(id="ve", label="VE", oordeel=Oordeel.MAG, bron="wet", controle=Controle.WETTEKST)
VOORWAARDEN = {
    "spuk-oab": Geldvoorwaarden(
        id="spuk-oab", titel="OAB", gecontroleerd_op=date(2026, 11, 22), categorieen=(VE,)
    )
}
STROMEN = (
    Geldstroom(
        code="G1",
        naam="OAB",
        soort=StroomSoort.SPUK_OAB,
        voorwaarden="spuk-oab",
        bedragen={2024: 1000, 2025: 2000},
    ),
    Geldstroom(code="G2", naam="Rijk", soort=StroomSoort.RIJK, bedragen={2024: 7}),
)
POSTEN = (
    Post(code="K", bij="1B1", omschrijving="VVE", geldstroom="G1", categorie="ve"),
    Post(code="O", bij="1B1", omschrijving="Scholing", kop="K"),
    Post(code="T", bij="1E1", omschrijving="Taal", geldstroom="G1"),
    Post(code="R", bij="1E2", omschrijving="Bieb", geldstroom="G2"),
    Post(code="Z", bij="1E3", omschrijving="Zonder"),
)


def boeking(post: str, bedrag: int, soort: BoekingSoort = BoekingSoort.BESTEED) -> Boeking:
    return Boeking(
        post=post,
        jaar=2024,
        soort=soort,
        op=date(2024, 3, 1),
        bedrag=bedrag,
        omschrijving="factuur",
        kenmerk=f"F-{post}",
    )


BEGROTING = Begroting(
    geldstromen=STROMEN,
    posten=POSTEN,
    boekingen=(
        boeking("K", 300),
        boeking("O", 50),
        boeking("T", 20),
        boeking("R", 4),
        boeking("Z", 11),
        boeking("K", 999, BoekingSoort.VERPLICHT),
        replace(boeking("K", 888), jaar=2025),
        replace(boeking("Z", 9), geldstroom="G1"),
    ),
    subsidies=(
        Subsidie(
            kenmerk="S-1",
            post="O",
            regeling="VVE",
            ontvanger="houder",
            jaar=2024,
            beschikt=70,
            beschikt_op=date(2024, 1, 1),
            vastgesteld=65,
            vastgesteld_op=date(2025, 1, 1),
            teruggevorderd=5,
        ),
    ),
)


def account(**velden: object) -> OabVerantwoording:
    return oab_verantwoording(BEGROTING, 2024, voorwaarden=VOORWAARDEN, **velden)  # type: ignore[arg-type]


def test_every_line_names_the_rows_and_papers_it_is_made_of() -> None:
    zonder, ve = account().regels
    assert (ve.categorie, ve.voorwaarde, ve.bedrag) == ("ve", VE, 410)
    assert ve.bestanddelen == (
        Bestanddeel(
            post="K", post_omschrijving="VVE", bedrag=300, kenmerk="F-K", omschrijving="factuur"
        ),
        Bestanddeel(
            post="O", post_omschrijving="Scholing", bedrag=50, kenmerk="F-O", omschrijving="factuur"
        ),
        Bestanddeel(
            post="O",
            post_omschrijving="Scholing",
            bedrag=60,
            kenmerk="S-1",
            omschrijving="VVE: houder",
        ),
    )
    assert (zonder.categorie, zonder.voorwaarde) == ("", None)
    assert [(deel.post, deel.bedrag) for deel in zonder.bestanddelen] == [("T", 20), ("Z", 9)]


def test_only_oab_streams_are_received_and_only_spending_of_the_year_counts() -> None:
    staat = account()
    assert staat.ontvangen == {"G1": 1000}
    assert staat.totaal_ontvangen == 1000
    assert staat.besteed == 439


def test_spending_of_no_named_stream_is_shown_apart_and_not_counted() -> None:
    assert [(deel.post, deel.bedrag) for deel in account().niet_toegewezen] == [("Z", 11)]


def test_as_known_on_an_earlier_day_the_grant_is_not_spent_yet() -> None:
    assert account(op=date(2024, 12, 31)).besteed == 379


def test_the_account_is_due_on_15_july_of_the_next_year() -> None:
    assert account().uiterlijk_op == date(2025, 7, 15)


def test_what_is_left_above_the_cap_goes_back_and_the_rest_is_kept() -> None:
    staat = account(beginreserve=100, overgeboekt=61, plafond=250)
    assert staat.niet_besteed == 600
    assert staat.terug_te_betalen == 350
    assert staat.eindreserve == 250


def test_below_the_cap_nothing_goes_back() -> None:
    staat = account(plafond=561)
    assert (staat.niet_besteed, staat.terug_te_betalen, staat.eindreserve) == (561, 0, 561)


def test_an_unknown_cap_gives_nothing_back_and_says_that_it_is_unknown() -> None:
    staat = account(beginreserve=5)
    assert staat.plafond is None
    assert (staat.terug_te_betalen, staat.eindreserve) == (0, 566)
    assert "Het maximum dat je na 2024 mag bewaren, is niet ingevuld." in staat.opmerkingen


def leeg(jaar: int, plafond: int | None = None) -> OabVerantwoording:
    begroting = Begroting(geldstromen=STROMEN[:1])
    return oab_verantwoording(begroting, jaar, plafond=plafond)


@pytest.mark.parametrize("jaar", [2026, 2027])
def test_what_may_be_kept_after_2026_is_said_to_be_unknown(jaar: int) -> None:
    assert leeg(jaar).opmerkingen == (
        (
            "Het is niet bekend hoeveel geld je na 2026 mag bewaren. "
            "Vul het maximum in zodra de regeling er is."
        ),
    )
    assert leeg(jaar, plafond=0).opmerkingen == ()


def test_2025_is_before_the_rules_ran_out() -> None:
    assert leeg(2025).opmerkingen == ("Het maximum dat je na 2025 mag bewaren, is niet ingevuld.",)


def test_the_reader_is_told_what_to_mistrust() -> None:
    staat = account(overgeboekt=600_00, plafond=0)
    assert staat.opmerkingen == (
        "Er is € 594,39 meer uitgegeven dan er was.",
        "Van € 0,11 aan uitgaven is niet vastgelegd uit welke geldstroom ze komen.",
        "Er zijn uitgaven uit OAB-geld zonder categorie. Toets die zelf.",
    )
    assert (staat.eindreserve, staat.terug_te_betalen) == (-594_39, 0)


def test_spending_that_is_all_in_categories_needs_no_remark() -> None:
    alleen_ve = replace(BEGROTING, boekingen=(boeking("K", 1),))
    assert oab_verantwoording(alleen_ve, 2024, plafond=0).opmerkingen == ()


def test_a_year_without_receipts_received_nought() -> None:
    assert leeg(2030).ontvangen == {"G1": 0}


def test_money_booked_on_an_unknown_row_is_shown_apart_without_a_name() -> None:
    zoek = replace(BEGROTING, boekingen=(boeking("weg", 3),))
    (deel,) = oab_verantwoording(zoek, 2024).niet_toegewezen
    assert (deel.post, deel.post_omschrijving, deel.bedrag) == ("weg", "", 3)


def test_an_account_that_ends_on_nought_has_not_overspent() -> None:
    staat = account(overgeboekt=561, plafond=0)
    assert staat.niet_besteed == 0
    assert not any("meer uitgegeven" in regel for regel in staat.opmerkingen)


def test_an_agenda_without_oab_money_says_so() -> None:
    staat = oab_verantwoording(Begroting(geldstromen=STROMEN[1:]), 2024, plafond=0)
    assert staat.opmerkingen == (
        "Deze agenda heeft geen geldstroom van de soort specifieke uitkering OAB.",
    )
    assert (staat.beginreserve, staat.overgeboekt, staat.eindreserve) == (0, 0, 0)


def test_without_a_catalogue_a_line_has_no_verdict() -> None:
    assert {regel.voorwaarde for regel in oab_verantwoording(BEGROTING, 2024).regels} == {None}


@given(
    st.lists(st.tuples(st.sampled_from("KOTRZ"), st.integers(-(10**6), 10**6))),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
)
def test_the_account_always_closes(
    bedragen: list[tuple[str, int]], beginreserve: int, overgeboekt: int, plafond: int | None
) -> None:
    boekingen = tuple(boeking(post, bedrag) for post, bedrag in bedragen)
    staat = oab_verantwoording(
        replace(BEGROTING, boekingen=boekingen),
        2024,
        beginreserve=beginreserve,
        overgeboekt=overgeboekt,
        plafond=plafond,
    )
    in_en_uit = staat.beginreserve + staat.totaal_ontvangen - staat.besteed - staat.overgeboekt
    assert in_en_uit == staat.eindreserve + staat.terug_te_betalen
    assert staat.terug_te_betalen >= 0
    if plafond is not None:
        assert staat.eindreserve <= plafond
    uit_oab = sum(bedrag for post, bedrag in bedragen if post in "KOT")
    assert staat.besteed == uit_oab + 60
