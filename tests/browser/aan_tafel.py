"""Somebody who keeps consultations, with a browser: starts, plans, begins, writes, decides."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

TODAY = datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date()
HIER = "/w/hilversum/"
OPENLEA = [sys.executable, "-m", "openlea"]
SEATS = ("gemeente", "schoolbesturen", "kinderopvang")


@dataclass
class Tafel:
    """A page of somebody who keeps the series; every step goes through forms and buttons."""

    page: Page
    site: Site

    def sign_in(self) -> None:
        """Sign in as who keeps the agenda."""
        self.page.goto("/inloggen/")
        self.page.get_by_label("E-mailadres").fill("agendabeheerder@hilversum.example")
        self.page.get_by_label("Wachtwoord").fill(self.site.password)
        self.page.get_by_role("button", name="Inloggen", exact=True).click()
        self.page.wait_for_url(lambda url: "/inloggen/" not in url)

    def call_off(self, nummer: int) -> None:
        """Call off a meeting that was invited."""
        self.go(f"overleg/{nummer}/afgelasten/")
        self.page.locator("#id_reden").fill("We beginnen met een nieuwe reeks.")
        self._send()
        expect(self.page.locator("main")).to_contain_text("Deze vergadering gaat niet door")

    def go(self, path: str) -> None:
        """Open an address of the werkruimte."""
        self.page.goto(f"{HIER}{path}")

    def start(self, soort: str, naam: str) -> int:
        """Make a series of a kind with three parties at the table, and return its number."""
        self.go(f"overleg/nieuw/?soort={soort}")
        self.page.locator("#id_naam").fill(naam)
        self._send()
        reeks = self._number("reeks")
        for partij in SEATS:
            self.go(f"overleg/reeks/{reeks}/leden/nieuw/")
            self.page.locator("#id_partij").select_option(partij)
            self.page.locator("#id_naam").fill(f"Namens {partij}")
            self.page.locator("#id_email").fill(f"{partij}@tafel.example")
            self._send()
        return reeks

    def plan(self, reeks: int) -> int:
        """Plan a meeting on this day, send its invitation, and return its number."""
        self.go(f"overleg/reeks/{reeks}/plannen/")
        self.page.locator("#id_op").fill(TODAY.isoformat())
        self._send()
        nummer = self._number("overleg")
        self.page.get_by_role("button", name="Verstuur de uitnodiging").click()
        expect(self.page.get_by_role("button", name="Begin de vergadering")).to_be_visible()
        return nummer

    def put_on_agenda(self, nummer: int, topic: str) -> None:
        """Put a topic on the agenda that the page offers."""
        self.go(f"overleg/{nummer}/")
        offered = self.page.locator(".ov-aanbod li").filter(has_text=topic)
        offered.get_by_role("button").click()
        expect(self.page.locator(".ov-agenda").filter(has_text=topic).first).to_be_visible()

    def add_item(self, nummer: int, titel: str) -> None:
        """Put an item of one's own on the agenda."""
        self.go(f"overleg/{nummer}/")
        self.page.locator("#id_titel").fill(titel)
        self.page.locator(".ov-erbij").get_by_role("button", name="Zet erop").click()
        expect(self.page.locator(".ov-agenda").filter(has_text=titel).first).to_be_visible()

    def begin(self, nummer: int) -> None:
        """Begin a meeting in which everybody is there."""
        self.go(f"overleg/{nummer}/vergaderen/")
        self.page.get_by_role("button", name="Begin de vergadering").click()
        self.page.locator("#wie > summary").click()
        self.page.get_by_role("button", name="Kies voor iedereen: aanwezig").click()
        self.page.get_by_role("button", name="Bewaar wie er zijn").click()
        expect(self.page.locator("#wie")).to_contain_text("3 van 3")

    def open_item(self, titel: str) -> None:
        """Go to an item of the meeting that goes on."""
        agenda = self.page.get_by_role("navigation", name="Agenda van deze vergadering")
        agenda.get_by_role("link", name=re.compile(titel)).first.click()
        expect(self.page.locator("#punt")).to_contain_text(titel)

    def write(self, titel: str, tekst: str) -> None:
        """Write a line at an item."""
        self.open_item(titel)
        self.page.get_by_label("Schrijf mee").fill(tekst)
        self.page.get_by_role("button", name="Schrijf op").click()
        expect(self.page.locator("#deel-regels")).to_contain_text(tekst)

    def decide(self, tekst: str, *, against: bool = False) -> None:
        """Put down a decision; with `against` the schoolbesturen do not agree: a dispute."""
        page = self.page
        page.locator("#besluit-maken > summary").click()
        form = page.locator("form.vg-besluit")
        form.get_by_label("Wat is er besloten?").fill(tekst)
        form.locator("#besluit_rest").check()
        if against:
            no = page.locator("input[name=partij-schoolbesturen][value=niet_eens]")
            form.locator("label").filter(has=no).click()
            form.locator("details > summary").click()
            form.get_by_label("Er is een geschil").check()
        form.get_by_role("button", name="Leg het besluit vast").click()
        expect(page.locator("#deel-uitkomsten")).to_contain_text(tekst)

    def agree(self, wat: str, doel: int) -> None:
        """Put down an agreement with a measure, a baseline, a target and their days."""
        page = self.page
        page.locator("#afspraak-maken > summary").click()
        form = page.locator("form.af-opsteller")
        form.get_by_label("Wat spreken jullie af?").fill(wat)
        for partij in ("gemeente", "schoolbesturen"):
            form.locator(f"input[name=partijen][value={partij}]").check()
        form.get_by_label("Wie trekt?").select_option("gemeente")
        next_year = TODAY + timedelta(days=365)
        form.get_by_label("Wanneer is het klaar?").fill(next_year.isoformat())
        form.locator("[name=maat]").fill("Meldingen per school")
        form.locator("[name=doel]").fill(str(doel))
        form.locator("[name=peildatum]").fill(next_year.isoformat())
        form.locator("[name=nulmeting]").fill("0")
        form.locator("[name=nulmeting_op]").fill(TODAY.isoformat())
        form.locator("summary", has_text="Speerpunt, toelichting").click()
        form.locator("[name=speerpunt]").select_option("1B")
        form.locator("button[type=submit]").click()
        expect(page.locator("#deel-uitkomsten")).to_contain_text(wat)

    def handle_all(self) -> None:
        """Say of every item that it was dealt with."""
        page = self.page
        agenda = page.get_by_role("navigation", name="Agenda van deze vergadering")
        addresses = [str(one.get_attribute("href")) for one in agenda.get_by_role("link").all()]
        for address in addresses:
            page.goto(address)
            page.get_by_role("button", name="Behandeld", exact=True).click()
            expect(page.locator(".vg-slot")).to_contain_text("Behandeld")

    def close(self) -> None:
        """Close the meeting."""
        self.page.locator("#sluiten > summary").click()
        self.page.locator("#sluiten").get_by_role("button").click()
        expect(self.page.locator("main")).to_contain_text("Gesloten")

    def plan_of_year(self, jaar: int) -> list[dict[str, Any]]:
        """Return what the command line says of the topics of a year."""
        told = subprocess.run(
            [
                *OPENLEA,
                "overleg",
                "plan",
                "--jaar",
                str(jaar),
                "--json",
                "--werkruimte",
                "hilversum",
            ],
            env=os.environ | {"OPENLEA_DATA": str(self.site.folder), "OPENLEA_DATABASE": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        return [topic for one in json.loads(told.stdout) for topic in one["onderwerpen"]]

    def address_of_duty(self, plicht: str) -> str:
        """Return the address of this year's task of the gemeente for a duty."""
        self.go(f"taken/?partij=gemeente&q={plicht}")
        link = self.page.locator("a[href*='/taken/']", has_text="Overleg over segregatie").first
        return str(link.get_attribute("href"))

    def _send(self) -> None:
        """Send the form in the middle of the page."""
        self.page.locator("main form button[type=submit]").first.click()
        self.page.wait_for_load_state()

    def _number(self, before: str) -> int:
        """Return the number that stands in the address after a word."""
        found = re.search(rf"/{before}/(\d+)/", self.page.url)
        assert found, self.page.url
        return int(found.group(1))
