"""The second step in a real browser: app, codes for emergencies and passkey, without a fault."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Iterator
from hashlib import sha1

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
STAPPEN = "/mijn-account/tweede-stap/"


def code_of(secret: str) -> str:
    """Return the code that an app shows now (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time() // 30))
    digest = hmac.new(base64.b32decode(secret), counter, sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


@pytest.fixture
def context(site: Site, browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser on a name: no passkey belongs to a bare address."""
    opened = browser.new_context(
        base_url=site.url.replace("127.0.0.1", "localhost"), locale="nl-NL"
    )
    yield opened
    opened.close()


def sign_in(page: Page, site: Site) -> None:
    """Fill in the form as the analist of the demo."""
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill("analist@hilversum.example")
    page.get_by_label("Wachtwoord").fill(site.password)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def look(page: Page) -> None:
    """See that the page is for everyone, and that it fits on a small screen."""
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_second_step_is_set_up_and_opens_in_every_way(
    site: Site, context: BrowserContext
) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})

    sign_in(page, site)
    expect(page).to_have_url(re.compile(f"{STAPPEN}$"))
    look(page)
    codes = _app(page)
    _passkey(page)
    _in_with_a_code(site, context.browser, codes[0])

    page.goto("/mijn-account/sessies/")
    expect(page.get_by_text("Hier ben je nu")).to_be_visible()
    look(page)
    context.clear_cookies()
    page.goto("/inloggen/")
    look(page)
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(re.compile("/w/hilversum/"))
    # A policy of content that refuses something says so here.
    assert said == []


def _app(page: Page) -> list[str]:
    """Set up an app and return the codes for emergencies."""
    page.get_by_role("link", name="Stel een app in").click()
    page.get_by_text("Scannen lukt niet").click()
    secret = re.sub(r"\s", "", page.locator(".ac-sleuteltekst").inner_text())
    look(page)
    page.get_by_label("Code uit je app").fill(code_of(secret))
    page.get_by_role("button", name="Zet de tweede stap aan").click()
    expect(page.get_by_text("Bewaar ze nu")).to_be_visible()
    look(page)
    codes = [re.sub(r"\s", "", one) for one in page.locator(".ac-codes li").all_inner_texts()]
    assert len(codes) == 10
    return codes


def _passkey(page: Page) -> None:
    page.goto(f"{STAPPEN}passkey/")
    look(page)
    page.get_by_label("Hoe noem je").fill("Laptop")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_text("De passkey is toegevoegd.")).to_be_visible()
    expect(page.get_by_role("link", name="Verwijder Laptop")).to_be_visible()
    look(page)


def _in_with_a_code(site: Site, browser: Browser | None, code: str) -> None:
    """Sign in elsewhere, without script, with a code for emergencies."""
    assert browser is not None
    other = browser.new_context(
        base_url=site.url.replace("127.0.0.1", "localhost"), java_script_enabled=False
    )
    page = other.new_page()
    sign_in(page, site)
    expect(page.get_by_text("werkt alleen met JavaScript").first).to_be_visible()
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Verder").click()
    page.wait_for_url(re.compile("/w/hilversum/"))
    other.close()
