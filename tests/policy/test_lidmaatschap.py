"""Somebody always keeps the agenda, a partner always belongs somewhere, and days have an order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openlea.core.errors import Fout
from openlea.core.verzoek import Lid
from openlea.policy.lidmaatschap import (
    MET_PARTIJ,
    TE_GEVEN,
    check_afwezigheid,
    check_einde,
    check_rol,
    is_last_beheerder,
    may_stand_in,
)
from openlea.policy.rechten import LidRol

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
BEHEER = Lid(id=1, persoon=1, partij="GEM", is_agendabeheerder=True)
TWEEDE = Lid(id=2, persoon=2, partij="GEM", is_agendabeheerder=True)
PARTNER = Lid(id=3, persoon=3, partij="BIEB")
WIJS_AAN = "Dit is de laatste agendabeheerder. Wijs eerst een andere aan."
VAN_LATER = "De laatste dag ligt voor de eerste dag (22 november 2026)."


def test_the_only_one_who_keeps_the_agenda_can_not_be_missed() -> None:
    assert is_last_beheerder(1, (BEHEER, PARTNER), TODAY)
    assert not is_last_beheerder(1, (BEHEER, TWEEDE, PARTNER), TODAY)


def test_who_does_not_keep_the_agenda_is_not_the_last_to_keep_it() -> None:
    assert not is_last_beheerder(3, (BEHEER, PARTNER), TODAY)
    assert not is_last_beheerder(3, (PARTNER,), TODAY)


def test_who_has_left_keeps_nothing_any_more() -> None:
    leden = (BEHEER, replace(TWEEDE, tot=TODAY))
    assert not is_last_beheerder(1, leden, TODAY)
    assert is_last_beheerder(1, leden, TODAY + DAY)


@pytest.mark.parametrize("rol", TE_GEVEN)
def test_a_member_of_a_party_can_have_every_role_that_is_given(rol: LidRol) -> None:
    assert check_rol(rol, "BIEB", is_last=False) == ()


def test_who_answers_for_a_party_is_a_partner_a_swv_or_a_voorzitter() -> None:
    assert {LidRol.PARTNER, LidRol.SWV_DIRECTEUR, LidRol.VOORZITTER} == MET_PARTIJ


@pytest.mark.parametrize("rol", sorted(set(TE_GEVEN) - MET_PARTIJ))
def test_who_speaks_for_no_party_needs_none(rol: LidRol) -> None:
    assert check_rol(rol, "", is_last=False) == ()


@pytest.mark.parametrize("rol", sorted(MET_PARTIJ))
def test_who_speaks_for_a_party_belongs_to_one(rol: LidRol) -> None:
    reden = "Kies een partij. Deze rol hoort altijd bij een partij."
    assert check_rol(rol, "", is_last=False) == (Fout("", "partij", reden),)


def test_who_is_a_member_is_not_the_public() -> None:
    reden = "Deze rol kan een lid niet hebben."
    assert check_rol(LidRol.PUBLIEK, "BIEB", is_last=False) == (Fout("", "rol", reden),)


@pytest.mark.parametrize("rol", TE_GEVEN)
def test_the_last_who_keeps_the_agenda_goes_on_keeping_it(rol: LidRol) -> None:
    keeps = rol is LidRol.AGENDABEHEERDER
    found = check_rol(rol, "GEM", is_last=True)
    assert found == (() if keeps else (Fout("", "rol", WIJS_AAN),))


def test_a_membership_ends_on_its_first_day_at_the_earliest() -> None:
    assert check_einde(TODAY, TODAY, is_last=False) == ()
    for is_last in (False, True):
        found = check_einde(TODAY, TODAY - DAY, is_last=is_last)
        assert found == (Fout("", "tot", VAN_LATER),)


def test_the_last_who_keeps_the_agenda_does_not_leave_but_may_go_on() -> None:
    assert check_einde(TODAY, TODAY + DAY, is_last=True) == (Fout("", "tot", WIJS_AAN),)
    assert check_einde(TODAY, None, is_last=True) == ()


@pytest.mark.parametrize("vervanger", [None, 2])
def test_somebody_is_away_for_a_day_or_longer_with_or_without_a_stand_in(
    vervanger: int | None,
) -> None:
    assert check_afwezigheid(TODAY, TODAY, 1, vervanger) == ()
    assert check_afwezigheid(TODAY, TODAY + DAY, 1, vervanger) == ()


def test_who_names_no_days_is_there_and_needs_nobody_to_stand_in() -> None:
    assert check_afwezigheid(None, None, 1, None) == ()
    assert check_afwezigheid(None, None, 1, 2) == (Fout("", "van", "Kies de eerste dag."),)


def test_one_day_of_the_two_is_not_enough_and_the_empty_one_is_named() -> None:
    reden = "Vul de eerste en de laatste dag in, of geen van beide."
    assert check_afwezigheid(None, TODAY, 1, None) == (Fout("", "van", reden),)
    assert check_afwezigheid(TODAY, None, 1, None) == (Fout("", "tot", reden),)


def test_days_away_have_an_order_and_nobody_stands_in_for_themselves() -> None:
    assert check_afwezigheid(TODAY, TODAY - DAY, 1, 2) == (Fout("", "tot", VAN_LATER),)
    reden = "Iemand kan zichzelf niet vervangen."
    assert check_afwezigheid(TODAY, TODAY, 1, 1) == (Fout("", "vervanger", reden),)


def test_who_stands_in_may_answer_for_that_party() -> None:
    assert may_stand_in(PARTNER, "BIEB", keeps_all=False)
    assert not may_stand_in(PARTNER, "GEM", keeps_all=False)
    assert may_stand_in(PARTNER, "GEM", keeps_all=True)


def test_having_no_party_is_not_having_the_same_party() -> None:
    nameless = replace(PARTNER, partij="")
    assert not may_stand_in(nameless, "", keeps_all=False)
    assert may_stand_in(nameless, "", keeps_all=True)
