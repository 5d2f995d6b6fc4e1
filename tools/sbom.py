"""Writes the list of everything that ships (CycloneDX), with the licence of each part."""

import base64
import json
import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCK = ROOT / "requirements.container.lock"
NODE_LOCK = ROOT / "frontend" / "package-lock.json"
TARGET = ROOT / "dist" / "sbom.json"
BUILD_ONLY = {"hatchling", "tomlkit", "trove-classifiers"}
"""What builds the product in the container (tools/container.in), and is not loaded by it."""
SAID_ELSEWHERE = {"dataframely": "BSD-3-Clause", "python-calamine": "MIT", "typst": "Apache-2.0"}
"""Parts whose package does not say its licence in a field, with what its LICENSE file says."""


def components() -> list[dict[str, Any]]:
    """Return every part that ships: packages of Python, and what the bundle of the pages holds."""
    return [*_python(), *_node()]


def _python() -> Iterator[dict[str, Any]]:
    licences = installed_licences()
    for part in _read_lock()["components"]:
        name = part["name"]
        licence = licences.get(normal(name), "build only" if name in BUILD_ONLY else "")
        hashes = part["externalReferences"][0]["hashes"]
        # No name of a registry: what a part is says its purl, and what it holds its hash.
        reference = {"type": "distribution", "url": part["purl"], "hashes": hashes}
        kept = {key: part[key] for key in ("type", "name", "version", "purl")}
        yield kept | {"bom-ref": part["purl"], "externalReferences": [reference]} | _said(licence)


def _read_lock() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "python.json"
        words = ["-W", "ignore", "-m", "cyclonedx_py", "requirements", str(PYTHON_LOCK)]
        asked = [sys.executable, *words, "--of", "JSON", "-o", str(told)]
        subprocess.run(asked, check=True, capture_output=True)
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return found


def _node() -> Iterator[dict[str, Any]]:
    packages = json.loads(NODE_LOCK.read_text(encoding="utf-8"))["packages"]
    for place, part in sorted(packages.items()):
        if not place or part.get("dev") or part.get("optional"):
            continue
        name = place.rpartition("node_modules/")[2]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{part['version']}"
        kept = {"type": "library", "name": name, "version": part["version"], "purl": purl}
        kept["bom-ref"] = f"{purl}#{place}"
        yield kept | _integrity(part.get("integrity", "")) | _said(part.get("license", ""))


def _integrity(said: str) -> dict[str, Any]:
    alg, _, content = said.partition("-")
    if not content:
        return {}
    return {"hashes": [{"alg": alg.upper().replace("SHA", "SHA-"), "content": _hex(content)}]}


def _hex(content: str) -> str:
    return base64.b64decode(content).hex()


def _said(licence: str) -> dict[str, Any]:
    if not licence:
        return {}
    if re.search(r" (OR|AND|WITH) ", licence) and ";" not in licence:
        return {"licenses": [{"expression": licence.strip("()")}]}
    return {"licenses": [{"license": {"name": licence}}]}


def installed_licences() -> dict[str, str]:
    """Return per installed package what it says its licence is; '' when it says nothing."""
    return {normal(one.metadata["Name"]): _licence(one.metadata) for one in distributions()}


def _licence(told: PackageMetadata) -> str:
    """Return the expression, else the classifiers, else the first line of the field."""
    given = told.get_all("License-Expression") or []
    kinds = [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    kinds = [one.rpartition(" :: ")[2] for one in kinds]
    plain = [one.splitlines()[0] for one in told.get_all("License") or [] if one.strip()]
    found = given or (["; ".join(kinds)] if kinds else plain[:1])
    return found[0] if found else SAID_ELSEWHERE.get(normal(told["Name"]), "")


def normal(name: str) -> str:
    """Return a name of a package as every tool spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def bill() -> dict[str, Any]:
    """Return the whole list; the same lock gives the same list."""
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    product = {
        "type": "application",
        "name": "openlea",
        "version": version[1] if version else "",
        "bom-ref": "openlea",
        "licenses": [{"license": {"id": "EUPL-1.2"}}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": product},
        "components": components(),
    }


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    TARGET.parent.mkdir(exist_ok=True)
    found = bill()
    told = json.dumps(found, ensure_ascii=False, indent=1)
    TARGET.write_text(f"{told}\n", encoding="utf-8")
    print(f"{len(found['components'])} onderdelen staan in {TARGET.relative_to(ROOT)}")
