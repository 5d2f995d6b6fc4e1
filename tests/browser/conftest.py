"""A real site in a real browser: the demo on a port of its own, opened in Chromium."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPENLEA = [sys.executable, "-m", "openlea"]


@dataclass(frozen=True)
class Site:
    """A running demo: where it is, where its data are, and the password of its accounts."""

    url: str
    folder: Path
    password: str


@contextmanager
def served_demo(folder: Path) -> Iterator[Site]:
    """Fill a demo in a folder, serve it on a free port of this machine, and stop it afterwards."""
    env = os.environ | {"OPENLEA_DATA": str(folder), "OPENLEA_DATABASE": ""}
    filled = subprocess.run(
        [*OPENLEA, "demo", "--no-serve"], env=env, capture_output=True, text=True, check=True
    )
    password = re.findall(r"agendabeheerder@hilversum\.example\s+(\S+)", filled.stdout)[0]
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [*OPENLEA, "serve", "--port", str(port)], env=env | {"OPENLEA_ADRES": url}
    )
    try:
        _wait_for("127.0.0.1", port)
        yield Site(url, folder, password)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a demo that every test looks at."""
    with served_demo(tmp_path_factory.mktemp("site")) as served:
        yield served


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def signed_in(site: Site, browser: Browser) -> Callable[[str], dict[str, object]]:
    """Return a function that signs a role in through the real form, once, and keeps its cookies."""
    kept: dict[str, dict[str, object]] = {}

    def sign_in(name: str) -> dict[str, object]:
        if name not in kept:
            context = browser.new_context(locale="nl-NL")
            page = context.new_page()
            page.goto(f"{site.url}/inloggen/")
            page.get_by_label("E-mailadres").fill(f"{name}@hilversum.example")
            page.get_by_label("Wachtwoord").fill(site.password)
            page.get_by_role("button", name="Inloggen", exact=True).click()
            page.wait_for_url(lambda url: "/inloggen/" not in url)
            kept[name] = dict(context.storage_state())
            context.close()
        return kept[name]

    return sign_in


@pytest.fixture
def open_as(
    site: Site, browser: Browser, signed_in: Callable[[str], dict[str, object]]
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page as somebody: `open_as("wethouder", width=320)`."""
    contexts: list[BrowserContext] = []

    def open_page(name: str | None, *, width: int = 1280, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=site.url,
            locale="nl-NL",
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            storage_state=signed_in(name) if name else None,
        )
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(host: str, port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            with socket.create_connection((host, port), timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(port)
