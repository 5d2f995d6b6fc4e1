"""How a line of the log looks: one event, as JSON for a machine or as text for a person.

Of a fault it tells the kind and the places in the program, never the message: messages of faults
repeat what people typed and what a row holds. With OPENLEA_DEBUG=1 the message is told too.
"""

import errno
import logging
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from openlea.core.spoor import SPOOR

PACKAGE = Path(__file__).parents[1]
ALSO = ("route", "methode", "status", "ms", "werkruimte", "werk")
"""What an event may carry besides its sentence; anything else that is given is left out."""
MOST_PLACES = 40


def fault(error: BaseException, *, told: bool = False) -> dict[str, Any]:
    """Return the kind of a fault, its code, the places it came by and what was its cause."""
    frames = traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]
    found: dict[str, Any] = {"soort": type(error).__name__}
    code = _code(error)
    if code:
        found["code"] = code
    if told:
        found["bericht"] = str(error)
    found["plaatsen"] = [f"{_short(one.filename)}:{one.lineno} {one.name}" for one in frames]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        found["door"] = fault(cause, told=told)
    return found


def _code(error: BaseException) -> str:
    """Return what the machine or the database calls this fault, if it has a name for it."""
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno, str(error.errno))
    return str(getattr(error, "sqlstate", "") or getattr(error, "sqlite_errorname", "") or "")


def _short(filename: str) -> str:
    """Return where a file lies in the product, or in the package it belongs to."""
    file = Path(filename)
    if file.is_relative_to(PACKAGE):
        return file.relative_to(PACKAGE).as_posix()
    parts = file.parts
    start = parts.index("site-packages") + 1 if "site-packages" in parts else -2
    return "/".join(parts[start:])


class Event:
    """Reads the parts of one event from a record of the log."""

    def __init__(self, record: logging.LogRecord, *, told: bool) -> None:
        """Take the record; `told` says whether messages of faults are told."""
        self.parts: dict[str, Any] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            "bericht": record.getMessage(),
        }
        if SPOOR.get():
            self.parts["spoor"] = SPOOR.get()
        self.parts |= {name: getattr(record, name) for name in ALSO if hasattr(record, name)}
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            self.parts["fout"] = fault(error, told=told)


class Jsonregel(JsonFormatter):
    """One event as one line of JSON."""

    def __init__(self, *, told: bool = False) -> None:
        """Write Dutch letters as they are."""
        super().__init__(json_ensure_ascii=False)
        self.told = told

    def format(self, record: logging.LogRecord) -> str:
        """Return the event as JSON."""
        return self.serialize_log_record(Event(record, told=self.told).parts)


class Tekstregel(logging.Formatter):
    """One event as a line of text, with the places of a fault below it."""

    def __init__(self, *, told: bool = False) -> None:
        """Remember whether messages of faults are told."""
        super().__init__()
        self.told = told

    def format(self, record: logging.LogRecord) -> str:
        """Return the event as text."""
        parts = Event(record, told=self.told).parts
        extra = " ".join(f"{name}={parts[name]}" for name in (*ALSO, "spoor") if name in parts)
        head = f"{parts['tijd']} {parts['niveau']} {parts['bron']}: {parts['bericht']} {extra}"
        return "\n".join([head.rstrip(), *_below(parts.get("fout"))])


def _below(found: dict[str, Any] | None) -> list[str]:
    """Return the lines that tell a fault and its causes."""
    lines: list[str] = []
    while found:
        said = (found["soort"], found.get("code", ""), found.get("bericht", ""))
        lines.append("  " + " ".join(one for one in said if one))
        lines += [f"    {place}" for place in found["plaatsen"]]
        found = found.get("door")
    return lines


def tell_faults() -> None:
    """Let a fault that stops a process or a thread be told like any other: without its message."""
    log = logging.getLogger("openlea")

    def stop(_: type[BaseException], error: BaseException, __: Any) -> None:
        log.critical("the process stopped", exc_info=(type(error), error, error.__traceback__))

    def stop_thread(args: threading.ExceptHookArgs) -> None:
        error = args.exc_value
        if error is not None:
            log.error("a thread stopped", exc_info=(type(error), error, args.exc_traceback))

    sys.excepthook, threading.excepthook = stop, stop_thread


def logging_config(vorm: str, known: tuple[str, ...], *, told: bool) -> dict[str, Any]:
    """Return how everything that this program says goes out: one handler, to stderr.

    `known` are the secrets of this installation, which no line may hold.
    """
    formatter = Jsonregel if vorm == "json" else Tekstregel
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"kaal": {"()": "openlea.web.privacy.WithoutKeys", "known": known}},
        "formatters": {"regel": {"()": formatter, "told": told}},
        "handlers": {
            "screen": {
                "class": "logging.StreamHandler",
                "filters": ["kaal"],
                "formatter": "regel",
            }
        },
        "root": {"handlers": ["screen"], "level": "WARNING"},
        # A fault of ours is told where the site runs; what a visitor does wrong is in the line of
        # the request alone.
        "loggers": {
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "CRITICAL"},
            # The server before this program may not say more than the program itself.
            "_granian": {"handlers": [], "level": "WARNING", "propagate": True},
            "openlea": {"level": "INFO"},
            "openlea.verzoek": {"level": "INFO" if vorm == "json" else "WARNING"},
        },
    }
