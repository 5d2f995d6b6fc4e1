"""Finds a gemeente, school or region by its name or code, to look at its figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.plaatsnamen import Plaatsnamen, read_plaatsnamen
from openlea.core.plaatsspelling import fold
from openlea.core.place import Place, PlaceKey, PlaceKind
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.store import FigureStore
from openlea.web.pages.cijfers.adres import profiel_adres
from openlea.web.pages.cijfers.stand import called

KORTSTE, MEESTE = 2, 40
GEBIEDEN = (PlaceKind.PROVINCIE, PlaceKind.RMC, PlaceKind.SWV, PlaceKind.BESTUUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """A place that was found: what kind, its name, where it lies, its address."""

    soort: str
    naam: str
    waar: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """What was found, and a sentence when a gemeente isn't simply one of today."""

    treffers: tuple[Treffer, ...] = ()
    uitleg: str = ""
    meer: bool = False


def find(slug: str, question: str, store: FigureStore) -> Gevonden:
    """Return the places that fit a question; what is too short finds nothing."""
    if len(fold(question)) < KORTSTE:
        return Gevonden()
    namen = read_plaatsnamen(find_roots(settings.CATALOGUE))
    gemeenten = [*namen.suggest(question), *_beginning(namen, question)]
    first = [_gemeente(slug, one) for one in dict.fromkeys(gemeenten)]
    others = list(_others(slug, question, namen, store))
    meant = namen.meant(question)
    return Gevonden(
        treffers=tuple([*first, *others][:MEESTE]),
        uitleg=namen.explain(question) if meant else "",
        meer=len(first) + len(others) > MEESTE,
    )


def _beginning(namen: Plaatsnamen, question: str) -> Iterator[Place]:
    """Yield the gemeenten of today whose name holds the question."""
    key = fold(question)
    for place in sorted(namen.places.values(), key=lambda one: one.naam):
        if place.valid_to is None and key in fold(place.naam):
            yield place


def _gemeente(slug: str, place: Place) -> Treffer:
    return Treffer(
        soort=PlaceKind.GEMEENTE.label,
        naam=place.naam,
        waar="",
        url=profiel_adres(slug, place.key),
    )


def _others(slug: str, question: str, namen: Plaatsnamen, store: FigureStore) -> Iterator[Treffer]:
    """Yield the regions and then the schools whose name or code holds the question."""
    key = fold(question)
    for kind in (*GEBIEDEN, PlaceKind.SCHOOL):
        for one in store.places(kind):
            if key in fold(one.naam) or key == fold(one.key.code):
                yield _treffer(slug, one, namen)


def _treffer(slug: str, one: Plaats, namen: Plaatsnamen) -> Treffer:
    gemeente = PlaceKey(PlaceKind.GEMEENTE, one.gemeente) if one.gemeente else None
    found = namen.places.get(gemeente) if gemeente else None
    return Treffer(
        soort=one.key.kind.label,
        naam=called(one),
        waar=found.naam if found else "",
        url=profiel_adres(slug, one.key),
    )
