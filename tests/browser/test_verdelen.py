"""A division as people make it: criteria, a variant, the besluit and the subsidies; then read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
OpenAs = Callable[..., Page]
BEGIN = "/w/hilversum/kansen/verdelen/"


def begin(page: Page, naam: str) -> None:
    """Begin a division of the schools of the gemeente."""
    page.goto(BEGIN)
    page.get_by_role("link", name="Nieuwe verdeling").click()
    page.get_by_label("Naam").fill(naam)
    page.get_by_label("Voor welk jaar").fill("2026")
    page.get_by_label("Hoeveel euro is er te verdelen?").fill("120.000")
    page.get_by_label("Wie mag dit zien?").select_option("publiek")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("button", name="Neem deze scholen").click()
    assert page.get_by_role("heading", name="27 scholen").is_visible()


def compare(page: Page) -> None:
    """Lay a variant beside the criteria."""
    page.get_by_role("link", name="Vergelijk varianten").click()
    page.get_by_role("button", name="Zet ernaast").click()
    page.get_by_label("Naam van deze criteria").fill("Hogere ondergrens")
    page.get_by_label("Ondergrens").fill("3000")
    page.get_by_role("button", name="Bewaar en bekijk de uitkomst").first.click()
    assert page.get_by_role("heading", name="Per school naast elkaar").is_visible()
    assert page.get_by_role("heading", name="Hogere ondergrens").is_visible()
    assert faults(page) == []


def decide_and_grant(page: Page) -> None:
    """Keep the decision, and make a subsidie of every amount."""
    page.get_by_role("link", name="Besluit", exact=True).click()
    page.get_by_label("Wie besloot dit?").fill("Het college")
    page.get_by_role("button", name="Leg het besluit vast").click()
    assert page.get_by_role("heading", name="Besloten op").is_visible()
    page.get_by_role("link", name="Maak er subsidies van").click()
    page.get_by_label("Uit welke post van de begroting?").select_option("P-1A1")
    page.get_by_label("Voor scholen waar hieronder niets is gekozen").select_option("scholen")
    page.get_by_role("button", name="Maak de subsidies").click()
    assert page.get_by_text("Alle 27 subsidies zijn gemaakt.").is_visible()
    assert faults(page) == []
    page.get_by_role("link", name="VD").first.click()
    assert page.get_by_text("krijgt").first.is_visible()


def test_from_criteria_to_besluit_to_subsidies(open_as: OpenAs) -> None:
    page = open_as("agendabeheerder")
    begin(page, "Proef van de verdeling")
    assert faults(page) == []
    page.get_by_role("link", name="Verder naar de criteria").click()
    page.get_by_role("button", name="Voeg een criterium toe").click()
    third = page.get_by_role("region", name="Criterium 3")
    third.get_by_label("Naam").fill("Kleuters")
    third.get_by_label("Kolom").select_option("kleuters")
    third.get_by_label("Gewicht").fill("veel")
    assert faults(page) == []
    page.get_by_role("button", name="Bewaar en bekijk de uitkomst").first.click()
    fault = page.get_by_role("link", name="Criterium 3, gewicht: Schrijf een getal")
    assert fault.is_visible()
    assert third.get_by_label("Naam").input_value() == "Kleuters"
    assert faults(page) == []
    third.get_by_label("Gewicht").fill("20")
    page.get_by_label("Ondergrens").fill("1000")
    page.get_by_role("button", name="Bewaar en bekijk de uitkomst").first.click()
    assert page.get_by_text("120.000 voor 27 scholen").is_visible()
    assert faults(page) == []

    compare(page)
    decide_and_grant(page)


def test_a_resident_reads_on_a_small_phone_without_script_why_a_school_gets_it(
    open_as: OpenAs,
) -> None:
    page = open_as("lezer", width=320, script=False)
    page.goto(BEGIN)
    page.get_by_role("link", name="Rijk dagprogramma (voorbeeld) 2026").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name="Ayoub").click()
    assert page.get_by_role("heading", name="Waarom krijgt Ayoub").is_visible()
    assert page.get_by_text("Dat is meer dan de bovengrens").is_visible()
