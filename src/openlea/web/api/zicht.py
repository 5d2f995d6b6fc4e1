"""Who asks through the interface, of which werkruimte, and how far that sight reaches."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.http import http_date

from openlea.core.errors import NotAllowed, NotFound, OpenLeaError
from openlea.policy.cijferzicht import shows_own
from openlea.policy.rechten import Actor, Noun, Recht, Scope, Verb
from openlea.services.log_reading import Inzage, log_reading
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures
from openlea.storage.records.models import Werkruimte
from openlea.web.actor import Asker, actor_for

CIJFER_ZIEN = (Noun.CIJFER, Verb.ZIEN)
GEEN_WERKRUIMTE = "Deze werkruimte is er niet."


class NotKnown(OpenLeaError):
    """Nobody knows who asks this, and it isn't for everybody."""


class Vraag(HttpRequest):
    """A request that passed the door: as whom its key acts, and what the answer needs."""

    sleutel: Actor | None
    is_prive: bool
    gewijzigd: int | None
    koppen: dict[str, str]


@dataclass(frozen=True, slots=True)
class Zicht:
    """The layer of figures that is read, and how far the right reaches there."""

    laag: str
    scope: Scope


def sight(vraag: Vraag, werkruimte: str | None, recht: Recht) -> Zicht:
    """Return the sight on what is open to all or, when one is named, on that of a werkruimte."""
    if werkruimte is None:
        return Zicht(LANDELIJK, Scope.OPENBAAR)
    asker = asker_in(vraag, werkruimte, recht)
    scope = asker.actor.scope(*recht)
    return Zicht(asker.werkruimte.slug if shows_own(scope) else LANDELIJK, scope)


def sight_on_figures(vraag: Vraag, werkruimte: str | None) -> Zicht:
    """Return the sight on figures, and date the answer by the last time that they were computed."""
    zicht = sight(vraag, werkruimte, CIJFER_ZIEN)
    moments = [one.moment for one in open_figures(zicht.laag).versions().values()]
    if moments:
        vraag.gewijzigd = int(max(moments).timestamp())
        vraag.koppen["Last-Modified"] = http_date(vraag.gewijzigd)
    return zicht


def asker_in(vraag: Vraag, slug: str, recht: Recht) -> Asker:
    """Return who asks in a werkruimte.

    A key acts as its membership and nowhere else; without one it's who is signed in. NotKnown for
    a stranger, NotFound where one has nothing to find, NotAllowed without the right.
    """
    vraag.is_prive = True
    asker = _keyed(vraag.sleutel, slug) if vraag.sleutel else actor_for(vraag, slug)
    stranger = vraag.sleutel is None and not vraag.user.is_authenticated
    if stranger and (asker is None or not asker.actor.may(*recht)):
        raise NotKnown("Stuur de sleutel van een werkruimte mee: Authorization: Bearer <sleutel>.")
    if asker is None:
        raise NotFound(GEEN_WERKRUIMTE)
    allowed = asker.actor.may(*recht)
    met = "met een sleutel" if vraag.sleutel else ""
    look = Inzage(waar=vraag.path, noun=recht[0], is_geweigerd=not allowed, met=met)
    log_reading(asker.actor, look)
    if not allowed:
        raise NotAllowed("Je rol geeft hier geen recht op.")
    return asker


def _keyed(actor: Actor, slug: str) -> Asker | None:
    found = Werkruimte.objects.filter(slug=slug, pk=actor.werkruimte).first()
    return Asker(found, actor) if found else None
