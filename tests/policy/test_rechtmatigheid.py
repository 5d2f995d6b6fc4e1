"""OAB money on BSO places is signalled; what a person must judge is left to a person."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    StroomSoort,
)
from openlea.core.geldvoorwaarden import Categorie, Controle, Geldvoorwaarden, Oordeel
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.rechtmatigheid import signal_rechtmatigheid

OAB = Geldstroom(code="G1", naam="OAB-geld", soort=StroomSoort.SPUK_OAB, voorwaarden="oab")
VRIJ = Geldstroom(code="G2", naam="Eigen geld", soort=StroomSoort.GEMEENTELIJK)


def categorie(naam: str, oordeel: Oordeel) -> Categorie:
    return Categorie(
        id=naam, label=f"de {naam}", oordeel=oordeel, bron="WPO 163", controle=Controle.WETTEKST
    )


VOORWAARDEN = {
    "oab": Geldvoorwaarden(
        id="oab",
        titel="OAB",
        gecontroleerd_op=date(2026, 11, 22),
        categorieen=(
            categorie("ve", Oordeel.MAG),
            categorie("bso", Oordeel.MAG_NIET),
            categorie("media", Oordeel.TOETS),
        ),
    )
}


def post(naam: str, geldstroom: str = "G1") -> Post:
    return Post(code="P1", bij="", omschrijving="Opvang", geldstroom=geldstroom, categorie=naam)


def signalen(*posten: Post, boekingen: tuple[Boeking, ...] = ()) -> list[Signaal]:
    begroting = Begroting(geldstromen=(OAB, VRIJ), posten=posten, boekingen=boekingen)
    return list(signal_rechtmatigheid(begroting, VOORWAARDEN))


VERBODEN = Signaal(
    "strijdig_met_voorwaarden",
    Ernst.FOUT,
    "Opvang komt uit OAB-geld. Dat mag niet voor de bso (WPO 163).",
    "P1",
)


def test_money_used_against_its_conditions_is_an_error() -> None:
    assert signalen(post("bso")) == [VERBODEN]


def test_what_must_be_judged_by_hand_asks_for_attention_only() -> None:
    assert signalen(post("media")) == [
        Signaal(
            "strijdig_met_voorwaarden",
            Ernst.LET_OP,
            "Opvang komt uit OAB-geld. Toets zelf of dat mag voor de media (WPO 163).",
            "P1",
        )
    ]


@pytest.mark.parametrize("naam", ["", "onzin"])
def test_without_a_known_category_nobody_can_tell_and_that_is_said(naam: str) -> None:
    assert signalen(post(naam)) == [
        Signaal(
            "niet_getoetst",
            Ernst.LET_OP,
            "Opvang komt uit OAB-geld, maar zonder bekende categorie. Toets zelf of dat mag.",
            "P1",
        )
    ]


@pytest.mark.parametrize("rij", [post("ve"), post("bso", "G2"), post("bso", "")])
def test_what_is_allowed_or_has_no_conditions_gives_no_signal(rij: Post) -> None:
    assert signalen(rij) == []


def test_a_row_is_judged_by_the_stream_and_category_of_its_header() -> None:
    onder = replace(post("", ""), code="P2", omschrijving="Onder", kop="P1")
    assert [s.waar for s in signalen(post("bso"), onder)] == ["P1", "P2"]


def boeking(geldstroom: str = "G1", code: str = "P1") -> Boeking:
    return Boeking(
        post=code,
        jaar=2024,
        soort=BoekingSoort.BESTEED,
        op=date(2024, 3, 1),
        bedrag=1,
        geldstroom=geldstroom,
    )


def test_a_booking_from_another_stream_than_planned_is_judged_as_well() -> None:
    assert signalen(post("bso", "G2"), boekingen=(boeking(),)) == [VERBODEN]


def test_plan_and_bookings_from_the_same_stream_give_one_signal() -> None:
    assert signalen(post("bso"), boekingen=(boeking(), boeking())) == [VERBODEN]


def test_a_booking_on_no_row_does_not_stop_the_judging() -> None:
    los = replace(post("bso", "G2"), code="P0", omschrijving="Los")
    rest = signalen(los, post("bso", ""), boekingen=(boeking(code="weg"), boeking()))
    assert rest == [VERBODEN]


def test_conditions_that_are_not_on_the_shelf_are_named() -> None:
    begroting = Begroting(geldstromen=(OAB, VRIJ), posten=(post("bso"),))
    assert list(signal_rechtmatigheid(begroting, {})) == [
        Signaal(
            "voorwaarden_onbekend",
            Ernst.WAARSCHUWING,
            "De voorwaarden oab van OAB-geld zijn niet bekend.",
            "G1",
        )
    ]
