"""A planted secret never reaches a log: not of the site, of its worker, nor of a fault."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.conftest import command, surroundings
from tests.cli.geheim_proef import BSN, EMAIL, MARK, SECRETS
from tests.cli.test_demo import free_port

ROOT = Path(__file__).parents[2]
ASK = """
import django; django.setup()
from django_tasks import task
from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_work import ask_work
from openlea.storage.records.models import Werkruimte
room = Werkruimte.objects.order_by("id")[0]
actor = Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER)
print(ask_work(actor, "breek", {"wachtwoord": "%s", "bsn": "%s"}).pk)
"""
STATE = """
import sys; import django; django.setup()
from openlea.storage.records.models import Werk
print(Werk.objects.get(pk=int(sys.argv[1])).staat)
"""


def _env(data: Path, port: int) -> dict[str, str]:
    key = data / "geheim"
    key.write_text(f"{MARK}-sleutel-van-de-site-die-lang-genoeg-is-om-te-mogen-blijven")
    return surroundings() | {
        "OPENLEA_DATA": str(data),
        "OPENLEA_LOGVORM": "json",
        "OPENLEA_SECRET_KEY_FILE": str(key),
        "OPENLEA_METRICS_SLEUTEL": f"{MARK}-metingen",
        "OPENLEA_MAIL": f"smtp://{MARK}:{MARK}@127.0.0.1:1",
        "DJANGO_SETTINGS_MODULE": "tests.cli.geheim_instellingen",
        "OPENLEA_ADRES": f"http://127.0.0.1:{port}",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
    }


@contextmanager
def _site(env: dict[str, str], port: int, said: Path) -> Iterator[None]:
    with said.open("wb") as log:
        words = command("serve", "--port", str(port))
        site = subprocess.Popen(words, env=env, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT)
    try:
        _until(lambda: _ask(port, "GET", "/gezond/levend")[0] == 200)
        yield
    finally:
        site.terminate()
        site.wait(timeout=30)


def _until(happened: object, seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            if happened():  # type: ignore[operator]
                return
        except OSError:
            pass
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.3)


def _ask(
    port: int, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, dict[str, str], str]:
    talk = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    talk.request(method, path, body or None, told)
    answer = talk.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    talk.close()
    return found


def _run(env: dict[str, str], code: str, *words: str) -> str:
    done = [sys.executable, "-c", code, *words]
    return subprocess.check_output(done, env=env, cwd=ROOT, text=True, timeout=60).strip()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[int]]:
    """Plant every secret at every door of a real site and worker; return all that they wrote."""
    data = tmp_path_factory.mktemp("geheim")
    port = free_port()
    env = _env(data, port)
    made = command("werkruimte", "proef", "--naam", "Proef", "--soort", "gemeente")
    calm = env | {"OPENLEA_MAIL": "", "DJANGO_SETTINGS_MODULE": "openlea.settings"}
    words = [*made, "--plaats", "gemeente:GM0402", "--beheerder", "wie@voorbeeld.example"]
    subprocess.run(words, env=calm, check=True, capture_output=True, timeout=120, cwd=ROOT)
    said = data / "alles.log"
    form = "application/x-www-form-urlencoded"
    keys = {"Authorization": f"Bearer {MARK}", "Cookie": f"sessionid={MARK}; x={MARK}"}
    plants = [
        ("GET", f"/breek/{MARK}/?q={MARK}&bsn={BSN}&mail={EMAIL}", ""),
        ("GET", f"/v/{MARK}/", ""),
        ("GET", f"/wachtwoord/MQ/{MARK}/", ""),
        ("GET", f"/kalender/{MARK}.ics", ""),
        ("GET", f"/gast/{MARK}/", ""),
        ("GET", f"/r/{MARK}/", ""),
        ("GET", f"/bestaat-niet/{MARK}/{BSN}/{EMAIL}", ""),
        ("GET", f"/w/{MARK}/agenda/", ""),
        ("GET", "/api/v1/plaatsen?q=" + MARK, ""),
        ("POST", "/inloggen/", urlencode({"username": EMAIL, "password": MARK, "login": EMAIL})),
        ("POST", "/wachtwoord/", urlencode({"email": EMAIL})),
        ("POST", f"/breek/{MARK}/", urlencode({"wachtwoord": MARK, "bsn": BSN})),
        (MARK.upper(), "/", ""),
    ]
    codes = []
    with _site(env, port, said):
        for method, path, body in plants:
            headers = keys | ({"Content-Type": form} if body else {})
            codes.append(_ask(port, method, path, body, **headers)[0])
        codes.append(_ask(port, "GET", "/", Host=f"{MARK}.example")[0])
        codes.append(_ask(port, "GET", "/breek/", **{"User-Agent": MARK, "Referer": EMAIL})[0])
        nummer = _run(env, ASK % (MARK, BSN))
        _until(lambda: _run(env, STATE, nummer) == "mislukt")
    return said.read_text(errors="replace"), codes


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_is_in_anything_that_was_written(
    told: tuple[str, list[int]], secret: str
) -> None:
    assert secret.lower() not in told[0].lower()


def test_the_pages_really_broke_and_the_faults_are_in_the_log(told: tuple[str, list[int]]) -> None:
    # Else the test above would be about silence.
    text, codes = told
    assert codes.count(500) >= 2
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    faults = [one for one in lines if "fout" in one]
    assert {one["fout"]["soort"] for one in faults} >= {"Meegenomen"}
    assert any(one["bron"] == "openlea.werk" for one in faults), "the worker tells its faults too"
    broken = next(one for one in faults if one.get("route") == "breek_woord")
    assert broken["fout"]["door"]["soort"] == "KeyError"
    assert any("breek" in place for place in broken["fout"]["plaatsen"])


def test_every_request_has_its_line_and_every_line_is_json(told: tuple[str, list[int]]) -> None:
    text, codes = told
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    asked = [one for one in lines if one["bron"] == "openlea.verzoek"]
    assert len(asked) >= len(codes)
    assert all(len(one["spoor"]) == 32 for one in asked)
    assert {one["status"] for one in asked} >= {200, 404, 500}


def test_a_folder_that_is_not_there_is_said_without_a_traceback() -> None:
    # The command line too says what is wrong in one line, without what it was given.
    env = surroundings() | {"OPENLEA_DATA": os.devnull + "/x"}
    done = subprocess.run(
        command("work"), env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
