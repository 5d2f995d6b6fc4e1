"""What ships is listed, and no part of it has a licence that the EUPL can't live with."""

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.house import ROOT

# The licences named by the packages, in the words they use for them. The EUPL-1.2 lets its work be
# combined with these; LGPL and MPL parts are used as they are, next to ours.
FINE = re.compile(
    r"\b(MIT|MIT-0|MIT-CMU|BSD|0BSD|BSD-2-Clause|BSD-3-Clause|Apache|Apache-2\.0|ISC|Zlib|CC0-1\.0|"
    r"Python Software Foundation|PSF-2\.0|MPL-2\.0|Mozilla Public License 2\.0|LGPL-3\.0-only|"
    r"EUPL-1\.2|OFL-1\.1|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|build only)"
)
# A package whose metadata say 'proprietary' or less; what its LICENSE file says was read by hand.
READ_BY_HAND = {"qrcode"}


def _tool() -> Any:
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "tools" / "sbom.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    found: dict[str, Any] = _tool().bill()
    return found


def test_every_part_that_is_locked_is_listed(bill: dict[str, Any]) -> None:
    lock = (ROOT / "requirements.container.lock").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE)
    locked = {f"pkg:pypi/{name}@{version}" for name, version in found}
    listed = {one["purl"] for one in bill["components"]}
    assert locked <= listed
    for part in ("htmx.org", "vega", "vega-lite"):
        assert any(one["name"] == part for one in bill["components"]), part
    assert not any(one["name"] == "vite" for one in bill["components"]), "it builds, it ships not"


def test_every_part_has_a_hash_and_no_host(bill: dict[str, Any]) -> None:
    assert "://" not in json.dumps(bill)
    for one in bill["components"]:
        found = one.get("hashes") or one["externalReferences"][0]["hashes"]
        assert all(re.fullmatch("[0-9a-f]{40,128}", each["content"]) for each in found), one["name"]


def test_no_part_has_a_licence_that_the_eupl_cannot_live_with(bill: dict[str, Any]) -> None:
    strange = []
    for one in bill["components"]:
        said = json.dumps(one.get("licenses", []))
        bare = re.sub(r"[\[\]{}\"]|\b(license|expression|name)\b|:", " ", said)
        refused = re.search(r"\bA?GPL|Proprietary|SSPL|NC-|Commons Clause", bare)
        if (refused or not FINE.search(bare)) and one["name"] not in READ_BY_HAND:
            strange.append(f"{one['name']}: {said}")
    assert strange == []


def test_the_same_lock_gives_the_same_list(bill: dict[str, Any], tmp_path: Path) -> None:
    assert _tool().bill() == bill
