"""Every field of an agenda is called by a word that people use."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from openlea.core.agenda import (
    Actie,
    Agenda,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Speerpunt,
    Streefwaarde,
    Verwijzing,
    Voortgang,
)
from openlea.core.begroting import Begroting, Boeking, Geldstroom, Post, Subsidie, Wijziging
from openlea.core.netwerk import Doel, Indicator, Netwerk, Verband
from openlea.core.partij import Partij
from openlea.policy.veldnaam import GELD, VELDEN, label

THINGS = (
    *(Actie, Agenda, Ambitie, Betrokkene, Jaarwaarde, Speerpunt, Streefwaarde, Verwijzing),
    *(Voortgang, Begroting, Boeking, Geldstroom, Post, Subsidie, Wijziging, Doel, Indicator),
    *(Netwerk, Verband, Partij),
)


def every() -> Iterator[str]:
    """Yield the name of every field of everything in an agenda."""
    return (field.name for thing in THINGS for field in fields(thing))


@pytest.mark.parametrize("veld", sorted(set(every())))
def test_every_field_of_an_agenda_has_a_word_of_its_own(veld: str) -> None:
    assert veld in VELDEN
    assert label(veld) == VELDEN[veld]


def test_a_field_we_do_not_know_is_still_readable() -> None:
    assert label("nieuw_veld") == "Nieuw veld"


def test_money_is_known_by_its_field_so_that_cents_are_never_shown_as_euros() -> None:
    assert set(every()) >= GELD
