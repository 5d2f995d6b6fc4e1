"""How measurable an agenda is, and in words what it takes to be so."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from openlea.core.agenda import Agenda, Jaarwaarde, Streefwaarde, Verwijzing, VerwijzingSoort
from openlea.core.netwerk import Indicator, Netwerk, Teken, Verband
from openlea.policy.aandeel import Aandeel
from openlea.policy.meetbaarheid import Onderdeel, measurability
from tests.policy.agenda_voorbeeld import actie, agenda, complete, speerpunt, streefwaarde
from tests.strategies import agendas

NULMETING, DOEL, DATUM, EIGENAAR = Onderdeel
DIN = (
    "Doelgroeppeuters",
    "Kwaliteitsmeting VVE-programma",
    "Leerplichtigen met vrijstelling",
    "Jongeren met startkwalificatie",
    "Unieke jeugdigen met geïndiceerde jeugdhulp per verwijzer",
)
"""The five indicators of the Hilversumse Educatieve Agenda 2024-2027, ch. 7."""


def one_punt(*streef: Streefwaarde, netwerk: Netwerk | None = None, trekker: str = "") -> Agenda:
    """Return an agenda with one speerpunt 1A, of one action 1A1 that nobody leads."""
    punt = speerpunt("1A", actie("1A1", trekker=""), trekker=trekker)
    return agenda(punt, streef=streef, netwerk=netwerk)


def test_the_five_indicators_of_the_hea_miss_both_nulmeting_and_target() -> None:
    five = tuple(Indicator(code=f"DIN{n}", naam=naam) for n, naam in enumerate(DIN, 1))
    found = measurability(one_punt(netwerk=Netwerk(indicatoren=five)))
    assert [one.ontbreekt for one in found.indicatoren] == [(NULMETING, DOEL)] * 5
    assert "DIN1 Doelgroeppeuters: nulmeting en streefwaarde ontbreken." in found.ontbreekt


@pytest.mark.parametrize("bij", ["1A", "1A1", "DIN1"])
def test_a_speerpunt_is_measured_by_itself_its_actions_or_its_indicators(bij: str) -> None:
    netwerk = Netwerk(
        indicatoren=(Indicator(code="DIN1", naam="Doelgroeppeuters"),),
        verbanden=(Verband(van="1A1", naar="DIN1", teken=Teken.VERHOOGT),),
    )
    found = measurability(one_punt(complete("S1", bij), netwerk=netwerk)).speerpunten[0]
    assert found.is_meetbaar
    assert found.ontbreekt == ()
    assert found.tekst == ""


@pytest.mark.parametrize(
    ("van", "naar", "counts"),
    [("1A", "DIN1", True), ("DIN1", "1A", True), ("DIN2", "DIN1", False), ("1B", "DIN1", False)],
)
def test_an_indicator_measures_what_a_link_ties_it_to_in_either_direction(
    van: str, naar: str, *, counts: bool
) -> None:
    five = (Indicator(code="DIN1", naam="Een"), Indicator(code="DIN2", naam="Twee"))
    link = Verband(van=van, naar=naar, teken=Teken.MEET)
    netwerk = Netwerk(indicatoren=five, verbanden=(link,))
    found = measurability(one_punt(complete("S1", "DIN1"), netwerk=netwerk))
    assert found.speerpunten[0].is_meetbaar == counts


@pytest.mark.parametrize(
    ("soort", "naar", "counts"),
    [
        (VerwijzingSoort.INDICATOR, "DIN1", True),
        (VerwijzingSoort.INDICATOR, "kaart-7", True),
        (VerwijzingSoort.INDICATOR, "", False),
        (VerwijzingSoort.TAAK, "DIN1", False),
    ],
)
def test_an_action_points_to_an_indicator_by_its_code_or_its_card(
    soort: VerwijzingSoort, naar: str, *, counts: bool
) -> None:
    pointing = replace(actie("1A1"), verwijzingen=(Verwijzing(soort=soort, naar=naar),))
    card = Indicator(code="DIN1", naam="Een", catalogus="kaart-7" if naar else "")
    found = measurability(
        agenda(
            speerpunt("1A", pointing),
            streef=(complete("S1", "DIN1"),),
            netwerk=Netwerk(indicatoren=(card,)),
        )
    )
    assert found.speerpunten[0].is_meetbaar == counts
    assert found.indicatoren[0].is_meetbaar


FULL = complete("S1", "1A1")


@pytest.mark.parametrize(
    ("less", "missing", "tekst"),
    [
        (replace(FULL, nulmeting=None), (NULMETING,), "nulmeting ontbreekt."),
        (replace(FULL, eigenaar=""), (EIGENAAR,), "eigenaar ontbreekt."),
        (replace(FULL, jaren=()), (DOEL, DATUM), "streefwaarde en datum ontbreken."),
        (
            replace(FULL, jaren=(Jaarwaarde(jaar=2025, werkelijk=Decimal(3)),)),
            (DOEL, DATUM),
            "streefwaarde en datum ontbreken.",
        ),
        (
            replace(FULL, jaren=(Jaarwaarde(jaar=2028, doel=Decimal(3)),)),
            (DATUM,),
            "datum ontbreekt.",
        ),
        (
            replace(FULL, jaren=(Jaarwaarde(jaar=2023, doel=Decimal(3)),)),
            (DATUM,),
            "datum ontbreekt.",
        ),
    ],
)
def test_what_is_missing_is_named(
    less: Streefwaarde, missing: tuple[Onderdeel, ...], tekst: str
) -> None:
    found = measurability(one_punt(less)).speerpunten[0]
    assert found.ontbreekt == missing
    assert found.tekst == f"1A Speerpunt 1A: {tekst}"
    assert not found.is_meetbaar


@pytest.mark.parametrize("year", [2024, 2027])
def test_the_first_and_the_last_year_of_the_agenda_are_dates_in_it(year: int) -> None:
    timed = replace(FULL, jaren=(Jaarwaarde(jaar=year, doel=Decimal(3)),))
    assert measurability(one_punt(timed)).speerpunten[0].is_meetbaar


def test_a_nulmeting_of_one_thing_does_not_make_the_target_of_another_measurable() -> None:
    halves = (replace(FULL, nulmeting=None), replace(FULL, code="S2", jaren=()))
    found = measurability(one_punt(*halves)).speerpunten[0]
    assert found.ontbreekt == ()
    assert not found.is_meetbaar
    assert found.tekst == (
        "1A Speerpunt 1A: nulmeting, streefwaarde, datum en eigenaar staan niet bij één "
        "streefwaarde."
    )


def test_who_leads_what_is_measured_owns_its_target_when_the_target_names_nobody() -> None:
    nobody = replace(FULL, eigenaar="")
    assert not measurability(one_punt(nobody)).speerpunten[0].is_meetbaar
    led = agenda(speerpunt("1A", actie("1A1", trekker="GEM")), streef=(nobody,))
    assert measurability(led).speerpunten[0].is_meetbaar
    of_punt = one_punt(replace(nobody, bij="1A"), trekker="GEM")
    assert measurability(of_punt).speerpunten[0].is_meetbaar


def test_a_speerpunt_that_somebody_leads_has_an_owner_before_it_has_a_target() -> None:
    led = measurability(one_punt(trekker="GEM")).speerpunten[0]
    assert led.ontbreekt == (NULMETING, DOEL, DATUM)
    assert len(measurability(one_punt()).speerpunten[0].ontbreekt) == 4


def test_the_shares_count_speerpunten_with_each_part_and_with_all_four() -> None:
    found = measurability(
        agenda(
            speerpunt("1A", actie("1A1")),
            speerpunt("1B", actie("1B1")),
            speerpunt("1C", trekker="GEM"),
            streef=(
                complete("S1", "1A1"),
                streefwaarde("S2", "1B1", Jaarwaarde(jaar=2025, doel=Decimal(40))),
            ),
        )
    )
    assert found.meetbaar == Aandeel(1, 3)
    assert [found.share(deel).aantal for deel in Onderdeel] == [1, 2, 2, 3]
    assert [tekst[:2] for tekst in found.ontbreekt] == ["1B", "1C"]


@given(agendas())
def test_what_is_measurable_misses_nothing_in_any_agenda(any_agenda: Agenda) -> None:
    found = measurability(any_agenda)
    assert len(found.speerpunten) == len(any_agenda.speerpunten)
    assert all(found.meetbaar.aantal <= found.share(deel).aantal for deel in Onderdeel)
    for one in (*found.speerpunten, *found.indicatoren):
        assert one.is_meetbaar == (one.tekst == "")
