"""The same figure of others: comparable places as a band, and the larger places around."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.band import Band
from openlea.policy.cijfertekst import IN_DE_ZIN
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.band import Strook, band_chart
from openlea.web.charts.figuur import Grafiek
from openlea.web.getal import Getal, shown
from openlea.web.pages.cijfers.adres import verklaar_adres
from openlea.web.pages.cijfers.gelijken import comparable
from openlea.web.pages.cijfers.vergelijking import Vergelijking, held_to
from openlea.web.pages.verklaar.zicht import NEDERLAND, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """Whom a place is held to with their figures, and larger places with theirs by name."""

    vergelijking: Vergelijking
    anderen: tuple[Cijfer, ...]
    groter: tuple[tuple[str, Getal], ...]

    def band(self, periode: str) -> Band | None:
        """Return where the others lie in a period; None when there are too few."""
        if not self.vergelijking.is_groep:
            return None
        return self.vergelijking.band([one for one in self.anderen if one.periode == periode])


def around(
    slug: str, store: FigureStore, entry: IndicatorFile, key: PlaceKey, periode: str
) -> Omgeving:
    """Return the others of a place for one indicator."""
    groep = comparable(key, store.laag, store) if key.kind is PlaceKind.GEMEENTE else ()
    plaats = store.place(key) or Plaats(key=key, naam=key.code)
    vergelijking = held_to(plaats, {}, groep)
    larger = _larger(store, entry, key)
    found = store.of_places([entry.id], [*vergelijking.anderen, *larger])
    return Omgeving(
        vergelijking=vergelijking,
        anderen=tuple(one for one in found if one.plaats in set(vergelijking.anderen)),
        groter=_shown(slug, store, entry, larger, found, periode),
    )


def _larger(store: FigureStore, entry: IndicatorFile, key: PlaceKey) -> list[PlaceKey]:
    """Return the larger places that have this figure, near ones first."""
    order = list(PlaceKind)
    above = {*store.parents(key), NEDERLAND} - {key}
    return sorted(
        (one for one in above if one.kind in entry.card.niveaus),
        key=lambda one: (order.index(one.kind), one.code),
    )


def _shown(
    slug: str,
    store: FigureStore,
    entry: IndicatorFile,
    larger: Sequence[PlaceKey],
    found: Sequence[Cijfer],
    periode: str,
) -> tuple[tuple[str, Getal], ...]:
    by_place = {one.plaats: one for one in found if one.periode == periode}
    return tuple(
        (name_of(store, key), shown(by_place[key], entry.card, verklaar_adres(slug, by_place[key])))
        for key in larger
        if key in by_place
    )


def band_of_others(
    omgeving: Omgeving, entry: IndicatorFile, naam: str, cijfer: Cijfer
) -> Grafiek | None:
    """Return the number on the band of comparable places; None when there is no band."""
    band = omgeving.band(cijfer.periode)
    if band is None or cijfer.bereik is None:
        return None
    card = entry.card
    # A unit of words would run off the strip; it stands in the title then.
    sign = card.eenheid in IN_DE_ZIN
    strook = Strook(
        naam=card.titel,
        eigen=cijfer.bereik,
        band=band.midden,
        uitersten=band.uitersten,
        midden=band.middelste,
    )
    return band_chart(
        "vergelijking",
        f"{naam} naast {band.aantal} vergelijkbare gemeenten{'' if sign else f', {card.eenheid}'}",
        [strook],
        wie=naam,
        eenheid=card.eenheid if sign else "",
        decimals=card.decimalen,
    )
