"""Looking ahead in a real browser: houses change a forecast, an assumption changes a conclusion."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
BEGIN = "/w/hilversum/vooruit/"
REKENEN = 60_000
"""How long a forecast may take in the background, in milliseconds."""


def test_a_building_plan_changes_the_forecast_on_a_phone_without_script(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder", width=360, script=False)
    page.goto(BEGIN)
    page.get_by_role("link", name="Hoeveel leerlingen komen er?").click()
    page.get_by_role("link", name="Bouwplannen").click()
    page.get_by_label("Naam van het plan").fill("De Kade")
    page.get_by_label("Jaar van oplevering").fill("1990")
    page.get_by_label("Woningen erbij").fill("1000")
    page.get_by_label("Basisschoolleerlingen per woning").fill("0,5")
    page.get_by_label("Waar staan deze aantallen?").fill("voorbeeld van de toets")
    page.get_by_role("button", name="Voeg toe").click()
    assert page.get_by_text("Kies een jaar van").first.is_visible(), "a wrong year is named"
    page.get_by_label("Jaar van oplevering").fill("2030")
    page.get_by_role("button", name="Voeg toe").click()
    assert page.get_by_role("rowheader", name="De Kade").is_visible()
    page.get_by_role("button", name="Reken de prognose opnieuw").click()
    _wait_until_done(page)
    page.goto(f"{BEGIN}prognose/")
    assert page.get_by_text("1000 woningen in 2030").is_visible(), "what it was made of is told"
    page.get_by_role("link", name="Vergelijken").click()
    page.get_by_role("button", name="Toon").click()
    first = page.locator("table").first.locator("tbody tr td").last
    assert "−" not in first.inner_text(), "more houses bring more pupils, to every school"
    page.goto(f"{BEGIN}prognose/bouwplannen/")
    row = page.get_by_role("row").filter(has_text="De Kade")
    row.get_by_role("button", name="Haal weg").click()
    assert page.get_by_role("rowheader", name="De Kade").count() == 0


def _wait_until_done(page: Page) -> None:
    for _ in range(60):
        page.wait_for_timeout(REKENEN / 60)
        page.reload()
        if page.get_by_text("De prognose is klaar").count():
            return
    raise AssertionError(page.locator("main").inner_text())


def test_another_assumption_moves_the_conclusion_and_both_outcomes_stay(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(BEGIN)
    page.get_by_role("link", name="Wat kost het, en wat levert het op?").click()
    page.locator(".ol-kaart__titel a").first.click()
    here, before = page.url, page.locator("main table").first.inner_text()
    _keep(page, "Zoals gedacht")
    page.goto(here)
    unsure = page.locator("#aannamen-kop ~ div tbody tr").filter(has_text=" tot ").first
    unsure.locator("th a").click()
    likely = page.get_by_label("Meest waarschijnlijke waarde")
    low = page.get_by_label("Laagste waarde die kan").input_value()
    assert likely.input_value() != low, "else nothing changes"
    likely.fill(low)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.goto(here)
    assert page.locator("main table").first.inner_text() != before
    _keep(page, "Zo min mogelijk")
    page.get_by_role("button", name="Zet naast elkaar").click()
    heads = page.locator("main table").first.locator("thead").inner_text()
    assert "Zoals gedacht" in heads
    assert "Zo min mogelijk" in heads


def _keep(page: Page, naam: str) -> None:
    page.get_by_label("Naam van deze uitkomst").fill(naam)
    page.get_by_role("button", name="Bewaar deze uitkomst").click()
    if "uitkomsten" not in page.url:
        page.get_by_role("link", name="Bewaarde uitkomsten").click()


def test_what_a_school_board_asks_comes_in_the_round_of_its_year(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder", width=360, script=False)
    page.goto(BEGIN)
    page.get_by_role("link", name="Passen de scholen in hun gebouwen?").click()
    page.locator("nav a", has_text="Ronde").first.click()
    here = page.url
    page.get_by_role("link", name="Aanvraag toevoegen").first.click()
    page.get_by_label("Wat is er gevraagd?").fill("Een lokaal erbij")
    page.get_by_label("Voorziening").select_option("uitbreiding")
    amount = page.get_by_label("Bedrag in euro")
    amount.fill("veel")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    assert amount.get_attribute("aria-invalid") == "true", "what is wrong is named at its place"
    assert page.get_by_label("Wat is er gevraagd?").input_value() == "Een lokaal erbij"
    amount.fill("250000")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.goto(here)
    row = page.get_by_role("row").filter(has_text="Een lokaal erbij")
    assert "250.000" in row.inner_text()
