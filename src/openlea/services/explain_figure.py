"""Explain a number: what it means, how it was reckoned, and by which way it came from a file."""

from collections.abc import Sequence

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, Shelf, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey
from openlea.services.verklaring.getal import range_in_words
from openlea.services.verklaring.norm import norm_of
from openlea.services.verklaring.som import sum_in_words
from openlea.services.verklaring.verklaring import Herkomst, Verklaring
from openlea.services.verklaring.waarom import why_none
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.warehouse.warehouse import Warehouse, open_warehouse


def explain_figure(
    indicator: str, plaats: PlaceKey, periode: str | None = None, *, laag: str = LANDELIJK
) -> Verklaring:
    """Return the explanation of a figure, of the newest period unless one is asked.

    NotFound for an indicator that isn't there. A place without a figure is explained as well.
    """
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    if indicator not in shelf.indicators:
        raise NotFound(f"Er is geen indicator '{indicator}'.")
    entry, store = shelf.indicators[indicator], open_figures(laag)
    history = store.history(indicator, plaats)
    found = [each for each in history if periode in (None, each.periode)]
    cijfer = found[-1] if found else None
    naam = _name(store, plaats)
    herkomst = _herkomst(shelf, open_warehouse(), cijfer)
    return Verklaring(
        indicator=entry,
        plaats=plaats,
        plaatsnaam=naam,
        cijfer=cijfer,
        reden=cijfer.reden
        if cijfer
        else _other_periods(periode, history) or why_none(entry, plaats, naam, store, shelf),
        getal=_written(entry, cijfer),
        som=sum_in_words(entry.card, cijfer) if cijfer else (),
        herkomst=herkomst,
        let_op=_let_op(entry, cijfer, herkomst),
        norm=norm_of(entry),
    )


def _name(store: FigureStore, plaats: PlaceKey) -> str:
    known = store.place(plaats)
    return known.naam if known else plaats.code


def _other_periods(periode: str | None, history: Sequence[Cijfer]) -> str:
    """Say of which periods there is a figure, when there is, but not of the one that is asked."""
    if not history:
        return ""
    there = ", ".join(dict.fromkeys(each.periode for each in history))
    return f"Er is geen cijfer over {periode}. Wel over: {there}."


def _written(entry: IndicatorFile, cijfer: Cijfer | None) -> str:
    if cijfer is None:
        return "geen cijfer"
    if cijfer.bereik is None:
        return cijfer.status.label
    return range_in_words(cijfer.bereik, entry.card.eenheid, entry.card.decimalen)


def _herkomst(shelf: Shelf, warehouse: Warehouse, cijfer: Cijfer | None) -> tuple[Herkomst, ...]:
    """Return per table what was loaded; a version that is no longer there is left out."""
    found = []
    for each in cijfer.bronversies if cijfer else ():
        loads = [
            one.lading
            for one in warehouse.own_versions(each.bron, each.laag)
            if one.versie <= each.versie
        ]
        if loads and each.bron in shelf.sources:
            # A later load leaves the other editions as they were: theirs is an earlier one.
            brought = [one for one in loads if cijfer and cijfer.periode in one.edities]
            bron = shelf.sources[each.bron].bron
            found.append(Herkomst(versie=each, bron=bron, lading=(brought or loads)[0]))
    return tuple(found)


def _let_op(
    entry: IndicatorFile, cijfer: Cijfer | None, herkomst: Sequence[Herkomst]
) -> tuple[str, ...]:
    """Return what to mind, first what may not be compared; then breaks, sources and loads."""
    breaks = [
        f"Niet te vergelijken met jaren voor {each.vanaf}: {each.waarom}"
        for each in entry.card.breuken
        if cijfer is None or cijfer.periode >= each.vanaf
    ]
    of_sources = [zin for each in herkomst for zin in (*each.bron.let_op, *each.lading.let_op)]
    expired = [
        f"{each.bron.titel} geldt niet meer sinds {each.bron.verlopen:%d-%m-%Y}."
        for each in herkomst
        if each.bron.verlopen
    ]
    return tuple(dict.fromkeys((*entry.card.let_op, *breaks, *expired, *of_sources)))
