"""A year of consultations, from the plan to the proof, as the people at the table play it.

Two bestuurlijke overleggen, one OOGO and three werkgroepen; the five topics of WPO 161; a dispute;
three measurable agreements that became actions; minutes and lists; and a duty that is proven.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.aan_tafel import TODAY, Tafel
from tests.browser.conftest import served_demo

pytestmark = pytest.mark.browser

DEMO = 2
"""The meeting that comes in the demo; it has topics of the law on its agenda already."""
TOPICS = ("segregatie", "integratie", "achterstanden", "toelating", "verdeling")
LIST = "besluiten.pdf"
DOTS = 5
"""What, who, when, how measured, and from where."""


@pytest.fixture
def tafel(tmp_path: Path, browser: Browser) -> Iterator[Tafel]:
    """Return somebody who keeps the consultations of a demo that nobody else looks at."""
    with served_demo(tmp_path) as site:
        context = browser.new_context(base_url=site.url, locale="nl-NL")
        keeper = Tafel(context.new_page(), site)
        keeper.sign_in()
        yield keeper
        context.close()


def test_a_year_of_consultations_ends_in_measured_agreements_and_a_proven_duty(
    tafel: Tafel,
) -> None:
    tafel.call_off(DEMO)
    lea = tafel.start("bestuurlijk_overleg_lea", "Bestuurlijk overleg van het jaar")
    oogo = tafel.start("oogo_jeugd", "OOGO van het jaar")
    groep = tafel.start("werkgroep", "Werkgroep van het jaar")
    first, second = tafel.plan(lea), tafel.plan(lea)

    _first_meeting(tafel, first)
    _second_meeting(tafel, second)
    _dispute(tafel, tafel.plan(oogo))
    for _ in range(3):
        _short_meeting(tafel, tafel.plan(groep))

    _three_agreements_are_actions(tafel)
    _papers_are_there(tafel, first)
    _topics_are_covered(tafel)
    _duty_is_proven(tafel)


def _first_meeting(tafel: Tafel, nummer: int) -> None:
    """Deal with three topics of the law, decide together, and make three measurable agreements."""
    tafel.put_on_agenda(nummer, "Segregatie voorkomen")
    tafel.put_on_agenda(nummer, "Integratie bevorderen")
    tafel.put_on_agenda(nummer, "Onderwijsachterstanden bestrijden")
    tafel.begin(nummer)
    tafel.write("Segregatie", "De scholen verschillen meer dan de wijken.")
    tafel.decide("Alle scholen nemen deel aan een gezamenlijke aanmelding.")
    for n in (1, 2, 3):
        tafel.agree(f"Afspraak {n}: scholen melden {n} keer per jaar hun aanmeldingen.", n)
    tafel.handle_all()
    tafel.close()


def _second_meeting(tafel: Tafel, nummer: int) -> None:
    """Deal with the topics that were left."""
    tafel.put_on_agenda(nummer, "Inschrijving en toelating")
    tafel.put_on_agenda(nummer, "evenwichtige verdeling")
    tafel.begin(nummer)
    tafel.handle_all()
    tafel.close()


def _dispute(tafel: Tafel, nummer: int) -> None:
    """End a decision in a dispute, as one partij does not agree."""
    tafel.add_item(nummer, "Vervoer naar het speciaal onderwijs")
    tafel.begin(nummer)
    tafel.open_item("Vervoer naar het speciaal onderwijs")
    tafel.decide("De gemeente betaalt het vervoer tot 6 kilometer niet.", against=True)
    tafel.handle_all()
    tafel.close()
    tafel.go("overleg/besluiten/")
    page = tafel.page
    page.get_by_role("link", name=re.compile("vervoer tot 6 kilometer")).first.click()
    expect(page.get_by_text("Geschil", exact=False).first).to_be_visible()


def _short_meeting(tafel: Tafel, nummer: int) -> None:
    """Hold a meeting of a werkgroep with one item."""
    tafel.add_item(nummer, "Voortgang van onze acties")
    tafel.begin(nummer)
    tafel.handle_all()
    tafel.close()


def _three_agreements_are_actions(tafel: Tafel) -> None:
    """Make an action of each agreement by one button; each is measurable and linked."""
    page = tafel.page
    for n in (1, 2, 3):
        tafel.go("overleg/afspraken/?q=aanmeldingen")
        page.get_by_role("link", name=re.compile(f"Afspraak {n}: scholen melden")).first.click()
        expect(page.locator(".af-punt--aan")).to_have_count(DOTS)
        page.get_by_role("button", name=re.compile("Maak er een actie van")).click()
        expect(page.locator(".af-actielink")).to_contain_text("Het werk staat op de agenda")


def _papers_are_there(tafel: Tafel, nummer: int) -> None:
    """Read the minutes and the list of decisions; both hold what was said and decided."""
    page = tafel.page
    tafel.go(f"overleg/{nummer}/verslag/")
    expect(page.locator("main")).to_contain_text("De scholen verschillen meer dan de wijken.")
    tafel.go(f"overleg/{nummer}/besluiten/")
    expect(page.locator("main")).to_contain_text("gezamenlijke aanmelding")
    for path, begin in (("verslag.docx", b"PK"), ("verslag.pdf", b"%PDF"), (LIST, b"%PDF")):
        answer = page.request.get(f"/w/hilversum/overleg/{nummer}/{path}")
        assert answer.ok, path
        assert answer.body().startswith(begin)


def _topics_are_covered(tafel: Tafel) -> None:
    """See in the plan of the year that nothing of WPO 161 is open any more."""
    tafel.go(f"overleg/jaarplan/?jaar={TODAY.year}")
    expect(tafel.page.locator("main")).to_contain_text("Segregatie")
    told = tafel.plan_of_year(TODAY.year)
    topics = {one["code"]: one["staat"] for one in told if one["plicht"] == "LEA-01"}
    assert topics == dict.fromkeys(TOPICS, "behandeld")


def _duty_is_proven(tafel: Tafel) -> None:
    """Accept what the meetings proposed as proof of the duty; then it is proven."""
    page = tafel.page
    tafel.go("taken/?q=")
    page.goto(tafel.address_of_duty("LEA-01"))
    accept = page.get_by_role("button", name="Aanvaard als bewijs")
    expect(accept.first).to_be_visible()
    while accept.count():
        accept.first.click()
        page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Bewezen")
