"""Whole walks through the house: a partner updates its action, and who looks as a raadslid."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


@pytest.mark.parametrize("script", [True, False])
def test_a_partner_signs_in_and_updates_its_own_action_and_it_stands_in_the_agenda(
    open_as: Callable[..., Page], *, script: bool
) -> None:
    said = f"De lessen zijn begonnen, {'met' if script else 'zonder'} script."
    page = open_as("partner-mbo", width=360, script=script)
    page.goto("/")
    page.locator("table a", has_text="Taalonderwijs entree").first.click()
    page.get_by_text("Op schema").first.click()
    page.get_by_label("Wat is er gedaan").fill(said)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator("main")).to_contain_text(said)

    agenda = open_as("agendabeheerder", script=script)
    agenda.goto("/w/hilversum/agenda/?q=entree")
    row = agenda.get_by_role("row").filter(has_text="1E5").first
    expect(row).to_contain_text("Op schema")
    expect(row).to_contain_text("Bijgewerkt")
    agenda.goto("/w/hilversum/actie/1E5/")
    expect(agenda.locator("main")).to_contain_text(said)


def test_a_partner_finds_no_way_to_change_the_action_of_another(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("partner-mbo")
    page.goto("/w/hilversum/actie/1E2/")
    expect(page.get_by_role("button", name="Verstuur")).to_have_count(0)
    expect(page.get_by_role("link", name="Wijzig", exact=True)).to_have_count(0)
    answer = page.goto("/w/hilversum/actie/1E2/wijzigen/")
    assert answer is not None
    assert answer.status in {403, 404}


def test_looking_as_a_raadslid_shows_nothing_internal_and_there_is_a_way_back(
    open_as: Callable[..., Page],
) -> None:
    inside = "Alleen voor de gemeente: de school wil niet meedoen."
    page = open_as("agendabeheerder")
    page.goto("/w/hilversum/actie/2B1/")
    page.get_by_text("Schrijf een opmerking").click()
    page.get_by_label("Opmerking of vraag").fill(inside)
    page.get_by_label("Wie mag dit lezen").select_option("intern")
    page.get_by_role("button", name="Plaats opmerking").click()
    expect(page.locator("main")).to_contain_text(inside)

    page.goto("/w/hilversum/bekijk-als/")
    page.get_by_label("Raadslid").check()
    page.get_by_role("button", name="Bekijk zo").click()
    for path in ("actie/2B1/", "agenda/", "geld/", "zoeken/?q=school"):
        page.goto(f"/w/hilversum/{path}")
        expect(page.get_by_role("region", name="Bekijk als")).to_be_visible()
        expect(page.locator("body")).not_to_contain_text(inside)
        assert faults(page) == []
    expect(page.get_by_role("link", name="Vandaag")).to_have_count(0)

    page.get_by_role("button", name="Terug naar je eigen blik").click()
    page.goto("/w/hilversum/actie/2B1/")
    expect(page.locator("main")).to_contain_text(inside)


@pytest.mark.parametrize("name", ["partner-bibliotheek", "lezer", None])
@pytest.mark.parametrize("path", ["agenda/", "actie/1E2/", "geld/", "agenda/netwerk/", "zoeken/"])
def test_the_pages_of_others_are_in_reach_of_everyone_too(
    open_as: Callable[..., Page], name: str | None, path: str
) -> None:
    page = open_as(name)
    page.goto(f"/w/hilversum/{path}")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
