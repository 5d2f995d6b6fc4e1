"""The rooms are stacked: no line looks up, each floor has its guests, only verbs write."""

import ast
import sys
from pathlib import Path

import pytest

from tests.house import ROOT, SOURCES, SRC, imports, is_migration, name, room, tree

TABLES = {"narwhals", "polars", "dataframely", "python_calamine"}
MEMORY = TABLES | {
    "django",
    "simple_history",
    "deltalake",
    "cryptography",
    "pydantic",
    "pydantic_core",
    "allauth",
}
GUESTS = {  # room, from the ground up: the packages from outside that may enter it
    "core": set(),
    "engines": {"numpy", "scipy"},
    "policy": set(),
    "catalogue": TABLES,
    "storage": MEMORY | {"pyspark"},
    "services": MEMORY
    | {
        "openpyxl",
        "defusedxml",
        "docx",
        "typst",
        "httpx",
        "altair",
        "vl_convert",
        "icalendar",
        "python_calamine",
        "django_tasks",
        "pikepdf",
        "PIL",
        "allauth",
        "jwt",
    },
    "web": {
        "django",
        "django_htmx",
        "csp",
        "whitenoise",
        "ninja",
        "altair",
        "vl_convert",
        "allauth",
        "prometheus_client",
        "pythonjsonlogger",
    },
    "cli": {"cyclopts", "django", "granian"},
    "omgeving": {"dj_database_url"},
    "settings": {"csp"},
    "__init__": set(),
    "__main__": set(),
}
FLOORS = {
    "core": 0,
    "engines": 1,
    "policy": 1,
    "catalogue": 2,
    "storage": 3,
    "services": 4,
    "web": 5,
    "cli": 6,  # it starts the house, and lists its routes
    "omgeving": 0,  # beside the house: settings alone read it
    "settings": 7,
    "__init__": 7,
    "__main__": 7,
}
FORBIDDEN = {"utils", "util", "common", "helpers", "helper", "base", "misc", "lib", "shared"}
EMPTY_NAMES = ("get_", "handle_", "process_")
WRITES = {
    "save",
    "asave",
    "create",
    "acreate",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "delete",
    "adelete",
    "update",
    "aupdate",
}
# A dict, a set or a Counter has .update too; only a call on a queryset writes to the database.
NOT_A_QUERYSET = {"update"}
# A folder in services holds what one verb is made of; the verbs themselves lie on top.
VERBS = [f for f in sorted((SRC / "services").glob("*.py")) if not f.name.startswith("_")]
WRITTEN = [f for f in SOURCES if not is_migration(f)]
BELOW_STORAGE = [f for f in SOURCES if FLOORS.get(room(f), len(FLOORS)) < FLOORS["storage"]]


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_a_line_imports_only_from_its_own_floor_and_below(file: Path) -> None:
    here = room(file)
    assert here in FLOORS, f"{here} is no room: see docs/decisions/0001-rooms.md"
    for module in imports(file):
        head, *rest = module.split(".")
        if head != "openlea" or not rest or rest[0] == here or rest[0] == "settings":
            continue
        assert FLOORS[rest[0]] < FLOORS[here], f"{module} does not lie below {here}"


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_a_package_from_outside_enters_only_the_rooms_that_expect_it(file: Path) -> None:
    here = room(file)
    for module in imports(file):
        head = module.split(".")[0]
        if head != "openlea" and head not in sys.stdlib_module_names:
            assert head in GUESTS[here], f"{head} is no guest of {here}"


@pytest.mark.parametrize("file", BELOW_STORAGE, ids=name)
def test_core_to_catalogue_know_no_settings(file: Path) -> None:
    assert "openlea.settings" not in set(imports(file))


@pytest.mark.parametrize("file", [f for f in WRITTEN if room(f) != "services"], ids=name)
def test_only_services_write_to_the_database(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert not _writes(node.func), (
                f"{name(file)}:{node.lineno} calls .{node.func.attr}(): "
                "only a verb in services writes"
            )


def _writes(call: ast.Attribute) -> bool:
    """Say whether a call on an object reads as a write to the database."""
    if call.attr not in WRITES:
        return False
    if call.attr in NOT_A_QUERYSET:
        return "objects" in ast.unparse(call.value) or ".filter(" in ast.unparse(call.value)
    return True


@pytest.mark.parametrize("file", [f for f in WRITTEN if room(f) == "storage"], ids=name)
def test_a_record_overrides_no_save_and_listens_to_no_signal(file: Path) -> None:
    defined = {n.name for n in ast.walk(tree(file)) if isinstance(n, ast.FunctionDef)}
    assert not defined & {"save", "delete"}, "a verb says what happens, in order, in one place"
    assert "django.db.models.signals" not in set(imports(file))
    assert "django.dispatch" not in set(imports(file))


def test_the_admin_is_nowhere_because_rights_are_asked_in_one_place() -> None:
    known = [name(file) for file in SOURCES if "django.contrib.admin" in set(imports(file))]
    assert known == []


@pytest.mark.parametrize("file", VERBS, ids=name)
def test_a_verb_is_one_file_with_one_public_function(file: Path) -> None:
    defined = [
        node.name
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]
    assert len(defined) == 1, f"{name(file)} has {defined}: a second verb is a second file"
    assert defined == [file.stem], f"{name(file)} holds {defined[0]}; name the file after its verb"


@pytest.mark.parametrize("file", [f for f in WRITTEN if f.stat().st_size], ids=name)
def test_every_module_opens_with_a_sentence_a_councillor_could_read(file: Path) -> None:
    said = ast.get_docstring(tree(file))
    assert said, f"{name(file)} does not say what it is for"
    first = said.split("\n\n")[0].rstrip()
    assert first.endswith((".", ":", "?")), f"{name(file)}: '{first}' is no sentence"


@pytest.mark.parametrize("file", WRITTEN, ids=name)
def test_a_name_says_what_it_returns_or_does(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = node.name if node.name not in _HOOKS else ""
            assert not own.startswith(EMPTY_NAMES), f"{name(file)}:{node.lineno} {node.name}"


# Names that Django or a library asks for.
_HOOKS = {
    "get_queryset",
    "get_context_data",
    "get_absolute_url",
    "get_success_url",
    "get_template_names",
    "get_form_kwargs",
    "get_form_class",
    "get_client_ip",
    "get_totp_issuer",
    "get_public_key_credential_rp_entity",
    "get_reauthentication_alternatives",
    "get_response",
    "get_username",
    "process_view",
    "process_exception",
    "process_template_response",
    "handle_no_permission",
}


def test_no_folder_or_file_is_a_drawer_for_leftovers() -> None:
    parts = {
        (name(file), part)
        for top in ("src", "tests", "tools", "benchmarks")
        for file in (ROOT / top).rglob("*.py")
        for part in (p.removesuffix(".py") for p in file.relative_to(ROOT).parts[1:])
        if "node_modules" not in file.parts
    }
    assert {where for where, part in parts if part in FORBIDDEN} == set()


def test_every_room_has_its_floor_and_its_guest_list() -> None:
    assert set(GUESTS) == set(FLOORS)
