"""The demo fills itself once, shows who may sign in, and serves until it is asked to stop."""

import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from openlea.policy.rechten import LidRol
from tests.cli.conftest import Commands, Said, command, surroundings


def dump(data: Path) -> list[str]:
    """Return the whole database as statements."""
    with sqlite3.connect(data / "openlea.sqlite3") as database:
        return list(database.iterdump())


def logins(said: Said) -> list[list[str]]:
    """Return the lines with an account: address, password, role."""
    return [line.split(maxsplit=2) for line in said.out.splitlines() if ".example " in line]


def test_a_second_run_changes_nothing_and_shows_the_same(copied: Commands) -> None:
    before = dump(copied.data)
    first, second = copied("demo", "--no-serve"), copied("demo", "--no-serve", "--port", "8123")
    assert second.code == 0
    assert dump(copied.data) == before
    assert logins(first) == logins(second)
    assert "http://127.0.0.1:8000/" in first.out
    assert "http://127.0.0.1:8123/" in second.out


def test_there_is_a_login_for_every_role_that_signs_in(copied: Commands) -> None:
    shown = logins(copied("demo", "--no-serve"))
    hilversum = [rol for email, _, rol in shown if email.endswith("@hilversum.example")]
    for rol in LidRol:
        if rol is not LidRol.PUBLIEK:
            assert any(one.startswith(rol.label) for one in hilversum), rol
    assert len({password for _, password, _ in shown}) == 1


def test_the_password_of_the_demo_is_for_its_owner_only(demo: Commands) -> None:
    assert (demo.data / "demo.wachtwoord").stat().st_mode & 0o077 == 0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def stored(data: Path) -> dict[str, int]:
    """Return when each file with figures was written."""
    return {str(one): one.stat().st_mtime_ns for one in (data / "figures").rglob("*.*")}


def answer(address: str) -> int:
    """Return the status of a page once it answers at all."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=10) as found:  # noqa: S310
                return int(found.status)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail("the site never answered")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_second_run_serves_soon_and_stops_when_asked(copied: Commands, stop: int) -> None:
    port = free_port()
    words = command("demo", "--data", copied.data, "--port", str(port))
    filled = stored(copied.data)
    with subprocess.Popen(
        words, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as site:
        try:
            assert answer(f"http://127.0.0.1:{port}/inloggen/") == 200
        finally:
            site.send_signal(stop)
            out, err = site.communicate(timeout=60)
    assert site.returncode == 0, err
    assert "Traceback" not in err
    assert f"http://127.0.0.1:{port}/" in out
    # Soon, because no figure is worked out again.
    assert filled
    assert stored(copied.data) == filled


def test_a_site_that_was_filled_just_now_shows_its_figures(copied: Commands) -> None:
    # A site forked from what had worked out figures answered, but never showed one.
    port = free_port()
    words = command("demo", "--data", copied.data, "--port", str(port))
    with subprocess.Popen(words, env=surroundings(), stdout=subprocess.DEVNULL) as site:
        try:
            question = "cijfers?indicator=leerlingen_bo&code=GM0402"
            assert answer(f"http://127.0.0.1:{port}/api/v1/{question}") == 200
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/openapi.json") as found:
                # It tells other programs the port it was given, not the usual one.
                assert f"http://127.0.0.1:{port}/" in found.read().decode()
        finally:
            site.send_signal(signal.SIGTERM)
            site.communicate(timeout=60)


def test_a_port_that_is_taken_is_said_and_another_is_offered(copied: Commands) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for word in ("demo", "serve"):
            said = copied(word, "--port", str(port))
            assert said.code == 1
            assert said.err.startswith(f"Poort {port} is bezet.")
