"""People who write in one meeting as the page does: keep, send, send again, and look what is new.

Each writes a line every second or so, tells that it types, and asks what is new every three
seconds. One in ten answers gets lost on the way back: then the same line is sent again.
"""

import json
import random
import secrets
import threading
import time
from dataclasses import dataclass, field, replace
from typing import Any, Self

import httpx

LOST_SHARE = 0.1
LOOK_EVERY = 3.0
WRITE_EVERY = 1.0
PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who is signed in."""

    naam: str
    session: str


@dataclass(frozen=True, slots=True)
class Table:
    """A meeting that goes on: its address, its items and who writes."""

    path: str
    punten: tuple[int, ...]
    writers: tuple[Writer, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "path": self.path,
            "punten": self.punten,
            "writers": [[one.naam, one.session] for one in self.writers],
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """Return what `as_json` told."""
        writers = tuple(Writer(naam, session) for naam, session in told["writers"])
        return cls(told["path"], tuple(told["punten"]), writers)


@dataclass(frozen=True, slots=True)
class Report:
    """What happened: the lines that the server said it kept, and how long answers took."""

    keys: list[str]
    took: list[float]
    looked: list[float]
    again: int
    failed: list[str]
    told_of_others: int
    writers: int
    lost: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)

    def counted(self, kept: dict[str, int]) -> "Report":
        """Return the report with what the database really holds."""
        lost = [key for key in self.keys if key not in kept]
        return replace(self, lost=lost, double=[key for key, many in kept.items() if many > 1])

    @property
    def is_sound(self) -> bool:
        """Return whether every line was kept once, and every writer was told of the others."""
        everybody = self.told_of_others == self.writers
        return bool(self.keys) and not (self.lost or self.double or self.failed) and everybody

    def told(self) -> str:
        """Return it in one paragraph."""
        return (
            f"{self.writers} schrijvers, {len(self.keys)} regels: {len(self.lost)} kwijt, "
            f"{len(self.double)} dubbel, {self.again} nog eens verstuurd, "
            f"{len(self.failed)} fouten; "
            f"{self.told_of_others} van {self.writers} zagen dat een ander ook schreef. Bewaren: "
            f"{_at(self.took, 0.5):.0f} ms in het midden, {_at(self.took, 0.95):.0f} ms bij 95%, "
            f"{_at(self.took, 1):.0f} ms hoogstens. Kijken ({len(self.looked)} keer): "
            f"{_at(self.looked, 0.5):.0f} ms, {_at(self.looked, 0.95):.0f} ms bij 95%."
        )


def write_along(url: str, table: Table, seconds: float) -> Report:
    """Let everybody write for so many seconds and return what happened."""
    end = time.monotonic() + seconds
    people = [_Person(url, table, one, end) for one in table.writers]
    threads = [threading.Thread(target=person.run) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Report(
        keys=[key for one in people for key in one.keys],
        took=sorted(took for one in people for took in one.took),
        looked=sorted(took for one in people for took in one.looked),
        again=sum(one.again for one in people),
        failed=[why for one in people for why in one.failed],
        told_of_others=sum(one.was_told for one in people),
        writers=len(people),
    )


class _Person:
    """One browser: it keeps a line until the server said that it has it."""

    def __init__(self, url: str, table: Table, writer: Writer, end: float) -> None:
        token = secrets.token_hex(16)
        self.http = httpx.Client(
            base_url=url + table.path,
            cookies={"sessionid": writer.session, "csrftoken": token},
            headers={"X-CSRFToken": token, "Accept": "application/json"},
            timeout=PATIENCE,
        )
        self.table, self.writer, self.end = table, writer, end
        self.dice = random.Random(writer.naam)  # noqa: S311 - no secret, the same every run
        self.keys: list[str] = []
        self.took: list[float] = []
        self.looked: list[float] = []
        self.failed: list[str] = []
        self.again, self.was_told, self.mark = 0, False, ""

    def run(self) -> None:
        """Write and look until the time is over."""
        next_look = time.monotonic()
        with self.http:
            while time.monotonic() < self.end:
                punt = self.dice.choice(self.table.punten)
                self._post("schrijft/", {"punt": punt, "typt": "1"})
                self._write(punt)
                if time.monotonic() >= next_look:
                    self._look(punt)
                    next_look = time.monotonic() + LOOK_EVERY
                time.sleep(self.dice.uniform(0.5, 1.5) * WRITE_EVERY)

    def _write(self, punt: int) -> None:
        key = secrets.token_hex(16)
        line = {"punt": punt, "sleutel": key, "tekst": f"{self.writer.naam}: {len(self.keys)}"}
        while True:
            began = time.monotonic()
            answer = self._post("regels/", line)
            if answer is not None and answer.status_code == 201:
                self.took.append(1000 * (time.monotonic() - began))
                # The answer got lost on its way: the page sends the same line again.
                if self.dice.random() < LOST_SHARE:
                    self.again += 1
                    continue
                self.keys.append(key)
                return
            if answer is not None and answer.status_code < 500:
                self.failed.append(f"{answer.status_code}: {answer.text[:200]}")
                return
            self.again += 1
            time.sleep(0.5)

    def _look(self, punt: int) -> None:
        began = time.monotonic()
        asked = {"If-None-Match": self.mark} if self.mark else {}
        try:
            answer = self.http.get("stand.json", params={"punt": punt}, headers=asked)
        except httpx.HTTPError:
            return
        self.looked.append(1000 * (time.monotonic() - began))
        if answer.status_code == 200:
            self.mark = answer.headers["ETag"]
            writing = json.loads(answer.text)["delen"]["schrijvers"]
            self.was_told = self.was_told or "ook bij dit punt" in writing

    def _post(self, path: str, data: dict[str, Any]) -> httpx.Response | None:
        try:
            return self.http.post(path, data=data)
        except httpx.HTTPError:
            return None


def _at(times: list[float], share: float) -> float:
    """Return the time that this share of the answers stayed under."""
    return times[min(int(share * len(times)), len(times) - 1)] if times else 0.0
