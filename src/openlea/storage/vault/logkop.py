"""The marks beside the keys: where each chain of the log ended, so that a cut tail shows."""

import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from openlea.core.logboek import Kopmerk

SLEUTEL = re.compile(r"sleutel ([0-9a-f]{32})")
MERK = re.compile(r"(kop|begin|herstel) (\S+) (\d+) ([0-9a-f]{64}|)")


def mark_file() -> Path:
    """Return where the marks are; the file is only ever added to."""
    return Path(settings.SLEUTELS) / "logboek.kop"


def seconds_since_mark() -> float:
    """Return how long ago the last mark was written; infinite when there is none."""
    try:
        return time.time() - mark_file().stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def read_marks() -> tuple[str, list[Kopmerk]]:
    """Return the fingerprint of the key the file began with ('' without one), and the marks.

    A line that was broken off by a power cut is skipped: the one before it still counts.
    """
    try:
        lines = mark_file().read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return "", []
    keys = [found[1] for line in lines if (found := SLEUTEL.fullmatch(line))]
    return (keys or [""])[0], [
        Kopmerk(soort=found[1], keten=found[2], volgnummer=int(found[3]), zegel=found[4])
        for line in lines
        if (found := MERK.fullmatch(line))
    ]


def add_marks(merken: Iterable[Kopmerk], fingerprint: str) -> None:
    """Add marks and make sure that they are on the disk; a new file begins with the key's print."""
    text = "".join(f"{one.soort} {one.keten} {one.volgnummer} {one.zegel}\n" for one in merken)
    file = mark_file()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if not os.fstat(opened).st_size:
            text = f"sleutel {fingerprint}\n{text}"
        os.write(opened, text.encode("ascii"))
        os.fsync(opened)
    finally:
        os.close(opened)
