"""One word per concept: every Dutch noun in a name is explained, no refused translation is used."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import SOURCES, SRC, is_migration, name, room, tree, words

LIST = tomllib.loads((SRC / "core" / "woordenlijst.toml").read_text(encoding="utf-8"))
DUTCH = {form for entry in LIST["woord"] for form in (entry["naam"], *entry.get("vormen", []))}
ENGLISH = set(LIST["engels"])
NEVER = {refused: entry["naam"] for entry in LIST["woord"] for refused in entry.get("nooit", [])}
ROOMS = {"core", "policy", "storage"}
NAMED = [file for file in SOURCES if room(file) in ROOMS and not is_migration(file)]

# The names of settings are Django's and its libraries' own.
OURS = [file for file in SOURCES if room(file) != "settings" and not is_migration(file)]


def nouns(file: Path) -> set[str]:
    """Return the words of the module's name and of its public classes."""
    classes = [node.name for node in tree(file).body if isinstance(node, ast.ClassDef)]
    public = [file.stem, *(found for found in classes if not found.startswith("_"))]
    return {word for found in public for word in words(found) if not word.isdigit()}


def own_names(file: Path) -> Iterator[str]:
    """Yield every name that this file itself gives."""
    yield file.stem
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


@pytest.mark.parametrize("file", NAMED, ids=name)
def test_every_noun_in_a_name_is_in_the_word_list(file: Path) -> None:
    unknown = nouns(file) - DUTCH - ENGLISH - {"init"}
    assert unknown == set(), (
        f"{name(file)} uses {sorted(unknown)}: add each to core/woordenlijst.toml, as [[woord]] "
        "with meaning, source and gloss when it's Dutch, under `engels` when it's English"
    )


@pytest.mark.parametrize("file", OURS, ids=name)
def test_no_name_uses_a_translation_that_was_refused(file: Path) -> None:
    for own in own_names(file):
        joined = "_".join(words(own))
        for refused, kept in NEVER.items():
            assert f"_{refused}_" not in f"_{joined}_", f"{own}: we say {kept}, never {refused}"


def test_every_word_has_a_meaning_a_source_and_an_english_gloss() -> None:
    for entry in LIST["woord"]:
        assert set(entry) <= {"naam", "vormen", "betekenis", "bron", "engels", "nooit"}
        for key in ("naam", "betekenis", "bron", "engels"):
            assert entry.get(key, "").strip(), f"{entry.get('naam')} lacks {key}"
        assert entry["betekenis"].endswith("."), f"{entry['naam']}: a meaning is a sentence"


def test_a_word_is_listed_once_and_is_not_refused_elsewhere() -> None:
    names = [entry["naam"] for entry in LIST["woord"]]
    assert names == sorted(set(names)), "in the order of the alphabet, each once"
    assert DUTCH & set(NEVER) == set()
    assert ENGLISH & set(NEVER) == set()
