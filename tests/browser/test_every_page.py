"""Every page as people meet it: for everyone, with the keyboard, narrow, without script."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

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


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_axe_finds_nothing(open_as: Callable[..., Page], route: Route) -> None:
    page = open_as("agendabeheerder")
    visit(page, route)
    assert faults(page) == []


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_at_320_pixels_nothing_falls_off_the_page(
    open_as: Callable[..., Page], route: Route
) -> None:
    page = open_as("agendabeheerder", width=320)
    visit(page, route)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > 321).slice(0, 5)
            .map(e => e.tagName + '.' + e.className)"""
    )


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_without_script_the_page_says_the_same(open_as: Callable[..., Page], route: Route) -> None:
    page = open_as("agendabeheerder", script=False)
    visit(page, route)
    assert page.locator("main h1").count() == 1
    assert page.locator("main h1").inner_text().strip()


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    open_as: Callable[..., Page], route: Route
) -> None:
    page = open_as("agendabeheerder")
    visit(page, route)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#inhoud"
    steps = min(40, page.evaluate(COUNT))
    for _ in range(steps):
        page.keyboard.press("Tab")
        where = page.evaluate(FOCUS)
        if where is None:
            break
        assert where["shown"], f"no visible focus on {where['html']}"


@pytest.mark.parametrize("route", PAGES, ids=NAMES)
def test_no_page_breaks_its_own_policy(open_as: Callable[..., Page], route: Route) -> None:
    page = open_as("agendabeheerder")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    visit(page, route)
    page.wait_for_load_state("networkidle")
    assert [line for line in said if "Content Security Policy" in line or "Error" in line] == []


def test_signing_in_is_in_reach_of_everyone(open_as: Callable[..., Page], site: Site) -> None:
    page = open_as(None, width=320)
    page.goto(f"{site.url}/inloggen/")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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
