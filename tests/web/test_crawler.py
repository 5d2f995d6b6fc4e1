"""Who follows every link and sends every question form is never refused, and nothing breaks.

Per role, from the first page, through the whole site. Of the many addresses of one page (a hundred
actions) a few are opened, chosen by how they are made and not by chance.
"""

import os
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Deling, Werkruimte
from tests.web.lek_merken import MARK, mark_werkruimte
from tests.web.test_leaks import words
from tests.world import World

PER_PAGE = {LidRol.AGENDABEHEERDER: 2, LidRol.PARTNER: 2}
"""How many addresses of one page are opened, beside those with another question behind the '?'; one
for who is not named here."""
MOST = 400
ON_POSTGRESQL = (LidRol.AGENDABEHEERDER, LidRol.ANALIST, LidRol.PLAATSER)
"""Between them they open every page of the house once more, on the second database."""
WHO = ON_POSTGRESQL if os.environ.get("OPENLEA_SUITE") == "postgresql" else tuple(LidRol)


@dataclass
class Formulier:
    """A form that asks: where it goes and what stands in it."""

    naar: str
    velden: dict[str, str] = field(default_factory=dict)


class Bladzijde(HTMLParser):
    """The links and the question forms of one page."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Formulier] = []
        self._form: Formulier | None = None
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what leads somewhere."""
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and said.get("href"):
            self.links.append(said["href"])
        elif tag == "form":
            asks = said.get("method", "get").lower() == "get"
            self._form = Formulier(said.get("action", "")) if asks else None
        elif self._form is not None:
            self._ask(tag, said)

    def _ask(self, tag: str, said: dict[str, str]) -> None:
        form = self._form
        assert form is not None
        if tag == "select":
            self._select = said.get("name", "")
        elif tag == "option" and self._select:
            if "selected" in said or self._select not in form.velden:
                form.velden[self._select] = said.get("value", "")
        elif tag in {"input", "textarea"} and said.get("name"):
            boxed = said.get("type") in {"checkbox", "radio"} and "checked" not in said
            if not boxed:
                form.velden[said["name"]] = said.get("value") or (
                    "a" if said.get("type", "text") in {"text", "search"} else ""
                )

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a list."""
        if tag == "form" and self._form is not None:
            self.forms.append(self._form)
            self._form = None
        elif tag == "select":
            self._select = ""

    def leads_to(self) -> Iterator[str]:
        """Yield every address that somebody reaches from here without changing anything."""
        yield from self.links
        for form in self.forms:
            asked = {name: value for name, value in form.velden.items() if value}
            yield f"{form.naar or '?'}{'' if '?' in form.naar else '?'}{urlencode(asked)}"


@dataclass
class Kruiper:
    """One role on its way through the site."""

    client: Client
    per_page: int = 1
    faults: list[str] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)

    def crawl(self, first: str) -> None:
        """Open everything that can be reached from the first page."""
        todo, seen = deque([(first, "the first page")]), {first}
        while todo and sum(self.opened.values()) < MOST:
            url, came = todo.popleft()
            name = self._name(url)
            if name is None or self.opened[name] >= self.per_page:
                continue
            self.opened[name] += 1
            for found in self._open(url, came):
                if found not in seen:
                    seen.add(found)
                    todo.append((found, url))

    def _name(self, url: str) -> str | None:
        """Return the name of the page at an address, apart with and without a question."""
        parts = urlsplit(url)
        # What programs ask is tried by questions made from its description, in test_api_fuzz.
        if parts.netloc or parts.path.startswith(("/static/", "/api/v1/")):
            return None
        try:
            found = resolve(parts.path).view_name
        except Resolver404:
            found = parts.path
        return f"{found}?" if parts.query else found

    def _open(self, url: str, came: str) -> list[str]:
        answer = self.client.get(url)
        if answer.status_code in {301, 302}:
            return [urljoin(url, answer["Location"])]
        if answer.status_code >= 400 and not _is_told(answer.status_code, url):
            self.faults.append(f"{answer.status_code} at {url}, from {came}")
            return []
        if MARK.encode() in words(answer):
            self.faults.append(f"the mark of another werkruimte at {url}, from {came}")
        if not answer.get("Content-Type", "").startswith("text/html"):
            return []
        found = Bladzijde(answer.content.decode()).leads_to()
        return [urldefrag(urljoin(url, one)).url for one in found if not _leaves(one)]


def _is_told(code: int, url: str) -> bool:
    """Return whether a question may be refused: a form with an odd answer says what is wrong."""
    return bool(urlsplit(url).query) and code in {400, 422}


def _leaves(address: str) -> bool:
    return address.startswith(("mailto:", "tel:", "data:", "http:", "https:"))


@pytest.mark.parametrize("rol", WHO)
def test_every_link_that_somebody_is_shown_opens_for_that_one(
    hilversum: World, rol: LidRol
) -> None:
    Deling.objects.all().delete()
    mark_werkruimte(Werkruimte.objects.exclude(pk=hilversum.werkruimte.pk).get().pk)
    if rol is LidRol.PUBLIEK:
        Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(openbaar=True)
    client = hilversum.client(rol)
    client.raise_request_exception = False
    kruiper = Kruiper(client, PER_PAGE.get(rol, 1))
    kruiper.crawl("/")
    assert not kruiper.faults, "\n".join(kruiper.faults)
    assert len(kruiper.opened) > 12
