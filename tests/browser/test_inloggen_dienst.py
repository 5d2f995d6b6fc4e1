"""In a real browser: two organisations at once, each by its own service, without a password."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OPENLEA, Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
    # What the provider is built of warns of its own future.
    pytest.mark.filterwarnings("ignore"),
]


@contextmanager
def provider(domein: str) -> Iterator[str]:
    """Run a provider with one member of an organisation, and return its address."""
    from oidc_provider_mock import User, run_server_in_thread

    claims: dict[str, object] = {
        "email": f"iemand@{domein}",
        "email_verified": True,
        "name": f"Medewerker van {domein}",
    }
    people = [User(sub=f"iemand-{domein}", claims=claims)]
    with run_server_in_thread(user_claims=people, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


def add(site: Site, slug: str, issuer: str, secret: Path) -> None:
    """Add a service as a beheerder does, by command."""
    words = ("--naam", f"Bestuur {slug}", "--issuer", issuer, "--client-id", "openlea")
    more = ("--domeinen", f"{slug}.example", "--geheim", secret, "--data", site.folder)
    subprocess.run(
        [*OPENLEA, "inlogdienst", "add", slug, *words, *more],
        env=os.environ | {"OPENLEA_DATA": str(site.folder), "OPENLEA_DATABASE": ""},
        check=True,
        capture_output=True,
    )


def is_near(url: str) -> bool:
    """Return whether an address is of this machine."""
    return urlsplit(url).hostname in {"localhost", "127.0.0.1"}


def let_in(page: Page, slug: str) -> None:
    """Make the rule that everybody of a service reads along."""
    page.goto("/w/hilversum/inlogregels/maken/")
    page.get_by_label("Inlogdienst").select_option(label=f"Bestuur {slug}")
    page.get_by_label("Krijgt de rol").select_option("wethouder")
    page.get_by_role("button", name="Bewaar de regel").click()
    expect(page.get_by_text("De regel is bewaard")).to_be_visible()


def walk(browser: Browser, site: Site, slug: str, *, script: bool) -> None:
    """Sign in by a service, from the button to a page of the werkruimte and out again."""
    context = browser.new_context(base_url=site.url, locale="nl-NL", java_script_enabled=script)
    # The provider's page asks for its style elsewhere; a test asks nothing outside this machine.
    context.route(lambda url: not is_near(url), lambda route: route.abort())
    page = context.new_page()
    violations: list[str] = []
    page.on(
        "console",
        lambda said: violations.append(said.text) if "Content Security" in said.text else None,
    )
    page.goto("/inloggen/?next=/w/hilversum/agenda/")
    page.get_by_role("button", name=f"Inloggen met Bestuur {slug}").click()
    page.get_by_role("button", name=f"iemand-{slug}.example").first.click()
    page.wait_for_url(f"{site.url}/w/hilversum/agenda/")
    expect(page.get_by_text(f"Medewerker van {slug}.example").first).to_be_attached()
    assert violations == []
    context.close()


def test_people_of_two_organisations_come_in_by_their_own_service(
    site: Site, browser: Browser, open_as: Callable[..., Page], tmp_path: Path
) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("niet in beeld")
    with provider("een.example") as een, provider("twee.example") as twee:
        add(site, "een", een, secret)
        add(site, "twee", twee, secret)
        add(site, "weg", "http://127.0.0.1:9", secret)
        beheer = open_as("agendabeheerder")
        let_in(beheer, "een")
        let_in(beheer, "twee")
        walk(browser, site, "een", script=True)
        walk(browser, site, "twee", script=False)
    page = browser.new_page(base_url=site.url)
    page.goto("/inloggen/")
    page.get_by_role("button", name="Inloggen met Bestuur weg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Inloggen met deze dienst lukt nu niet"
    )
    page.close()
