"""Actions of several agendas come at the same topics by tip or by word, and otherwise nowhere."""

from functools import cache

import pytest

from openlea.core.agenda import ActieStaat
from openlea.core.catalogue import SHIPPED
from openlea.core.deling import Gedeeldeactie
from openlea.core.samenwerkingsplank import Tipblad, read_tips
from openlea.policy.leerroute import count_states, line_for, topic_of


@cache
def sheet() -> Tipblad:
    return read_tips((SHIPPED,))["ontwikkelagenda-inclusiever-onderwijs"]


def actie(naam: str, speerpunt: str = "", staat: ActieStaat = ActieStaat.ONBEKEND) -> Gedeeldeactie:
    return Gedeeldeactie(code="1", naam=naam, speerpunt=speerpunt, staat=staat)


@pytest.mark.parametrize(
    ("naam", "speerpunt", "topic"),
    [
        ("samen een  Business case maken", "Iets anders", "samenwerken"),
        ("Eén brochure over leerlingenvervoer", "", "vervoer"),
        ("Vervoer van leerlingen", "Jeugdhulp", "vervoer"),
        ("Iets", "Inclusieve onderwijshuisvesting", "huisvesting"),
        ("Werken aan het IHP", "", "huisvesting"),
        ("Hihpop op school", "", ""),
        ("Iets", "Huisvesting van scholen", "huisvesting"),
        ("Warme overdracht naar groep 1", "", "overgangen"),
        ("Rijk dagprogramma", "Rijk dagprogramma", ""),
    ],
)
def test_an_action_is_at_the_topic_of_its_tip_or_of_a_word_in_a_name(
    naam: str, speerpunt: str, topic: str
) -> None:
    assert topic_of(actie(naam, speerpunt), sheet()) == topic


def test_every_tip_is_at_its_own_topic() -> None:
    assert all(topic_of(actie(one.titel), sheet()) == one.onderwerp for one in sheet().tips)


def test_states_are_counted_furthest_first() -> None:
    acties = [
        actie("a", staat=ActieStaat.NIET_GESTART),
        actie("b", staat=ActieStaat.AFGEROND),
        actie("c", staat=ActieStaat.NIET_GESTART),
    ]
    assert count_states(acties) == ((ActieStaat.AFGEROND, 1), (ActieStaat.NIET_GESTART, 2))


def test_a_tip_is_proposed_under_the_speerpunt_that_is_about_its_topic() -> None:
    (vervoer,) = [one for one in sheet().onderwerpen if one.id == "vervoer"]
    assert line_for(vervoer, [("1A", "Ouders"), ("1B", "Thuisnabij onderwijs")]) == "1B"
    assert line_for(vervoer, [("1A", "Ouders")]) == ""
