"""The composer of an agreement: five dots that light up as one types, and no script needed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

NIEUW = "/w/hilversum/overleg/afspraken/nieuw/?punt=4"


def _lit(page: Page) -> list[str]:
    """Return which dots are lit, by the part that they stand for."""
    found = page.locator(".af-punt--aan").evaluate_all(
        "(all) => all.map((one) => one.dataset.deel)"
    )
    return list(found)


def test_the_dots_light_up_while_one_types(open_as: Callable[..., Page]) -> None:
    """A meeting sees at once what the agreement still misses; a screen reader hears the same."""
    page = open_as("redacteur")
    page.goto(NIEUW)
    assert _lit(page) == []
    page.get_by_label("Wat spreken jullie af?").fill("Elke school meldt wie er thuis zit.")
    page.get_by_label("Schoolbesturen").check()
    page.locator("[name=voor]").fill("2027-08-01")
    assert _lit(page) == ["wat", "wie", "wanneer"]
    page.locator("[name=maat]").fill("leerlingen")
    page.locator("[name=doel]").fill("10")
    page.locator("[name=peildatum]").fill("2027-12-31")
    assert _lit(page) == ["wat", "wie", "wanneer", "maat"]
    expect(page.locator("[data-deel=nulmeting]")).to_contain_text("Nulmeting: nog niet")
    page.locator("[name=nulmeting]").fill("25")
    page.locator("[name=nulmeting_op]").fill("2026-10-01")
    assert _lit(page)[-1] == "nulmeting"
    assert faults(page) == []


def test_a_measure_that_fits_fills_the_fields_and_leaves_what_was_typed(
    open_as: Callable[..., Page],
) -> None:
    """Choosing another measure replaces what the first one filled in, never own words."""
    page = open_as("redacteur")
    page.goto(NIEUW)
    choices = page.locator("input[name=indicator][data-maat]")
    choices.nth(0).check()
    assert page.locator("[name=maat]").input_value()
    choices.nth(1).check()
    second = choices.nth(1).get_attribute("data-maat")
    assert page.locator("[name=maat]").input_value() == second
    page.locator("[name=maat]").fill("In eigen woorden")
    choices.nth(0).check()
    assert page.locator("[name=maat]").input_value() == "In eigen woorden"


def test_without_script_it_is_kept_and_says_what_misses(open_as: Callable[..., Page]) -> None:
    """The server computes the same dots after saving."""
    page = open_as("redacteur", width=320, script=False)
    page.goto(NIEUW)
    page.get_by_label("Wat spreken jullie af?").fill("Wij bellen elkaar.")
    page.get_by_role("button", name="Leg de afspraak vast").click()
    assert "Nog niet meetbaar" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
