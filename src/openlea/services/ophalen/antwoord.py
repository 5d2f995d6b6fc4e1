"""One answer of a publisher, and how to see that it isn't what was asked for."""

import json
from dataclasses import dataclass
from typing import Any

from openlea.services.ophalen.klacht import LATER, by_hand, complaint

_HTML = (b"<!doctype html", b"<html")
ZIPPED = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """The bytes of an answer, by whom, from where, and the mark by which it is known again.

    `onveranderd` means: not sent, because nothing changed since the mark that was given.
    """

    bron: str
    pagina: str
    adres: str
    inhoud: bytes
    kenmerk: str = ""
    onveranderd: bool = False

    def file(self) -> bytes:
        """Return the bytes of a published file; BadFile when it is empty or a web page."""
        self._refuse_empty()
        self._refuse_page()
        return self.inhoud

    def json(self) -> dict[str, Any]:
        """Return the answer as an object; BadFile when it is none, or broke off."""
        self._refuse_empty()
        self._refuse_page()
        try:
            found = json.loads(self.inhoud.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            reden = f"Het antwoord van {self.adres} breekt af of is geen JSON."
            raise complaint(self.bron, reden, LATER) from error
        if not isinstance(found, dict):
            reden = f"Het antwoord van {self.adres} heeft een andere vorm dan afgesproken."
            raise complaint(self.bron, reden, self._by_hand())
        return found

    def rows(self, found: dict[str, Any], key: str) -> list[dict[str, Any]]:
        """Return the list of rows in an object; BadFile when there is none."""
        rows = found.get(key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            reden = f"In het antwoord van {self.adres} ontbreekt de lijst '{key}'."
            raise complaint(self.bron, reden, self._by_hand())
        return rows

    def _refuse_empty(self) -> None:
        if not self.inhoud.strip():
            raise complaint(self.bron, f"Het antwoord van {self.adres} is leeg.", LATER)

    def _refuse_page(self) -> None:
        start = self.inhoud[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        if start.startswith(_HTML):
            reden = f"{self.adres} stuurt een webpagina in plaats van gegevens."
            raise complaint(self.bron, reden, self._by_hand())

    def _by_hand(self) -> str:
        return by_hand(self.bron, self.pagina)
