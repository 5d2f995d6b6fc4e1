"""Every page as people meet it: for everyone, with the keyboard, narrow, without script."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from openlea.policy.rechten import Actor, LidRol
from openlea.web.route import Route
from openlea.web.routes import ROUTES
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
AXE = Path("frontend/node_modules/axe-core/axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FILES = {route.name for route in ROUTES if "." in route.path or route.name.endswith("_uit")} | {
    "document"
}
PAGES = [route for route in ROUTES if route.get and route.name not in FILES]
NAMES = [route.name for route in PAGES]
WIDE = {"width": 1280, "height": 900}
SignIn = Callable[[str], dict[str, object]]
WHO = (LidRol.AGENDABEHEERDER, LidRol.ANALIST, LidRol.AUDITOR, LidRol.PLAATSER)


def address(route: Route) -> str:
    return reverse(route.name, kwargs={"werkruimte": "hilversum", **route.voorbeeld})


def visit(page: Page, route: Route) -> None:
    answer = page.goto(address(route))
    assert answer is not None
    assert answer.status == 200, f"{route.name}: {answer.status}"


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong, and what it could not judge about contrast.

    In a drawing it can never judge contrast; those texts have the colours of the page. What lies
    below the fold it can't judge either, so the window is made as high as the page.
    """
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": whole})
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "wcag => axe.run(document, {runOnly: {type: 'tag', values: wcag}})", WCAG
    )
    unsure = [one for one in found["incomplete"] if one["id"] == "color-contrast"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in [*found["violations"], *unsure]
        for node in one["nodes"]
        if one not in unsure or not (is_passed_by(node) or page.evaluate(DRAWN, node["target"][0]))
    ]


def is_passed_by(node: dict[str, Any]) -> bool:
    """Return whether axe could not judge it while it lay under the bar that stays in sight."""
    said = [check["data"] or {} for check in node["any"]]
    return any(data.get("messageKey") == "elmPartiallyObscured" for data in said)


@pytest.fixture(scope="module")
def entered(site: Site, signed_in: SignIn) -> SignIn:
    """Return a function that gives the cookies of a role, past a second step where one is asked."""
    kept: dict[str, dict[str, object]] = {}

    def enter(rol: str) -> dict[str, object]:
        if rol == LidRol.AGENDABEHEERDER:
            return signed_in(rol)
        if rol not in kept:
            kept[rol] = {"cookies": [_cookie(site, rol)], "origins": []}
        return kept[rol]

    return enter


def _cookie(site: Site, rol: str) -> dict[str, str]:
    env = os.environ | {"OPENLEA_DATA": str(site.folder), "OPENLEA_DATABASE": ""}
    words = [sys.executable, "-m", "tests.browser.binnen", rol]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    key = done.stdout.split()[-1]
    return {"name": "sessionid", "value": key, "domain": "127.0.0.1", "path": "/"}


Opener = Callable[[str], Page]


@pytest.fixture(scope="module")
def scripted(site: Site, browser: Browser, entered: SignIn) -> Iterator[Opener]:
    """Return, per role, one page that goes from address to address, as people do."""
    yield from _opener(site, browser, entered, script=True)


@pytest.fixture(scope="module")
def bare(site: Site, browser: Browser, entered: SignIn) -> Iterator[Opener]:
    """Return, per role, one page in a browser that runs no script."""
    yield from _opener(site, browser, entered, script=False)


def _opener(site: Site, browser: Browser, entered: SignIn, *, script: bool) -> Iterator[Opener]:
    opened: dict[str, Page] = {}

    def page_of(rol: str) -> Page:
        if rol not in opened:
            context = browser.new_context(
                base_url=site.url,
                locale="nl-NL",
                viewport=WIDE,
                java_script_enabled=script,
                storage_state=entered(rol),
            )
            opened[rol] = context.new_page()
        return opened[rol]

    yield page_of
    for page in opened.values():
        page.context.close()


def visitor(route: Route) -> str:
    """Return a role that may see a page: who keeps the agenda where that is possible."""
    assert route.get
    return next(str(rol) for rol in WHO if Actor(werkruimte=0, rol=rol).may(*route.get))


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_a_page_is_for_everyone(scripted: Opener, route: Route) -> None:
    """Visit a page once and look at it in every way; all that is wrong is told together."""
    said: list[str] = []
    page = scripted(visitor(route))
    page.set_viewport_size(WIDE)
    with heard(page, said):
        visit(page, route)
        settle(page)
        wrong = faults(page)
        page.set_viewport_size(WIDE)
        wrong += [*out_of_reach(page), *off_the_page(page)]
    broken = [line for line in said if "Content Security Policy" in line or "Error" in line]
    assert [*wrong, *broken] == []


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_without_script_the_page_says_the_same(bare: Opener, route: Route) -> None:
    page = bare(visitor(route))
    visit(page, route)
    assert page.locator("main h1").count() == 1
    assert page.locator("main h1").inner_text().strip()


def settle(page: Page) -> None:
    """Wait until what goes on after a page has come is done, on the pages that have that."""
    if page.locator(GOES_ON).count():
        page.wait_for_load_state("networkidle")


@contextmanager
def heard(page: Page, said: list[str]) -> Iterator[None]:
    """Write down what the browser complains of meanwhile."""

    def note(message: ConsoleMessage) -> None:
        said.append(message.text)

    def note_error(error: Error) -> None:
        said.append(str(error))

    page.on("console", note)
    page.on("pageerror", note_error)
    yield
    page.remove_listener("console", note)
    page.remove_listener("pageerror", note_error)


def out_of_reach(page: Page) -> Iterator[str]:
    """Yield what the keyboard does not reach, or reaches without showing it."""
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.getAttribute('href')") != "#inhoud":
        yield "the first Tab is not on the way past the menu"
    for _ in range(min(40, page.evaluate(COUNT))):
        page.keyboard.press("Tab")
        where = page.evaluate(FOCUS)
        if where is None:
            return
        if not where["shown"]:
            yield f"no visible focus on {where['html']}"


def off_the_page(page: Page) -> Iterator[str]:
    """Yield what falls off a window of 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.reload()  # a drawing is made for the window that it is opened in
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        yield f"falls off at 320 pixels: {page.evaluate(WIDEST)}"


def test_signing_in_is_in_reach_of_everyone(open_as: Callable[..., Page], site: Site) -> None:
    page = open_as(None, width=320)
    page.goto(f"{site.url}/inloggen/")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


WIDEST = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > 321).slice(0, 5)
    .map(e => e.tagName + '.' + e.className)"""
GOES_ON = "[data-grafiek], [data-vergaderen], [hx-trigger]"
DRAWN = "place => Boolean(document.querySelector(place)?.closest('svg'))"
COUNT = """() => document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]').length"""
FOCUS = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    // A choice shows its focus around the whole line, so the nearest two elements count too.
    const around = [at, at.parentElement, at.parentElement.parentElement];
    const outlined = element => {
        const style = getComputedStyle(element), box = element.getBoundingClientRect();
        const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return outline && box.width > 0 && box.height > 0;
    };
    return {html: at.outerHTML.slice(0, 120), shown: around.some(outlined)};
}"""
