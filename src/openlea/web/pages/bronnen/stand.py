"""How every source stands for a werkruimte: its own table when it has one, else the national."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from openlea.core.bron import Klasse
from openlea.core.errors import NotFound
from openlea.policy.bronstaat import BronStaat
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_sources import describe_sources
from openlea.services.kolommen.deel import part_of
from openlea.services.laden.overzicht import Bronoverzicht
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import GOED, LET_OP, RUST, Beeld

BEELDEN: Mapping[BronStaat, Beeld] = {
    BronStaat.VASTGEHOUDEN: Beeld("pauze", "Wacht op nakijken", LET_OP),
    BronStaat.GEWIJZIGD: Beeld("driehoek", "Veranderd bij de uitgever", LET_OP),
    BronStaat.VEROUDERD: Beeld("klok", "Verouderd", LET_OP),
    BronStaat.ONTBREEKT: Beeld("cirkel", "Nog niet ingelezen", RUST),
    BronStaat.ACTUEEL: Beeld("vinkje-rond", "Actueel", GOED),
}
"""What asks a person first stands first."""
ORDER = list(BEELDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronstand:
    """A source as a werkruimte sees it, with what waits and changed in the layer that counts."""

    overzicht: Bronoverzicht
    laag: str
    url: str

    @property
    def id(self) -> str:
        """Return the id of the source."""
        return self.overzicht.source.id

    @property
    def titel(self) -> str:
        """Return what it is called."""
        return self.overzicht.source.bron.titel

    @property
    def beeld(self) -> Beeld:
        """Return the icon and the word of its state."""
        return BEELDEN[self.overzicht.staat]

    @property
    def eigen(self) -> bool:
        """Say whether the table that counts is a file of this werkruimte itself."""
        return self.overzicht.geheel is not None and self.laag != LANDELIJK

    @property
    def edities(self) -> tuple[str, ...]:
        """Return the editions in words, newest first."""
        found = self.overzicht.geheel.lading.edities if self.overzicht.geheel else ()
        return tuple(periode_tekst(one) for one in sorted(found, reverse=True))

    @property
    def nieuwste(self) -> str:
        """Return the newest edition as it sorts."""
        return max(self.overzicht.geheel.lading.edities) if self.overzicht.geheel else ""

    @property
    def is_meegeleverd(self) -> bool:
        """Say whether it came with the product, and nobody loaded it here."""
        return is_shipped(self.overzicht.versies[0]) if self.overzicht.versies else False


def is_shipped(versie: Versie) -> bool:
    """Say whether a version is what the product ships."""
    return versie.versie == 0 and versie.laag == LANDELIJK


def may_see_own(request: LeaRequest) -> bool:
    """Say whether somebody may see what only this werkruimte has: not who reads what is public."""
    return request.actor.scope(Noun.BRON, Verb.ZIEN) not in (Scope.NIETS, Scope.OPENBAAR)


def read_standen(request: LeaRequest) -> tuple[Bronstand, ...]:
    """Return every source that this person may see, by title."""
    slug, within = request.werkruimte.slug, may_see_own(request)
    own = {one.source.id: one for one in describe_sources(slug)} if within else {}
    found = [
        _stand(slug, own.get(one.source.id), one)
        for one in describe_sources()
        if within or one.source.bron.klasse is Klasse.OPEN
    ]
    return tuple(sorted(found, key=lambda one: one.titel.casefold()))


def readable(request: LeaRequest, standen: Sequence[Bronstand]) -> tuple[Bronstand, ...]:
    """Return the sources that this person may read a file in for, whole or its own part."""
    actor = request.actor
    return tuple(one for one in standen if part_of(actor, one.overzicht.source) is not None)


def read_stand(request: LeaRequest, bron: str) -> Bronstand:
    """Return one source; NotFound when there is none, or when this person may not see it."""
    found = {one.id: one for one in read_standen(request)}
    if bron not in found:
        raise NotFound(f"Er is geen bron '{bron}'.")
    return found[bron]


def _stand(slug: str, own: Bronoverzicht | None, national: Bronoverzicht) -> Bronstand:
    make = partial(Bronstand, url=reverse("bron", args=[slug, national.source.id]))
    has_own = own is not None and any(one.laag == slug for one in own.versies)
    if own is not None and (has_own or own.vastgehouden or own.gewijzigd):
        return make(overzicht=own, laag=slug if has_own else LANDELIJK)
    return make(overzicht=national, laag=LANDELIJK)
