"""On a phone, from the opened mail to the saved update: three taps, and seen on the agenda."""

import os
import re
import subprocess
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OPENLEA, Site
from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

BETWEEN = "-" * 79
LATER = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from openlea.storage.records.models import Agenda, Lidmaatschap
begun = timezone.localdate() - timedelta(days=125)
Agenda.objects.update(in_gebruik_op=begun)
Lidmaatschap.objects.update(van=begun)
"""


@pytest.fixture(scope="module")
def mail(site: Site) -> str:
    """Let the time pass, send the reminders of today, and return the mail of the library."""
    env = {**site_environment(site), "DJANGO_SETTINGS_MODULE": "openlea.settings"}
    subprocess.run([OPENLEA[0], "-c", LATER], env=env, check=True)
    subprocess.run([*OPENLEA, "remind"], env=env, check=True)
    files = [file.read_text() for file in (site.folder / "mail").iterdir()]
    # Two mails of one second may come to stand in one file, with a line between them.
    mails = [mail for text in files for mail in text.split(f"\n{BETWEEN}\n")]
    return next(mail for mail in mails if "\nTo: partner-bibliotheek@" in mail)


def link_after(question: str, mail: str) -> str:
    """Return the link that stands with a question in a mail."""
    found = re.search(rf"{question}.*?(http://127\.0\.0\.1:\d+/v/[\w-]+/)", mail, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def link(mail: str) -> str:
    """Return the link of the question how an action goes."""
    return link_after("Hoe staat het met", mail)


def site_environment(site: Site) -> dict[str, str]:
    """Return the settings under which the site runs."""
    return os.environ | {
        "OPENLEA_DATA": str(site.folder),
        "OPENLEA_DATABASE": "",
        "OPENLEA_ADRES": site.url,
    }


def test_two_taps_without_signing_in_and_it_stands_in_the_agenda(
    open_as: Callable[..., Page], link: str
) -> None:
    started = time.monotonic()
    page = open_as(None, width=360, script=False)
    page.goto(link)
    page.get_by_text("Op schema").click()
    page.get_by_role("button", name="Verstuur").click()
    assert page.locator("h1").inner_text().startswith("Dank.")
    assert time.monotonic() - started < 60
    assert "sessionid" not in {one.get("name") for one in page.context.cookies()}
    seen = open_as("agendabeheerder")
    seen.goto("/w/hilversum/actie/1E2/")
    assert "Op schema" in seen.locator("main").inner_text()


def test_the_question_page_is_for_everyone(open_as: Callable[..., Page], link: str) -> None:
    page = open_as(None, width=320)
    page.goto(f"{link}?opnieuw")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_agreement_is_confirmed_on_a_phone_in_two_taps(
    open_as: Callable[..., Page], mail: str
) -> None:
    """Who, when and how it is measured stand on the card; nobody signs in, no script is needed."""
    page = open_as(None, width=360, script=False)
    page.goto(link_after("Klopt deze afspraak", mail))
    assert "Aandeel kinderen met een warme overdracht" in page.locator("main").inner_text()
    page.get_by_text("Ja, dit klopt").click()
    page.get_by_role("button", name="Verstuur").click()
    assert page.locator("h1").inner_text().startswith("Dank.")
    seen = open_as("agendabeheerder")
    seen.goto("/w/hilversum/overleg/afspraken/1/")
    line = seen.locator(".af-partij", has_text="Bibliotheek")
    assert "Bevestigd" in line.inner_text()
    # One of six said yes: that is no agreement yet.
    assert "Wacht op bevestiging" in seen.locator(".af-stand").inner_text()
