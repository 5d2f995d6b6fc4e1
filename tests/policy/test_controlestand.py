"""What nobody read at the source, or not lately, is never shown as if it were sure."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from openlea.core.geldvoorwaarden import Controle
from openlea.core.plicht import HOUDBAAR, Aard, Grondslag, Houder, Plicht, Versie
from openlea.policy.controlestand import Zekerheid, judge_control

READ_ON = date(2026, 11, 22)


def plicht(*controles: Controle, in_beweging: str = "") -> Plicht:
    versie = Versie(
        van=date(2020, 1, 1), tot=None, grondslagen=(Grondslag(wet="WPO", artikel="1"),)
    )
    return Plicht(
        id="X-1",
        veld="scholen",
        titel="Iets",
        aard=Aard.PLICHT,
        houders=(Houder.COLLEGE,),
        wat="Iets.",
        controles=controles,
        nagelezen_op=READ_ON,
        versies=(versie,),
        file=Path("iets.toml"),
        in_beweging=in_beweging,
    )


@pytest.mark.parametrize("controle", [Controle.WETTEKST, Controle.OFFICIEEL])
def test_what_was_read_at_the_source_is_sure_and_says_when(controle: Controle) -> None:
    stand = judge_control(plicht(controle), READ_ON)
    assert stand.is_sure
    assert stand.zin == f"{controle.label}. Laatst nagelezen op 22 november 2026."


@pytest.mark.parametrize("controle", [Controle.KENNIS, Controle.NOTA])
def test_what_nobody_read_is_not_verified_and_says_why(controle: Controle) -> None:
    stand = judge_control(plicht(controle), READ_ON)
    assert stand.zekerheid is Zekerheid.NIET_GEVERIFIEERD
    assert controle.label[1:] in stand.zin
    assert "22 november 2026" in stand.zin


def test_one_unread_part_makes_the_whole_not_verified() -> None:
    stand = judge_control(plicht(Controle.WETTEKST, Controle.KENNIS), READ_ON)
    assert stand.zekerheid is Zekerheid.NIET_GEVERIFIEERD
    assert stand.zin.startswith("Deels geverifieerd: achtergrondkennis")


def test_a_law_under_change_is_named_as_such() -> None:
    stand = judge_control(plicht(Controle.WETTEKST, in_beweging="wetsvoorstel 36663"), READ_ON)
    assert stand.zekerheid is Zekerheid.IN_BEWEGING
    assert "wetsvoorstel 36663." in stand.zin


def test_a_text_is_stale_from_the_day_after_its_last_good_day() -> None:
    last = READ_ON + HOUDBAAR
    assert judge_control(plicht(Controle.WETTEKST), last).is_sure
    stale = judge_control(plicht(Controle.WETTEKST), last + timedelta(days=1))
    assert stale.zekerheid is Zekerheid.VEROUDERD


def test_no_doubt_is_hidden_behind_another() -> None:
    doubtful = plicht(Controle.KENNIS, in_beweging="wetsvoorstel 36663")
    zin = judge_control(doubtful, READ_ON + HOUDBAAR + timedelta(days=1)).zin
    assert all(part in zin for part in ("achtergrondkennis", "opnieuw", "36663", "22 november"))
