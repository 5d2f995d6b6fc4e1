"""The repository speaks of the product alone, and opens alike for builders and officials."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.house import ROOT, name, tracked

TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".html", ".js", ".css", ".json", ".txt", ".lock"}
PLAIN = {"Makefile", "run", "LICENSE", ".gitignore", ".npmrc"}
READABLE = [file for file in tracked() if file.suffix in TEXT or file.name in PLAIN]
# Written in parts, so that this file itself does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
    )
]
MACHINE_PATHS = re.compile(r"(?<![\w.\-/])/(?:work|root|home)/[\w.]")
REQUIRED = {  # publiccode.yml 0.5, the keys that must be there
    "publiccodeYmlVersion": str,
    "name": str,
    "url": str,
    "platforms": list,
    "developmentStatus": str,
    "softwareType": str,
    "description": dict,
    "legal": dict,
    "maintenance": dict,
    "localisation": dict,
}
FACES = {"README.md": "make demo", "LEESMIJ.md": "make demo"}


@pytest.mark.parametrize("file", READABLE, ids=name)
def test_no_file_names_the_host_of_a_package_registry(file: Path) -> None:
    said = file.read_text(encoding="utf-8").lower()
    assert [host for host in HOSTS if host in said] == []


@pytest.mark.parametrize("file", READABLE, ids=name)
def test_no_file_holds_a_path_of_somebodys_machine(file: Path) -> None:
    found = [match.group() for match in MACHINE_PATHS.finditer(file.read_text(encoding="utf-8"))]
    assert found == []


def test_every_text_in_the_repository_is_utf_8_with_plain_line_ends() -> None:
    assert [name(file) for file in READABLE if b"\r\n" in file.read_bytes()] == []


def test_the_licence_is_the_whole_eupl() -> None:
    said = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert said.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    for article in range(1, 16):
        assert re.search(rf"^{article}\.", said, re.MULTILINE), f"article {article} is missing"
    assert "Appendix" in said
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "EUPL-1.2"


def test_publiccode_says_what_a_catalogue_of_public_code_asks() -> None:
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    for key, kind in REQUIRED.items():
        assert isinstance(said.get(key), kind), f"publiccode.yml: {key} is missing or no {kind}"
    assert said["publiccodeYmlVersion"].startswith("0.5")
    assert said["legal"]["license"] == "EUPL-1.2"
    assert said["localisation"]["availableLanguages"] == ["nl"]
    assert {"nl", "en"} <= set(said["description"])
    for text in said["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_the_version_is_the_same_wherever_it_is_said() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert said["softwareVersion"] == project["version"]
    assert isinstance(said["releaseDate"], date)
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {project['version']}" in changes


@pytest.mark.parametrize("face", FACES)
def test_both_faces_open_with_one_sentence_one_picture_and_two_commands(face: str) -> None:
    title, sentence, picture, commands, *rest = (
        (ROOT / face).read_text(encoding="utf-8").strip().split("\n\n")
    )
    assert title == "# Open LEA"
    assert sentence.count(". ") == 0, "one sentence"
    assert sentence.endswith(".")
    assert re.fullmatch(r"!\[[^\]]{20,}\]\(docs/beeld/agenda\.png\)", picture), "with a text for it"
    lines = commands.splitlines()
    assert [line.split("#")[0].strip() for line in lines[1:-1]] == ["make demo", "make test"]
    assert rest, "and where to read on"


def test_the_two_faces_show_the_same_picture_and_the_same_commands() -> None:
    english, dutch = ((ROOT / face).read_text(encoding="utf-8") for face in FACES)
    assert re.findall(r"\((docs/\S+\.png)\)", english) == re.findall(r"\((docs/\S+\.png)\)", dutch)
    assert len(english.split("\n## ")) == len(dutch.split("\n## "))


@pytest.mark.parametrize(
    "file", ["CONTRIBUTING.md", "SECURITY.md", "GOVERNANCE.md", "CODE_OF_CONDUCT.md"]
)
def test_what_a_contributor_looks_for_is_at_the_door(file: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8").startswith("# ")


def test_the_lock_pins_every_package_by_its_hash() -> None:
    said = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", said.strip())
    assert [text.splitlines()[0] for text in packages if "--hash=sha256:" not in text] == []
