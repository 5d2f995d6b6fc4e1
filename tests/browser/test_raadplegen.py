"""A round of questions as people meet it: held on a computer, answered on a phone, no script."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
OpenAs = Callable[..., Page]


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """Return where the tests of this file put the link that they share."""
    return {}


def link_of_a_class(open_as: OpenAs, kept: dict[str, str]) -> str:
    """Hold a round for one class through the pages, once, and return its link."""
    if "link" not in kept:
        page = open_as("agendabeheerder")
        page.goto("/w/hilversum/samenwerking/raadplegingen/")
        page.get_by_role("link", name="Nieuwe raadpleging").click()
        page.get_by_role("link", name="Wat vind jij van hulp op school?").click()
        page.get_by_label("Andere groepen").fill("Groep 7, 28")
        page.get_by_role("button", name="Bewaar").click()
        page.get_by_role("button", name="Open en maak de links").click()
        assert faults(page) == []
        kept["link"] = urlsplit(page.locator("main code").inner_text()).path
    return kept["link"]


def test_a_pupil_answers_on_a_small_phone_without_script(
    open_as: OpenAs, kept: dict[str, str]
) -> None:
    page = open_as(None, width=320, script=False)
    page.goto(link_of_a_class(open_as, kept))
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    assert page.get_by_text("Beantwoord ten minste één vraag").is_visible()
    question = page.get_by_role("group", name="Op school luisteren ze naar mij.")
    question.locator("label", has_text="4").click()
    page.get_by_label("Rekenen").check()
    page.get_by_label("Wat moet er anders op school?").fill("Meer rust")
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    assert page.get_by_role("heading", name="Dank je wel").is_visible()
    page.goto(link_of_a_class(open_as, kept))
    assert page.get_by_role("link", name="Iemand anders vult op dit apparaat ook in").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_questions_are_for_everybody(open_as: OpenAs, kept: dict[str, str], width: int) -> None:
    page = open_as(None, width=width)
    page.goto(link_of_a_class(open_as, kept))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []


def test_the_questions_are_answered_with_the_keyboard(
    open_as: OpenAs, kept: dict[str, str]
) -> None:
    page = open_as(None)
    page.goto(link_of_a_class(open_as, kept))
    choices = page.get_by_role("group", name="Op school luisteren ze naar mij.").get_by_role(
        "radio"
    )
    choices.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert choices.nth(2).is_checked()
