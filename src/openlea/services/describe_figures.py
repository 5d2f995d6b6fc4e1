"""Describe the figures of a place as they're handed out: with range, unit, mark and versions."""

from collections.abc import Sequence

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.onthulling import Status
from openlea.core.place import PlaceKey
from openlea.services.verklaring.getoond import Getoond
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures


def describe_figures(
    indicators: Sequence[str], plaats: PlaceKey, *, laag: str = LANDELIJK
) -> tuple[Getoond, ...]:
    """Return the figures of a place by indicator and period; none named: all that it has.

    An indicator that was named and has no figure here is told with its mark.
    """
    shelf = open_shelf(find_roots(settings.CATALOGUE)).indicators
    figures = open_figures(laag).of_place(plaats, indicators)
    found = [Getoond.of(shelf[each.indicator], each) for each in figures
             if each.indicator in shelf]  # fmt: skip
    have = {each.cijfer.indicator for each in found}
    return (*found, *(_without(shelf[name], plaats) for name in indicators if name not in have))


def _without(entry: IndicatorFile, plaats: PlaceKey) -> Getoond:
    counted = plaats.kind in entry.card.niveaus
    status = Status.ONBEKEND if counted else Status.NIET_VAN_TOEPASSING
    reden = entry.card.geen_niveau.get(plaats.kind, "")
    cijfer = Cijfer(indicator=entry.id, plaats=plaats, periode="", status=status, reden=reden)
    return Getoond.of(entry, cijfer)
