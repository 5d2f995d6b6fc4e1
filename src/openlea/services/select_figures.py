"""Select figures by indicator, kind of place, period and the larger place that they lie in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, Shelf, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Scope
from openlea.services.describe_figures import describe_figures
from openlea.services.verklaring.getoond import Getoond
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures

TOO_WIDE = "Noem een indicator of een plaats; alles tegelijk is te veel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectie:
    """Which figures are asked: of one place, or of all places of a kind, inside a larger one.

    `indicator` is empty for all, `periode` for every period.
    """

    indicator: str = ""
    soort: PlaceKind = PlaceKind.GEMEENTE
    plaats: PlaceKey | None = None
    binnen: PlaceKey | None = None
    periode: str = ""


def select_figures(vraag: Selectie, scope: Scope, *, laag: str = LANDELIJK) -> tuple[Getoond, ...]:
    """Return the figures that a scope of seeing them reaches, by place, indicator and period.

    NotFound for an indicator that isn't there or isn't to be seen, BadInput when too much is asked.
    """
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    seen = {name: one for name, one in shelf.indicators.items() if _seen(one, shelf, scope)}
    if vraag.indicator and vraag.indicator not in seen:
        raise NotFound(f"Er is geen indicator '{vraag.indicator}'.")
    ids = [vraag.indicator] if vraag.indicator else []
    if vraag.plaats is not None:
        found = describe_figures(ids, vraag.plaats, laag=laag)
    else:
        found = tuple(Getoond.of(seen[one.indicator], one) for one in _among(vraag, ids, laag)
                      if one.indicator in seen)  # fmt: skip
    return tuple(
        one for one in found if one.cijfer.indicator in seen and vraag.periode in ("", one.periode)
    )


def _seen(entry: IndicatorFile, shelf: Shelf, scope: Scope) -> bool:
    return shows_figures(scope, (shelf.sources[name].bron.klasse for name in entry.needs))


def _among(vraag: Selectie, ids: Sequence[str], laag: str) -> tuple[Cijfer, ...]:
    """Return the figures of all places of a kind, or of those that lie in a larger one."""
    store = open_figures(laag)
    if vraag.binnen is not None:
        keys = store.children(vraag.binnen, vraag.soort)
        return store.of_places(ids, keys) if keys else ()
    if not ids:
        raise BadInput([Fout("query", "indicator", TOO_WIDE)])
    return store.of_indicator(ids[0], vraag.soort, vraag.periode or None)
