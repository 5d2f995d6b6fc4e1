"""What the documentation names exists, and what exists is documented."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from openlea.settings import SETTINGS
from tests.house import ROOT, SOURCES, name
from tools.reference import page

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FACES = sorted(ROOT.glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
SETTING = re.compile(r"\bOPENLEA_[A-Z_]+\b")
ADDRESS = ("http://", "https://", "mailto:")
# Switches of the tests themselves; they are no settings of an installation.
NO_SETTING = {
    "OPENLEA_STRICT",
    "OPENLEA_SUITE",
    "OPENLEA_WITHOUT_DJANGO",
    "OPENLEA_HYPOTHESIS",
}


@pytest.mark.parametrize("file", PAGES + FACES, ids=name)
def test_a_link_inside_the_repository_leads_somewhere(file: Path) -> None:
    for target in LINK.findall(file.read_text(encoding="utf-8")):
        where = (file.parent / target).resolve()
        if not target.startswith(ADDRESS):
            assert where.exists(), f"{name(file)} points to {target}"


def test_every_setting_is_declared_and_the_page_of_settings_is_made_from_it() -> None:
    used = {found for file in SOURCES for found in SETTING.findall(file.read_text("utf-8"))}
    declared = {setting.name for setting in SETTINGS.every()}
    assert used - NO_SETTING - declared == set(), "declare it in settings.py"
    said = (DOCS / "beheer" / "instellingen.md").read_text(encoding="utf-8")
    assert said == page(), "settings changed: run tools/reference.py"


def test_every_page_of_the_documentation_is_in_its_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name(page) for page in PAGES if str(page.relative_to(DOCS)) not in menu] == []


def test_a_decision_says_why_what_it_costs_and_whether_it_holds() -> None:
    decisions = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(file.name[:4]) for file in decisions] == list(range(1, len(decisions) + 1))
    for file in decisions:
        said = file.read_text(encoding="utf-8")
        for part in (
            "Status:",
            "## Context",
            "## Decision",
            "## Cost",
            "## Considered",
        ):
            assert part in said, f"{name(file)} lacks '{part}'"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    reasons = (DOCS / "decisions" / "0003-dependencies.md").read_text(encoding="utf-8")
    listed = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    front = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    names = {re.split(r"[\[<>=~! ]", line)[0] for line in listed}
    names |= {*front["dependencies"], *front["devDependencies"]}
    assert {found for found in names if f"| {found} |" not in reasons} == set()


@pytest.mark.parametrize("file", PAGES + FACES, ids=name)
def test_a_make_command_that_is_named_exists(file: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", file.read_text(encoding="utf-8")))
    assert named <= targets


def test_the_menu_of_the_documentation_can_be_read() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    said = yaml.safe_load(menu)
    assert said["theme"]["font"] is False, "no font comes from elsewhere"
    assert said["theme"]["language"] == "nl"
