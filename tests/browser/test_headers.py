"""A browser itself says whether a page breaks its own rules: over a walk it may say nothing."""

import http.client
import socket
import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
LISTEN = """
window.broken = [];
document.addEventListener("securitypolicyviolation", e =>
  window.broken.push(e.violatedDirective + " " + e.blockedURI + " " + e.sourceFile));
"""
WALK = (
    "/",
    "/w/hilversum/",
    "/w/hilversum/agenda/",
    "/w/hilversum/agenda/rooster/",
    "/w/hilversum/actie/1A1/",
    "/w/hilversum/actie/1A1/wijzigen/",
    "/w/hilversum/cijfers/",
    "/w/hilversum/taken/",
    "/w/hilversum/overleg/",
    "/w/hilversum/geld/",
    "/bestaat-niet/",
    "/w/hilversum/mensen/",
    "/stijlgids/",
)
PLANTED = """() => {
  const made = document.createElement("script");
  made.textContent = "window.planted = 1";
  document.body.append(made);
  // Words as code; `eval` itself is open to the tool that drives the browser.
  try { setTimeout("window.planted = 2", 0); } catch { /* as it should be */ }
  const link = document.createElement("a");
  link.setAttribute("onclick", "window.planted = 3");
  document.body.append(link); link.click();
}"""


def test_no_page_on_a_walk_breaks_its_own_rules(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder")
    page.add_init_script(LISTEN)
    said: list[str] = []
    page.on(
        "console", lambda one: said.append(one.text) if "Content Security" in one.text else None
    )
    for path in WALK:
        page.goto(path)
        page.wait_for_load_state("load")
        assert page.evaluate("window.broken") == [], path
    assert said == []


@pytest.mark.parametrize("path", ["/w/hilversum/agenda/", "/bestaat-niet/", "/inloggen/"])
def test_what_an_attacker_plants_in_a_page_does_not_run(
    open_as: Callable[..., Page], path: str
) -> None:
    page = open_as("lezer")
    page.goto(path)
    page.evaluate(PLANTED)
    page.wait_for_timeout(300)
    assert page.evaluate("window.planted ?? null") is None


def test_no_page_is_shown_inside_another(open_as: Callable[..., Page], site: Site) -> None:
    page = open_as("lezer")
    page.goto("/w/hilversum/agenda/")
    page.route("**/lijst.html", lambda route: route.fulfill(body=_framed(site), status=200))
    page.goto("/lijst.html")
    page.wait_for_timeout(1500)
    assert "Agenda" not in (page.frames[-1].content() if len(page.frames) > 1 else "")


def _framed(site: Site) -> str:
    return f"<!doctype html><iframe src='{site.url}/w/hilversum/agenda/'></iframe>"


def test_the_server_does_not_tell_its_version(site: Site) -> None:
    door = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=30)
    door.request("GET", "/inloggen/")
    answer = door.getresponse()
    told = {name.lower(): value for name, value in answer.getheaders()}
    assert not any(letter.isdigit() for letter in told.get("server", ""))
    assert "x-powered-by" not in told
    door.close()


def test_a_huge_upload_is_refused_before_it_is_sent(site: Site) -> None:
    where = urlsplit(site.url)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=30) as talk:
        head = (
            f"POST /inloggen/ HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: 999999999999\r\n"
        )
        talk.sendall(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode())
        assert b" 413 " in talk.recv(200)


def test_slow_visitors_do_not_keep_others_out(site: Site) -> None:
    where = urlsplit(site.url)
    slow = [_drip(where.hostname or "", where.port or 0) for _ in range(12)]
    try:
        time.sleep(1)
        door = http.client.HTTPConnection(where.netloc, timeout=30)
        door.request("GET", "/gezond/levend")
        assert door.getresponse().status == 200
        door.close()
    finally:
        for one in slow:
            one.set()


def _drip(host: str, port: int) -> threading.Event:
    """Begin a form that never comes to its end, one letter at a time."""
    over = threading.Event()
    ready = threading.Event()

    def send() -> None:
        with socket.create_connection((host, port), timeout=30) as talk:
            head = f"POST /inloggen/ HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 4000\r\n"
            kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            talk.sendall((head + kind).encode())
            ready.set()
            while not over.wait(0.5):
                try:
                    talk.sendall(b"a")
                except OSError:
                    return

    threading.Thread(target=send, daemon=True).start()
    ready.wait(10)
    return over
