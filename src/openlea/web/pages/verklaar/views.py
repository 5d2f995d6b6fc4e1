"""Verklaar dit getal: one number with its sum, the way it came, and what to mind."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.cijfer import Cijfer
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.cijfers.adres import is_periode, place_of, profiel_adres
from openlea.web.pages.cijfers.leeg import with_figures
from openlea.web.pages.verklaar.blad import field_name, sheet_of
from openlea.web.pages.verklaar.zicht import NEDERLAND, read_shelf, seen_figures, seen_indicator
from openlea.web.route import LeaRequest

NIEUWSTE = "nieuwste"
"""Stands in the address for the newest period that there is."""


@with_figures
def verklaar(
    request: LeaRequest, indicator: str, soort: str, code: str, periode: str
) -> HttpResponse:
    """Return the explanation of a number; of a place without one, why there is none."""
    entry = seen_indicator(request, read_shelf(), indicator)
    key, store = place_of(soort, code), seen_figures(request)
    reeks = store.history(entry.id, key)
    cijfer = _asked(reeks, periode)
    if cijfer is None and not _is_known(store, key):
        raise NotFound(f"Over {key.kind.label.lower()} {key.code} is hier niets bekend.")
    shown, grafieken = sheet_of(request, store, entry, key, reeks, cijfer)
    if bestand := csv_answer(request, grafieken):
        return bestand
    context = {
        **shown,
        "plaats": key,
        "profiel_url": profiel_adres(request.werkruimte.slug, key),
        "veld": field_name(entry),
        "figuren": figures(grafieken),
    }
    return render(request, "verklaar/verklaar.html", context)


def _asked(reeks: Sequence[Cijfer], periode: str) -> Cijfer | None:
    """Return the figure of the period in the address; NotFound for a period that isn't there."""
    if periode == NIEUWSTE:
        return reeks[-1] if reeks else None
    found = next((one for one in reeks if is_periode(periode, one.periode)), None)
    if found is None:
        raise NotFound("Over deze periode is er hier geen cijfer.")
    return found


def _is_known(store: FigureStore, key: PlaceKey) -> bool:
    return key == NEDERLAND or store.place(key) is not None
