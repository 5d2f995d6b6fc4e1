"""The way a number came: from a file to a table, from there to rows, and to the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse

from openlea.core.bron import Definitief
from openlea.core.cijfer import Cijfer
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import listing
from openlea.services.verklaring.verklaring import Herkomst
from openlea.storage.figures.rekenwijze import Rekenwijze
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.web.pages.verklaar.noten import KORT
from openlea.web.route import LeaRequest

EDITIES = 3
"""More editions than this are told as first to last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schakel:
    """One file and the table that it became; `url` is the page of the source."""

    herkomst: Herkomst
    url: str
    eerder: tuple[tuple[int, datetime], ...]

    @property
    def kort(self) -> str:
        """Return the beginning of the mark of the file."""
        return self.herkomst.lading.sha256[:KORT]

    @property
    def is_adres(self) -> bool:
        """Say whether the file can be fetched where it came from."""
        return self.herkomst.lading.adres.startswith(("https://", "http://"))

    @property
    def edities(self) -> str:
        """Return which editions the load brought."""
        named = [periode_tekst(one) for one in self.herkomst.lading.edities]
        return listing(named) if len(named) <= EDITIES else f"{named[0]} tot en met {named[-1]}"

    @property
    def is_voorlopig(self) -> bool:
        """Say whether the publisher may still change it."""
        return self.herkomst.lading.definitief is Definitief.VOORLOPIG

    @property
    def is_eigen(self) -> bool:
        """Say whether it's a table of the werkruimte itself."""
        return self.herkomst.versie.laag != "landelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keten:
    """The links, the rows that were used of how many, and when it was reckoned."""

    schakels: tuple[Schakel, ...]
    gebruikt: int
    rijen: int
    afgekeurd: int
    berekend_op: datetime | None

    @property
    def is_voorlopig(self) -> bool:
        """Say whether any part of it may still change."""
        return any(one.is_voorlopig for one in self.schakels)


def chain_of(
    request: LeaRequest, cijfer: Cijfer, herkomst: Sequence[Herkomst], made: Rekenwijze | None
) -> Keten:
    """Return the way of a number; links to sources only for who may see those."""
    return Keten(
        schakels=tuple(_link(request, one) for one in herkomst),
        gebruikt=cijfer.rijen,
        rijen=sum(one.lading.rijen for one in herkomst),
        afgekeurd=sum(one.lading.afgekeurd for one in herkomst),
        berekend_op=made.moment if made else None,
    )


def _link(request: LeaRequest, one: Herkomst) -> Schakel:
    others = open_warehouse().own_versions(one.versie.bron, one.versie.laag)
    return Schakel(
        herkomst=one,
        url=source_url(request, one.versie.bron),
        eerder=tuple(
            (each.versie, each.lading.moment) for each in others if each.versie < one.lading.versie
        ),
    )


def source_url(request: LeaRequest, bron: str) -> str:
    """Return the page of a source; empty for who may not see it, or when there is no page yet."""
    return _page(request, "bron", bron, Verb.ZIEN)


def upload_url(request: LeaRequest, bron: str) -> str:
    """Return the page where a file of a source is read in; empty for who may not do that."""
    return _page(request, "bron_inlezen", bron, Verb.WIJZIGEN)


def _page(request: LeaRequest, name: str, bron: str, verb: Verb) -> str:
    if not request.actor.may(Noun.BRON, verb):
        return ""
    try:
        return reverse(name, args=[request.werkruimte.slug, bron])
    except NoReverseMatch:
        return ""
