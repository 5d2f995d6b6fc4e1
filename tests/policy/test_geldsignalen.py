"""What is said about the money of Hilversum, to the word, and what is never said."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Wijziging,
)
from openlea.core.geldvoorwaarden import Categorie, Controle, Geldvoorwaarden, Oordeel
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.geldsignalen import find_geldsignalen
from tests.policy.geld_strategies import AMBITIES, begrotingen
from tests.policy.hea_geld import hea_agenda


def signalen(agenda: Agenda, code: str) -> list[Signaal]:
    return [signaal for signaal in find_geldsignalen(agenda) if signaal.code == code]


def test_hilversum_ends_2027_below_nought_and_that_comes_first() -> None:
    assert find_geldsignalen(hea_agenda())[0] == Signaal(
        "saldo_negatief",
        Ernst.FOUT,
        "In 2027 komt er € 39.740 te kort. Het saldo is € -39.740.",
        "2027",
    )


def test_the_signals_of_hilversum_are_these_and_no_others() -> None:
    assert Counter(signaal.code for signaal in find_geldsignalen(hea_agenda())) == {
        "saldo_negatief": 1,
        "structureel_tekort": 4,
        "actie_zonder_rij": 13,
    }


def test_the_structural_shortfall_is_named_with_its_reason() -> None:
    tekorten = signalen(hea_agenda(), "structureel_tekort")
    assert [signaal.waar for signaal in tekorten] == ["2024", "2025", "2026", "2027"]
    assert tekorten[2] == Signaal(
        "structureel_tekort",
        Ernst.WAARSCHUWING,
        "Zonder eenmalig geld komt er in 2026 € 418.685 te kort: de uitgaven zijn € 3.537.500, "
        "de vaste middelen € 3.118.815.",
        "2026",
    )


def test_an_action_without_a_row_is_left_open_and_never_called_not_done() -> None:
    zonder = signalen(hea_agenda(), "actie_zonder_rij")
    assert [signaal.waar for signaal in zonder] == [
        "1B4",
        "1B6",
        "1C1",
        "1C2",
        "1C5",
        "1C6",
        "1E4",
        "1E6",
        "2A1",
        "2B2",
        "2C3",
        "2C5",
        "2C10",
    ]
    assert zonder[0] == Signaal(
        "actie_zonder_rij",
        Ernst.LET_OP,
        "Actie 1B4 naam heeft geen rij in de begroting. De agenda laat open of de actie niet "
        "doorgaat of uit ander budget wordt betaald.",
        "1B4",
    )


ACTIE = Actie(code="1A1", naam="Opstapje")
AMBITIE = Ambitie(
    code="1", naam="Start", speerpunten=(Speerpunt(code="1A", naam="Ouders", acties=(ACTIE,)),)
)


def agenda(*posten: Post, stromen: tuple[Geldstroom, ...] = ()) -> Agenda:
    begroting = Begroting(geldstromen=stromen, posten=posten)
    return Agenda(titel="Proef", van=2024, tot=2025, ambities=(AMBITIE,), begroting=begroting)


def post(code: str = "P1", bij: str = "1A1", bedrag: int = 0, **velden: str) -> Post:
    return Post(code=code, bij=bij, omschrijving="Rij", bedragen={2024: bedrag}, **velden)  # type: ignore[arg-type]


def test_a_row_of_nought_without_a_payer_is_signalled_at_the_row() -> None:
    assert find_geldsignalen(agenda(post())) == (
        Signaal(
            "nul_zonder_betaler",
            Ernst.WAARSCHUWING,
            "Rij staat op € 0, maar er staat niet bij wie het dan betaalt.",
            "P1",
        ),
    )


def test_a_named_payer_or_a_header_row_answers_for_a_row_of_nought() -> None:
    assert signalen(agenda(post(elders_gedekt_door="Jeugd")), "nul_zonder_betaler") == []
    met_kop = agenda(post("K", bedrag=5), post("P2", kop="K"))
    assert signalen(met_kop, "nul_zonder_betaler") == []


def test_a_saldo_of_nought_is_no_shortage() -> None:
    stroom = Geldstroom(code="G", naam="Rijk", soort=StroomSoort.RIJK, bedragen={2024: 5})
    assert find_geldsignalen(agenda(post(bedrag=5), stromen=(stroom,))) == ()


RESTANT = Geldstroom(
    code="G2", naam="Restant", soort=StroomSoort.RESTANT, bedragen={2024: 300, 2025: 100}
)


def test_a_printed_restant_that_is_not_the_saldo_before_it_is_signalled() -> None:
    assert signalen(agenda(post(bedrag=500), stromen=(RESTANT,)), "restant_wijkt_af") == [
        Signaal(
            "restant_wijkt_af",
            Ernst.WAARSCHUWING,
            "Restant: voor 2025 staat er € 1, maar 2024 eindigt op € -2.",
            "G2",
        )
    ]


def test_a_restant_that_is_right_or_not_printed_gives_no_signal() -> None:
    ongedrukt = replace(RESTANT, bedragen={2024: 300})
    assert signalen(agenda(post(bedrag=200), stromen=(RESTANT,)), "restant_wijkt_af") == []
    assert signalen(agenda(post(bedrag=500), stromen=(ongedrukt,)), "restant_wijkt_af") == []


def test_a_later_change_does_not_make_the_printed_restant_wrong() -> None:
    begin = agenda(post(bedrag=200), stromen=(RESTANT,))
    later = Wijziging(post="P1", jaar=2024, stand=Stand.BIJGESTELD, bedrag=900, op=date(2024, 5, 1))
    gewijzigd = replace(begin, begroting=replace(begin.begroting, wijzigingen=(later,)))
    assert signalen(gewijzigd, "restant_wijkt_af") == []
    assert [s.tekst for s in signalen(gewijzigd, "saldo_negatief")] == [
        "In 2024 komt er € 6 te kort. Het saldo is € -6.",
        "In 2025 komt er € 6 te kort. Het saldo is € -6.",
    ]
    primitief = find_geldsignalen(gewijzigd, stand=Stand.PRIMITIEF)
    assert "saldo_negatief" not in {s.code for s in primitief}


def test_a_row_on_a_place_that_is_not_there_is_an_error() -> None:
    assert signalen(agenda(post(bij="9Z", bedrag=1)), "plek_onbekend") == [
        Signaal("plek_onbekend", Ernst.FOUT, "Rij hoort bij 9Z, maar die plek bestaat niet.", "P1")
    ]


def test_every_real_place_may_have_a_row() -> None:
    rijen = [post(f"P{n}", plek, 1) for n, plek in enumerate(("", "1", "1A", "1A1"))]
    assert signalen(agenda(*rijen), "plek_onbekend") == []


def test_a_row_under_a_header_that_is_not_there_counts_and_is_an_error() -> None:
    assert signalen(agenda(post(bedrag=1, kop="weg")), "kop_onbekend") == [
        Signaal(
            "kop_onbekend",
            Ernst.FOUT,
            "Rij verwijst naar hoofdrij weg, maar dat kan niet. De rij telt nu zelf mee.",
            "P1",
        )
    ]
    assert signalen(agenda(post("K", bedrag=1), post("P2", kop="K")), "kop_onbekend") == []


def test_double_rows_overspending_and_conditions_are_part_of_the_whole() -> None:
    categorie = Categorie(
        id="bso", label="bso", oordeel=Oordeel.MAG_NIET, bron="wet", controle=Controle.NOTA
    )
    oab = Geldvoorwaarden(
        id="oab", titel="OAB", gecontroleerd_op=date(2026, 1, 1), categorieen=(categorie,)
    )
    stroom = Geldstroom(
        code="G",
        naam="OAB",
        soort=StroomSoort.SPUK_OAB,
        voorwaarden="oab",
        bedragen={2024: 99},
    )
    fout = post(bedrag=1, geldstroom="G", categorie="bso")
    geheel = agenda(fout, replace(fout, code="P2", geldstroom=""), stromen=(stroom,))
    besteed = Boeking(
        post="P2", jaar=2024, soort=BoekingSoort.BESTEED, op=date(2024, 3, 1), bedrag=2
    )
    geheel = replace(geheel, begroting=replace(geheel.begroting, boekingen=(besteed,)))
    assert [s.code for s in find_geldsignalen(geheel, {"oab": oab})] == [
        "overschrijding",
        "strijdig_met_voorwaarden",
        "dubbel_geteld",
    ]
    assert "voorwaarden_onbekend" in {s.code for s in find_geldsignalen(geheel)}


@given(begrotingen())
def test_no_begroting_however_odd_breaks_the_signals(begroting: Begroting) -> None:
    proef = Agenda(titel="Proef", van=2024, tot=2026, ambities=AMBITIES, begroting=begroting)
    gevonden = find_geldsignalen(proef)
    assert all(signaal.tekst and signaal.waar for signaal in gevonden)
    assert [s.ernst for s in gevonden] == sorted((s.ernst for s in gevonden), key=list(Ernst).index)
