"""Reads all that a page says of a place, in a fixed number of reads, however large the place is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.band import Band
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.store import FigureStore
from openlea.web.getal import Getal, missing, shown
from openlea.web.pages.cijfers.adres import verklaar_adres
from openlea.web.pages.cijfers.gelijken import comparable
from openlea.web.pages.cijfers.vergelijking import Vergelijking, held_to
from openlea.web.pages.verklaar.zicht import called as named
from openlea.web.pages.verklaar.zicht import read_shelf, seen_figures, seen_indicators
from openlea.web.route import LeaRequest

Reeks = tuple[Cijfer, ...]
"""The figures of one indicator for one place, oldest period first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A place with its figures, those of the places it's held to, and the cards of all."""

    slug: str
    plaats: Plaats
    kaarten: Mapping[str, IndicatorFile]
    vergelijking: Vergelijking
    eigen: Mapping[str, Reeks]
    anderen: Mapping[tuple[str, str], Sequence[Cijfer]] = field(repr=False)
    store: FigureStore = field(repr=False)

    @property
    def naam(self) -> str:
        """Return what the place is called; without a name its kind and its code."""
        return called(self.plaats)

    @property
    def key(self) -> PlaceKey:
        """Return the key of the place."""
        return self.plaats.key

    def latest(self, indicator: str) -> Cijfer | None:
        """Return the newest figure of an indicator."""
        found = self.eigen.get(indicator)
        return found[-1] if found else None

    def getal(self, indicator: str) -> Getal:
        """Return the newest figure as it's shown, or why there is none."""
        card, found = self.kaarten[indicator].card, self.latest(indicator)
        if found is None:
            return missing(card, self.key)
        return shown(found, card, verklaar_adres(self.slug, found))

    def band(self, indicator: str, periode: str) -> Band | None:
        """Return where the others lie in a period."""
        return self.vergelijking.band(self.anderen.get((indicator, periode), ()))

    def has_figure(self, indicator: str) -> bool:
        """Say whether there is a number of an indicator for this place."""
        found = self.latest(indicator)
        return found is not None and found.bereik is not None


def read_stand(request: LeaRequest, key: PlaceKey) -> Stand:
    """Return a place with the figures that one may see; NotFound when no table knows it."""
    slug = request.werkruimte.slug
    store = seen_figures(request)
    plaats = store.place(key)
    if plaats is None:
        raise NotFound(f"Over {key.kind.label.lower()} {key.code} is hier niets bekend.")
    kaarten = seen_indicators(request, read_shelf())
    vergelijking = held_to(plaats, _name_of_gemeente(store, plaats), _comparable(key, store))
    found = store.of_places([], [key, *vergelijking.anderen])
    return Stand(
        slug=slug,
        plaats=plaats,
        kaarten=kaarten,
        vergelijking=vergelijking,
        eigen=_by_indicator([one for one in found if one.plaats == key], kaarten),
        anderen=_by_period([one for one in found if one.plaats != key]),
        store=store,
    )


def called(plaats: Plaats) -> str:
    """Return the name of a place, or 'Schoolbestuur 41388' when no source names it."""
    return plaats.naam if plaats.naam != plaats.key.code else named(plaats.key)


def _comparable(key: PlaceKey, store: FigureStore) -> Sequence[PlaceKey]:
    return comparable(key, store.laag, store) if key.kind is PlaceKind.GEMEENTE else ()


def _name_of_gemeente(store: FigureStore, plaats: Plaats) -> Mapping[PlaceKey, str]:
    if plaats.gemeente is None:
        return {}
    found = store.place(PlaceKey(PlaceKind.GEMEENTE, plaats.gemeente))
    return {found.key: found.naam} if found else {}


def _by_indicator(cijfers: Sequence[Cijfer], kaarten: Mapping[str, object]) -> dict[str, Reeks]:
    found: dict[str, list[Cijfer]] = {}
    for one in cijfers:
        if one.indicator in kaarten:
            found.setdefault(one.indicator, []).append(one)
    return {name: tuple(sorted(some, key=_period)) for name, some in found.items()}


def _by_period(cijfers: Sequence[Cijfer]) -> dict[tuple[str, str], list[Cijfer]]:
    found: dict[tuple[str, str], list[Cijfer]] = {}
    for one in cijfers:
        found.setdefault((one.indicator, one.periode), []).append(one)
    return found


def _period(cijfer: Cijfer) -> str:
    return cijfer.periode
