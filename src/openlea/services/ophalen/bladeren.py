"""Walks through the pages of an answer, and notices when there is no end to them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.klacht import LATER

Rows = list[dict[str, Any]]


class Bladzijden:
    """Which pages came so far; refuses one that came before, and more than there can be."""

    def __init__(self, haler: Haler) -> None:
        """Begin without any page."""
        self._haler = haler
        self._addresses: set[str] = set()
        self._contents: set[bytes] = set()

    def turn_to(self, adres: str) -> None:
        """Note the address of a next page; a fault when it came before or there are too many."""
        if adres in self._addresses:
            raise self._endless("dezelfde bladzijde komt twee keer langs")
        if len(self._addresses) >= self._haler.wijze.most_pages:
            raise self._endless(f"er zijn meer dan {len(self._addresses)} bladzijden")
        self._addresses.add(adres)

    def note(self, inhoud: bytes, rows: Rows, *, more: bool) -> None:
        """Note what a page held; a fault when it held nothing new and yet says there is more."""
        if more and not rows:
            raise self._endless("een bladzijde is leeg en verwijst toch verder")
        mark = sha256(inhoud).digest()
        if rows and mark in self._contents:
            raise self._endless("een bladzijde brengt geen nieuwe rijen")
        self._contents.add(mark)

    def _endless(self, why: str) -> BadFile:
        return self._haler.fault(f"Het bladeren door de bron houdt niet op: {why}.", LATER)


def walk(haler: Haler, adres: str, link: str) -> Iterator[tuple[bytes, Rows]]:
    """Yield each page of an OData answer as received, and its rows; `link` names the next one."""
    pages = Bladzijden(haler)
    here = adres
    while here:
        pages.turn_to(here)
        answer = haler.ask(here, accept="application/json")
        found = answer.json()
        rows = answer.rows(found, "value")
        following = found.get(link)
        pages.note(_without_link(found, link), rows, more=bool(following))
        yield answer.inhoud, rows
        here = haler.beside(here, following) if following else ""


def filled(pages: Iterable[tuple[bytes, Rows]]) -> list[bytes]:
    """Return the pages that hold a row, as received; their rows aren't kept, they are many."""
    return [inhoud for inhoud, rows in pages if rows]


def as_files(haler: Haler, naam: str, pages: Iterable[bytes]) -> tuple[Bestand, ...]:
    """Return the pages as files 'naam-1.json' and on; a fault when there isn't a single one."""
    files = tuple(
        Bestand(naam=f"{naam}-{number}.json", inhoud=inhoud)
        for number, inhoud in enumerate(pages, start=1)
    )
    if not files:
        raise haler.fault(f"De lijst {naam} geeft geen enkele rij op deze vraag.")
    return files


def _without_link(found: dict[str, Any], link: str) -> bytes:
    """Return what a page says apart from where the next one is."""
    return repr([value for key, value in found.items() if key != link]).encode()
