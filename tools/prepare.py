"""Installs everything Open LEA needs in its own folder; skips what is already up to date.

Runs on nothing but Python and pip: it imports only the standard library.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from bundle import build_frontend
from steps import Failed, run, say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / ".tools"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "openlea.stamp"


def prepare() -> None:
    """Install the Python packages and build the front end."""
    if not _is_installed():
        say("1/4 Gereedschap klaarzetten …")
        uv = find_uv()
        say("2/4 Onderdelen installeren (de eerste keer duurt dit enkele minuten) …")
        _install(uv)
    build_frontend(ROOT, PYTHON)


def _wanted() -> str:
    """Return the fingerprint of what has to be installed, and where."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = (project["project"], project["build-system"], str(ROOT))
    return hashlib.sha256(LOCK.read_bytes() + json.dumps(parts).encode()).hexdigest()


def _is_installed() -> bool:
    """Say whether the environment works and holds exactly this lock."""
    if not STAMP.is_file() or STAMP.read_text(encoding="utf-8") != _wanted():
        return False
    return _works([str(PYTHON), "-c", "import openlea"])


def _works(command: list[str]) -> bool:
    """Say whether a command can be run."""
    try:
        found = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    return found.returncode == 0


def find_uv() -> Path:
    """Return the installer: the machine's own, else one fetched into .tools by pip."""
    for found in (shutil.which("uv"), str(TOOLS / "bin" / "uv")):
        if found and _works([found, "pip", "install", "--help"]):
            return Path(found)
    pip = [sys.executable, "-m", "pip"]
    if not _works([*pip, "--version"]):
        raise Failed("Deze Python heeft geen pip. Installeer die eerst, bijvoorbeeld python3-pip.")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-warn-script-location", "--upgrade"]
    run("Het gereedschap ophalen", [*pip, "install", *quiet, "--target", TOOLS, "uv"])
    return TOOLS / "bin" / "uv"


def own_environment(env: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to install with: those that would send it elsewhere are left out."""
    kept = {key: value for key, value in env.items() if key not in _ELSEWHERE}
    return kept | {"UV_PYTHON_DOWNLOADS": "never", "UV_HTTP_TIMEOUT": "120"}


def _install(uv: Path) -> None:
    """Fill the environment with what the lock names, each package checked by its hash."""
    env = own_environment(os.environ)
    if not _works([str(PYTHON), "--version"]):
        make: list[str | Path] = [uv, "venv", "--clear", "--python", sys.executable, VENV]
        run("De omgeving maken", make, cwd=ROOT, env=env)
    install: list[str | Path] = [uv, "pip", "install", "--python", PYTHON]
    run(
        "De onderdelen installeren",
        [*install, "--require-hashes", "-r", LOCK],
        cwd=ROOT,
        env=env,
    )
    run("Open LEA installeren", [*install, "--no-deps", "-e", ROOT], cwd=ROOT, env=env)
    STAMP.write_text(_wanted(), encoding="utf-8")


# Set by another project's environment; they'd send the installation there.
_ELSEWHERE = {"VIRTUAL_ENV", "UV_PYTHON", "UV_PROJECT_ENVIRONMENT", "PYTHONPATH", "PYTHONHOME"}

if __name__ == "__main__":
    try:
        prepare()
    except Failed as error:
        stop(error)
