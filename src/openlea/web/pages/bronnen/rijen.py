"""Rows on the page of a source: what was rejected and why, and the first rows of an open table."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from openlea.core.bron import Afgekeurd, Klasse
from openlea.services.list_rejected import Redentelling, list_rejected
from openlea.services.show_rows import Voorbeeld, show_rows
from openlea.web.pages.bronnen.stand import Bronstand

PER_PAGE = 50
MOST_REASONS = 10


@dataclass(frozen=True, slots=True)
class Afkeurblad:
    """The rejected rows of a version: a page of them, and how many had which reason."""

    versie: int
    pagina: Page[Afgekeurd]
    redenen: tuple[Redentelling, ...]
    vraag: str


def rejected_page(stand: Bronstand, versie: int | None, pagina: str) -> Afkeurblad | None:
    """Return the rejected rows of a version; None when none was rejected."""
    if not stand.overzicht.versies:
        return None
    found = list_rejected(stand.id, versie, stand.laag)
    if not found.rijen:
        return None
    return Afkeurblad(
        versie=stand.overzicht.versies[0].versie if versie is None else versie,
        pagina=Paginator(found.rijen, PER_PAGE).get_page(pagina),
        redenen=found.redenen[:MOST_REASONS],
        vraag="" if versie is None else f"versie={versie}&",
    )


def example_rows(stand: Bronstand) -> Voorbeeld | None:
    """Return the first rows of a table that anyone may see."""
    open_to_all = stand.overzicht.source.bron.klasse is Klasse.OPEN
    if not open_to_all or not stand.overzicht.versies:
        return None
    return show_rows(stand.id, stand.laag)
