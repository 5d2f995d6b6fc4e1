"""Every verb that writes says so in the log, with what it was about; exceptions are named here."""

import ast
from functools import cache
from pathlib import Path

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Noun

SERVICES = Path(__file__).parents[2] / "src" / "openlea" / "services"
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
LOGS = {"log_deed", "log_event"}
THEMSELVES = {"log_deed", "log_event", "seal_log", "log_reading"}
ZONDER = {
    "close_aanmeldvragen": "a part of verbs that log it themselves",
    "close_figure_requests": "a part of verbs that log it themselves",
    "close_verzoeken": "a part of verbs that log it themselves",
    "keep_document": "a part of verbs that log it themselves",
    "keep_record": "a part of verbs that log it themselves",
    "make_verzoeklink": "a part of verbs that log it themselves",
    "propose_bewijs": "a part of verbs that log it themselves",
    "propose_from_vergadering": "a part of verbs that log it themselves",
    "propose_overleg": "a part of verbs that log it themselves",
    "read_cells": "a part of verbs that log it themselves",
    "choose_sheet": "a step of reading a file in; its beginning and its end are logged",
    "correct_cells": "a step of reading a file in; its beginning and its end are logged",
    "map_columns": "a step of reading a file in; its beginning and its end are logged",
    "repair_rows": "a step of reading a file in; its beginning and its end are logged",
    "try_sjabloon": "makes a file; nothing is written in the database",
    "open_document": "hands out a file; who took it is logged at the door",
    "strip_metadata": "makes a file; nothing is written in the database",
    "write_aanmeldbeleid": "makes a file; nothing is written in the database",
    "write_businesscase": "makes a file; nothing is written in the database",
    "write_prognose": "makes a file; nothing is written in the database",
    "write_docx": "makes a file; nothing is written in the database",
    "write_geld_xlsx": "makes a file; nothing is written in the database",
    "write_pdf": "makes a file; nothing is written in the database",
    "write_stuk": "makes a file; nothing is written in the database",
    "write_xlsx": "makes a file; nothing is written in the database",
    "write_verdeling_xlsx": "makes a file; nothing is written in the database",
    "write_scholen_xlsx": "makes a file; nothing is written in the database",
    "export_verdeling": "makes a file; nothing is written in the database",
    "write_xlsx_template": "makes a file; nothing is written in the database",
    "place_children": "makes files on one's own machine, outside every werkruimte",
    "open_gastlink": "a guest is nobody in particular; making the link is logged",
    "answer_raadpleging": "nobody is known who answers; a line would make a trace of it",
    "do_work": "who asked for the work is logged when it is asked",
    "end_silent_work": "the state of work that stopped, of which the asking is logged",
    "describe_health": "notes only that it is alive",
    "fill_demo": "fills an empty installation with invented examples",
    "note_teken": "notes only that it is alive",
    "check_log": "notes only that the log was checked",
    "use_kalenderadres": "notes the day of last use, read by a program that nobody signed in to",
    "use_sleutel": "notes the day of last use; what is read is logged at the door",
    "note_schrijver": "who takes the minutes of a meeting is in the minutes",
}


def trees() -> dict[str, ast.Module]:
    """Return every module of the room by its dotted name."""
    return {
        ".".join(file.relative_to(SERVICES).with_suffix("").parts): ast.parse(file.read_text())
        for file in SERVICES.rglob("*.py")
    }


TREES = trees()


def called(tree: ast.Module) -> set[str]:
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {getattr(one, "id", getattr(one, "attr", "")) for one in calls}


@cache
def reached(module: str) -> frozenset[str]:
    """Return the modules of services that a verb calls, itself included."""
    found, todo = {module}, [module]
    while todo:
        for node in ast.walk(TREES[todo.pop()]):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                "openlea.services."
            ):
                name = (node.module or "").removeprefix("openlea.services.")
                if name in TREES and name not in found | THEMSELVES:
                    found.add(name)
                    todo.append(name)
    return frozenset(found)


def verbs() -> list[str]:
    return [name for name in TREES if "." not in name and not name.startswith("_")]


def test_every_verb_that_writes_logs_it_or_is_named_with_a_reason() -> None:
    writing = [
        one
        for one in verbs()
        if one not in THEMSELVES and any(called(TREES[part]) & WRITES for part in reached(one))
    ]
    silent = {
        one for one in writing if not any(called(TREES[part]) & LOGS for part in reached(one))
    }
    assert len(writing) > 80
    assert silent - set(ZONDER) == set()


def test_every_line_of_a_werkruimte_says_what_it_is_about() -> None:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "log_deed":
                assert "noun" in {one.arg for one in node.keywords}, name


def test_only_sealing_and_the_end_of_a_term_touch_a_line_that_stands() -> None:
    touching = {"save", "update", "delete", "bulk_update"}
    at_lines = {
        name
        for name, tree in TREES.items()
        if any(isinstance(node, ast.Name) and node.id == "Logregel" for node in ast.walk(tree))
        and called(tree) & touching
    }
    assert at_lines <= {"seal_log", "bewaring.logregels"}


def test_the_words_of_the_log_fit_their_columns() -> None:
    assert max(len(str(one)) for one in (*Logsoort, *Noun)) <= 20
