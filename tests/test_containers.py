"""The containers hold what the documentation promises; read from the files, for no engine is here.

What a container engine itself would do, such as building an image, is not tried by these tests.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import yaml

from openlea.settings import SETTINGS
from tests.cli.test_demo import free_port
from tests.house import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
FILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
STEPS = re.sub(r"\\\n", " ", FILE).splitlines()
CLOSED = 77


def _steps(word: str) -> list[str]:
    return [one.removeprefix(word).strip() for one in STEPS if one.startswith(f"{word} ")]


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_has_more_rights_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert service["user"].split(":")[0] not in ("0", "root")
    assert any(one.startswith("/tmp") for one in service["tmpfs"])  # noqa: S108


def test_only_the_site_is_reached_and_only_from_this_machine() -> None:
    ports = {name: one.get("ports", []) for name, one in SERVICES.items()}
    assert ports.pop("web") == ["127.0.0.1:8000:8000"]
    assert not any(ports.values())
    assert COMPOSE["networks"]["binnen"]["internal"] is True
    assert SERVICES["database"]["networks"] == ["binnen"]


def test_the_keys_lie_on_a_volume_of_their_own() -> None:
    for name in ("web", "werker", "bijwerken"):
        assert set(SERVICES[name]["volumes"]) == {"gegevens:/data", "sleutels:/sleutels"}
    assert "OPENLEA_SLEUTELS=/sleutels" in FILE
    assert {"gegevens", "sleutels", "database"} == set(COMPOSE["volumes"])


def test_no_secret_stands_in_a_file_or_a_variable() -> None:
    for name, service in SERVICES.items():
        for key, value in service["environment"].items():
            if re.search("PASSWORD|SECRET|SLEUTEL|DATABASE|MAIL", key) and key != "POSTGRES_DB":
                assert key.endswith("_FILE"), f"{name}: {key}"
                assert value.removeprefix("/run/secrets/") in service["secrets"]
    assert all(set(one) == {"file"} for one in COMPOSE["secrets"].values())


def test_every_setting_in_the_files_is_one_that_the_product_reads() -> None:
    known = {one.name for one in SETTINGS.every()}
    used = {
        key.removesuffix("_FILE")
        for service in SERVICES.values()
        for key in service["environment"]
        if key.startswith("OPENLEA_")
    } | set(re.findall(r"OPENLEA_[A-Z_]+", FILE))
    assert used <= known


def test_the_site_waits_for_its_database_and_its_tables() -> None:
    for name in ("web", "werker"):
        assert SERVICES[name]["depends_on"] == {
            "bijwerken": {"condition": "service_completed_successfully"}
        }
    assert SERVICES["bijwerken"]["depends_on"]["database"] == {"condition": "service_healthy"}
    assert "/gezond/klaar" in " ".join(SERVICES["web"]["healthcheck"]["test"])
    assert "/gezond/klaar" in FILE


def test_the_image_ends_as_somebody_without_rights() -> None:
    assert _steps("USER") == ["10001:10001"]
    last = FILE.rsplit("\nFROM ", 1)[1]
    assert "gcc" not in last
    assert "apt-get" not in last
    assert "ADD " not in FILE


def test_everything_that_the_image_copies_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for step in _steps("COPY"):
        if step.startswith("--from"):
            continue
        for part in step.split()[:-1]:
            assert (ROOT / part).exists(), part
            assert f"!{part.split('/')[0]}" in let_through, part


def test_every_package_in_the_image_is_pinned_by_its_hash() -> None:
    assert "--require-hashes -r requirements.container.lock" in FILE
    lock = (ROOT / "requirements.container.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", lock)
    assert all("--hash=sha256:" in one for one in blocks if "==" in one)
    tested = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    ours = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))
    theirs = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", tested, re.MULTILINE))
    assert {one: ours[one] for one in ours if one in theirs} == {
        one: theirs[one] for one in theirs if one in ours
    }, "what is shipped is what was tested"
    assert not {"pytest", "pyspark", "mypy", "playwright"} & set(ours)


@pytest.mark.parametrize("name", ["web", "werker", "bijwerken"])
def test_every_command_of_the_containers_is_one_of_ours(name: str) -> None:
    words = SERVICES[name]["command"]
    assert words[0] == "openlea"
    asked = [sys.executable, "-m", "openlea", words[1], "--help"]
    assert subprocess.run(asked, capture_output=True, check=False, timeout=60).returncode == 0
    shown = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=60).stdout
    for option in [one for one in words[2:] if one.startswith("--") and one != "--noinput"]:
        assert option in shown, f"openlea {shlex.join(words[1:])}"


READ_ONLY = """
mount --bind / /mnt && mount -o remount,ro,bind / || exit 77
mount --bind {data} {data} && mount -o remount,rw,bind {data} || exit 77
touch {root}/probe 2>/dev/null && exit 78
cd {data}
run="setpriv --bounding-set=-all --inh-caps=-all --no-new-privs {python} -m openlea"
$run manage migrate --noinput -v 0 || exit 1
exec $run serve --port {port} --processen 2 --zonder-werker
"""


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"), reason="only root can close a file system"
)
def test_the_site_runs_without_rights_on_a_file_system_that_is_only_read(tmp_path: Path) -> None:
    # As in the container: no capability, no new privileges, nothing to write but the data.
    port = free_port()
    script = READ_ONLY.format(data=tmp_path, root=ROOT, python=sys.executable, port=port)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "OPENLEA_DATA": str(tmp_path / "data"),
        "OPENLEA_SLEUTELS": str(tmp_path / "sleutels"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    unshare = shutil.which("unshare") or ""
    with subprocess.Popen([unshare, "-m", "sh", "-c", script], env=env) as site:
        try:
            if site.poll() == CLOSED or not _is_ready(site, port):
                pytest.skip("this machine lets nobody close a file system")
            for path in ("/gezond/klaar", "/inloggen/", "/metrics"):
                with urlopen(f"http://127.0.0.1:{port}{path}", timeout=90) as answer:
                    assert answer.status == 200
        finally:
            site.terminate()


def _is_ready(site: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + 240
    while time.monotonic() < end:
        if site.poll() is not None:
            assert site.returncode == CLOSED, f"it ended with {site.returncode}"
            return False
        with socket.socket() as door:
            if not door.connect_ex(("127.0.0.1", port)):
                return True
        time.sleep(0.5)
    raise TimeoutError(port)
