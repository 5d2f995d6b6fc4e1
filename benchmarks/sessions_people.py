"""People at work: each signs in, looks around, thinks, and some of them write."""

import random
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx

PATIENCE = 60.0
THINK = (2.0, 6.0)
WRITE_SHARE = 0.4
PAGES = {  # what people look at, and how often beside the others
    "vandaag": ("", 4),
    "agenda": ("agenda/", 4),
    "actie": ("actie/{code}/", 6),
    "rooster": ("agenda/rooster/", 1),
    "zoeken": ("zoeken/?q=taal", 2),
    "cijfers": ("cijfers/", 3),
    "taken": ("taken/", 2),
    "overleg": ("overleg/", 2),
    "mijn acties": ("mijn/", 2),
}
FINE = {200, 302, 403, 404}
"""403 and 404 are answers too: not every role sees every page."""


class Form(HTMLParser):
    """Reads the fields of every form on a page, as a browser would send them."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.kinds: dict[str, str] = {}
        self._area = self._select = ""
        self.feed(page)

    def with_field(self, name: str) -> dict[str, str]:
        """Return the fields of the first form that has this one; {} when there is none."""
        return next((one for one in self.forms if name in one), {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one tag."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif self.forms and tag == "input":
            self._input(said)
        elif self.forms and tag == "textarea":
            self._area = said.get("name", "")
            self.forms[-1][self._area] = ""
        elif tag == "select":
            self._select = said.get("name", "")
        elif self.forms and tag == "option" and self._select:
            self._option(said)

    def handle_endtag(self, tag: str) -> None:
        """Leave a text box or a list."""
        if tag == "textarea":
            # A browser leaves out the first line end of a text box.
            self.forms[-1][self._area] = self.forms[-1][self._area].removeprefix("\n")
            self._area = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        """Take in the text of a text box."""
        if self._area:
            self.forms[-1][self._area] += data

    def _option(self, said: dict[str, str]) -> None:
        """Take the option that is chosen; without one a browser sends the first."""
        if "selected" in said or self._select not in self.forms[-1]:
            self.forms[-1][self._select] = said.get("value", "")

    def _input(self, said: dict[str, str]) -> None:
        kind, name = said.get("type", "text"), said.get("name", "")
        if not name or kind in ("submit", "button", "file"):
            return
        if kind in ("checkbox", "radio") and "checked" not in said:
            return
        self.forms[-1][name] = said.get("value", "on" if kind == "checkbox" else "")
        self.kinds[name] = kind


@dataclass
class Diary:
    """What happened to one person: how long answers took, what was kept, what went wrong."""

    took: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    stand: int = 0
    remarks: list[str] = field(default_factory=list)
    conflicts: int = 0


class Person:
    """One browser with one account."""

    def __init__(self, url: str, world: dict[str, Any], who: dict[str, str]) -> None:
        """Open the browser."""
        self.http = httpx.Client(base_url=url, timeout=PATIENCE)
        self.world, self.who = world, who
        self.dice = random.Random(who["naam"])  # noqa: S311 - no secret, the same every run
        self.diary = Diary()

    def sign_in(self) -> None:
        """Sign in with the form, as anybody does."""
        page = self._ask("inlogscherm", "GET", "/inloggen/")
        read = Form(page.text if page else "")
        fields = read.with_field("csrfmiddlewaretoken")
        for name in list(fields):
            if read.kinds.get(name) == "password":
                fields[name] = self.world["wachtwoord"]
            elif name in ("username", "login", "email"):
                fields[name] = self.who["email"]
        answer = self._ask("inloggen", "POST", "/inloggen/", fields)
        if answer is not None and answer.status_code != 302:
            self.diary.failed.append(f"inloggen: {answer.status_code}")

    def work(self, end: float, *, over: threading.Event) -> None:
        """Look and write until the time is over."""
        names = list(PAGES)
        weights = [PAGES[one][1] for one in names]
        time.sleep(self.dice.uniform(0, THINK[1]))
        while time.monotonic() < end and not over.is_set():
            if self.who["actie"] and self.dice.random() < WRITE_SHARE:
                self._write()
            else:
                name = self.dice.choices(names, weights)[0]
                code = self.dice.choice(self.world["acties"])
                self._ask(name, "GET", self.world["pad"] + PAGES[name][0].format(code=code))
            time.sleep(self.dice.uniform(*THINK))
        self.http.close()

    def _write(self) -> None:
        if self.dice.random() < 0.5:
            self._change()
        else:
            self._remark()

    def _change(self) -> None:
        """Set one's own number one higher in the text of an action that others write in too."""
        path = f"{self.world['pad']}actie/{self.who['actie']}/wijzigen/"
        page = self._ask("formulier", "GET", path)
        fields = Form(page.text if page else "").with_field("omschrijving")
        if not fields:
            self.diary.failed.append("formulier: geen omschrijving")
            return
        mark = re.compile(rf"\n?\[{re.escape(self.who['naam'])}=\d+\]")
        text = mark.sub("", fields["omschrijving"])
        fields["omschrijving"] = f"{text}\n[{self.who['naam']}={self.diary.stand + 1}]"
        time.sleep(self.dice.uniform(0.2, 1.0))
        answer = self._ask("wijzigen", "POST", path, fields, also={409})
        if answer is None:
            return
        if answer.status_code == 302:
            self.diary.stand += 1
        elif answer.status_code == 409:
            self.diary.conflicts += 1

    def _remark(self) -> None:
        path = f"{self.world['pad']}actie/{self.who['actie']}/"
        page = self._ask("actie", "GET", path)
        fields = Form(page.text if page else "").with_field("tekst")
        fields["tekst"] = f"meting {secrets.token_hex(8)}"
        answer = self._ask("opmerking", "POST", f"{path}opmerking/", fields)
        if answer is not None and answer.status_code == 302:
            self.diary.remarks.append(fields["tekst"])

    def _ask(
        self,
        name: str,
        method: str,
        path: str,
        fields: dict[str, str] | None = None,
        also: frozenset[int] | set[int] = frozenset(),
    ) -> httpx.Response | None:
        began = time.monotonic()
        origin = {"Origin": str(self.http.base_url).rstrip("/")} if fields is not None else {}
        try:
            answer = self.http.request(method, path, data=fields, headers=origin)
        except httpx.HTTPError as error:
            self.diary.failed.append(f"{name}: {type(error).__name__}")
            return None
        self.diary.took.setdefault(name, []).append(time.monotonic() - began)
        allowed = FINE if fields is None else {302} | also
        if answer.status_code not in allowed:
            self.diary.failed.append(f"{name}: {answer.status_code}")
        return answer
