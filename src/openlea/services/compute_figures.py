"""Compute the figures of every place again, of those indicators whose tables or file changed."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from openlea.catalogue import membership
from openlea.catalogue.shelf import IndicatorFile, Shelf, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError, NotFound
from openlea.services.berekenen.berekend import Berekend
from openlea.services.berekenen.plaatsen import Omgeving, find_omgeving
from openlea.services.berekenen.rekenen import Step, reckon
from openlea.services.berekenen.tabellen import Tabellen, open_tables
from openlea.services.berekenen.vingerafdruk import print_of, print_of_reckoning
from openlea.storage.figures.laag import (
    LANDELIJK,
    NOTHING,
    Opened,
    commit_layer,
    open_layer,
    open_whole,
)
from openlea.storage.figures.rekenwijze import Rekenwijze
from openlea.storage.figures.slot import in_turn
from openlea.storage.warehouse.engine import engine_of
from openlea.storage.warehouse.warehouse import open_warehouse


def _quiet(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def compute_figures(
    indicators: Sequence[str] | None = None, *, laag: str = LANDELIJK, voortgang: Step = _quiet
) -> Berekend:
    """Compute what changed in a layer, of some indicators or of all, and return what was done.

    Two at once wait for each other; a kill at any moment leaves the figures that were there.
    `voortgang` is told what is done now, and how many of how many. NotFound for an unknown id,
    CatalogueError for one whose file is wrong; asked for all, that one keeps what it had.
    """
    roots = find_roots(settings.CATALOGUE)
    shelf = open_shelf(roots)
    wanted = _wanted(shelf, indicators)
    folder = settings.FIGURES / laag
    with in_turn(folder):
        names = {*membership.NEEDS, *(name for each in wanted for name in each.needs)}
        engine = engine_of(settings.ENGINE)
        tabellen = open_tables(open_warehouse(), engine, laag, names, shelf.sources)
        return _computed(folder, roots, shelf, wanted, tabellen, voortgang)


def _wanted(shelf: Shelf, indicators: Sequence[str] | None) -> list[IndicatorFile]:
    if indicators is None:
        return list(shelf.indicators.values())
    for name in indicators:
        if name in shelf.fouten:
            raise CatalogueError(shelf.fouten[name])
        if name not in shelf.indicators:
            raise NotFound(f"Er is geen indicator '{name}'.")
    return [shelf.indicators[name] for name in dict.fromkeys(indicators)]


def _computed(
    folder: Path,
    roots: Sequence[Path],
    shelf: Shelf,
    wanted: Sequence[IndicatorFile],
    tabellen: Tabellen,
    voortgang: Step,
) -> Berekend:
    opened = open_whole(folder)
    if opened is NOTHING and not tabellen.own(tabellen.versies):
        return Berekend(laag=tabellen.laag, versie=opened.versie)
    without = {each.id: gone for each in wanted if (gone := tabellen.missing(each.needs))}
    able = [each for each in wanted if each.id not in without and tabellen.own(each.needs)]
    voortgang("Plaatsen bijwerken", 0, len(able))
    omgeving = find_omgeving(roots, tabellen, opened)
    now = {each.id: _rekenwijze(each, tabellen, omgeving) for each in able}
    stale = [each for each in able if not opened.holds(now[each.id])]
    fresh, wrong = reckon(stale, tabellen, omgeving.places.lidmaatschap, voortgang)
    kept = _kept(opened, shelf, wanted, now, wrong)
    same = omgeving.made_from == opened.places_print
    if stale or not same or set(kept) != set(opened.rekenwijzen):
        voortgang("Cijfers bewaren", len(able), len(able))
        holds = [kept[name] for name in sorted(kept)]
        commit_layer(folder, fresh, holds, omgeving.places, omgeving.made_from)
    return Berekend(
        laag=tabellen.laag,
        versie=open_layer(folder).versie,
        opnieuw=tuple(each.id for each in stale if each.id not in wrong),
        ongewijzigd=tuple(each.id for each in able if each not in stale),
        zonder_bron=without,
        mislukt={**shelf.fouten, **wrong},
        rijen=fresh.height,
    )


def _rekenwijze(entry: IndicatorFile, tabellen: Tabellen, omgeving: Omgeving) -> Rekenwijze:
    places = omgeving.prints.get(str(entry.card.grein), "")
    return Rekenwijze(
        indicator=entry.id,
        versies=tabellen.of(entry.needs),
        vingerafdruk=print_of(entry.file, print_of_reckoning(), places),
        moment=datetime.now(UTC),
    )


def _kept(
    opened: Opened,
    shelf: Shelf,
    wanted: Sequence[IndicatorFile],
    now: dict[str, Rekenwijze],
    wrong: Mapping[str, str],
) -> dict[str, Rekenwijze]:
    """Return how every indicator that has figures from now on was made.

    What wasn't asked stays as it is, and what went wrong keeps its last good figures; what is no
    longer on the shelf, or has no tables any more, has none.
    """
    asked = {each.id for each in wanted}
    kept = {
        name: each
        for name, each in opened.rekenwijzen.items()
        if name in shelf.fouten
        or (name in shelf.indicators and (name not in asked or name in wrong))
    }
    for name, each in now.items():
        if name not in wrong:
            kept[name] = opened.rekenwijzen[name] if opened.holds(each) else each
    return kept
