"""Worked examples are tried: of the shelf, of the samples for municipalities, and wrong ones."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import SHIPPED
from openlea.core.plicht import Plicht, Voorbeeld
from openlea.policy.normen.proef import try_examples
from tests.house import ROOT

SAMPLES = ROOT / "docs" / "voorbeelden" / "verordeningen"
KAST = open_plichten((SHIPPED, SAMPLES))
OWN = [one for one in KAST.plichten.values() if one.lokaal]
TODAY = date(2026, 11, 22)


def test_the_samples_for_municipalities_can_be_read_and_say_that_they_are_local() -> None:
    assert not KAST.fouten
    assert {one.veld for one in OWN} == {"vervoer", "voorschool", "bestaanszekerheid"}


@pytest.mark.parametrize("plicht", KAST.plichten.values(), ids=list(KAST.plichten))
def test_every_example_on_the_shelf_and_in_the_samples_comes_out(plicht: Plicht) -> None:
    assert try_examples(plicht, KAST.plichten) == ()


@pytest.mark.parametrize("plicht", OWN, ids=[one.id for one in OWN])
def test_a_sample_has_an_example_and_says_that_it_is_one(plicht: Plicht) -> None:
    assert plicht.voorbeelden
    assert "oorbeeld" in plicht.noot
    assert all("(voorbeeld)" in versie.grondslag.wet for versie in plicht.versies)
    text = Path(plicht.file).read_text(encoding="utf-8")
    assert text.startswith("# VOORBEELD"), "nobody may take it for a rule of a real municipality"


@pytest.mark.parametrize(
    ("voorbeeld", "named"),
    [
        (Voorbeeld(op=TODAY, verwacht={"afstandsgrens": Decimal(4)}), "is 6"),
        (Voorbeeld(op=TODAY, verwacht={"hoogte": Decimal(4)}), "is er niet"),
        (Voorbeeld(op=TODAY, verwacht=None), "geldt de regel wel"),
        (Voorbeeld(op=date(2000, 1, 1), verwacht={}), "geldt de regel niet"),
        (Voorbeeld(op=TODAY, verwacht={}, norm="bestaat_niet"), "niet te berekenen"),
        (
            Voorbeeld(
                op=TODAY,
                verwacht={},
                norm="leerlingenvervoer_afstand",
                gegeven={"afstand": "7", "grens": "6"},
                uitkomst="nee",
            ),
            "komt uit op ja",
        ),
        (
            Voorbeeld(
                op=TODAY,
                verwacht={},
                norm="leerlingenvervoer_afstand",
                gegeven={"afstand": "7", "grens": "9"},
                uitkomst="nee",
            ),
            "niet te berekenen",
        ),
    ],
)
def test_an_example_that_does_not_come_out_says_why(voorbeeld: Voorbeeld, named: str) -> None:
    plicht = replace(KAST.plichten["EIGEN-LLV-1"], voorbeelden=(voorbeeld,))
    (fault,) = try_examples(plicht, KAST.plichten)
    assert named in fault
