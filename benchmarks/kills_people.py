"""People who go on writing while parts of the site are killed, and remember what was confirmed."""

import secrets
import threading
import time
from typing import Any

import httpx

from benchmarks.sessions_people import Form, Person


class Outages:
    """Counts begins and ends of outages: while the count is odd something is down."""

    def __init__(self) -> None:
        """Begin with everything up."""
        self.count = 0

    def began(self) -> None:
        """Note that something is about to be killed."""
        self.count += 1

    def ended(self) -> None:
        """Note that all answers again."""
        self.count += 1


class Down(Exception):
    """An answer did not come, or was an error, while something was down."""


class Writer(Person):
    """Signs in by the form, places remarks and changes a text; tries again after an outage."""

    def __init__(
        self, url: str, world: dict[str, Any], who: dict[str, str], outages: Outages
    ) -> None:
        """Open the browser."""
        super().__init__(url, world, who)
        self.outages = outages
        self.tried: list[str] = []
        self.broken = 0

    def sign_in(self) -> None:
        """Sign in, and again as long as something is down."""
        while True:
            try:
                return super().sign_in()
            except Down:
                time.sleep(0.3)

    def work(self, end: float, *, over: threading.Event) -> None:
        """Write until it is over."""
        while not over.is_set() and time.monotonic() < end:
            try:
                self._write()
            except Down:
                self.broken += 1
                time.sleep(0.3)
            time.sleep(self.dice.uniform(0.05, 0.4))
        self.http.close()

    def _remark(self) -> None:
        """Place a remark; it was confirmed when the answer sends the browser on."""
        path = f"{self.world['pad']}actie/{self.who['actie']}/"
        page = self._ask("actie", "GET", path)
        fields = Form(page.text if page else "").with_field("tekst")
        fields["tekst"] = f"meting {secrets.token_hex(8)}"
        self.tried.append(fields["tekst"])
        answer = self._ask("opmerking", "POST", f"{path}opmerking/", fields)
        if answer is not None and answer.status_code == httpx.codes.FOUND:
            self.diary.remarks.append(fields["tekst"])

    def _ask(
        self,
        name: str,
        method: str,
        path: str,
        fields: dict[str, str] | None = None,
        also: frozenset[int] | set[int] = frozenset(),
    ) -> httpx.Response | None:
        """Ask as a person does; what fails while something is down does not count as an error."""
        before, count = len(self.diary.failed), self.outages.count
        answer = super()._ask(name, method, path, fields, also)
        touched = count % 2 == 1 or self.outages.count != count
        if touched and (answer is None or answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR):
            del self.diary.failed[before:]
            raise Down
        return answer
