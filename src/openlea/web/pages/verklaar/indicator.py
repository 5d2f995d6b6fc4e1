"""The card of an indicator: what it means, what to mind, and its figures of every place."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.catalogue.shelf import IndicatorFile, Shelf
from openlea.core.bron import Klasse
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_matrix import describe_matrix
from openlea.services.verklaring.matrix import Vak
from openlea.services.verklaring.norm import norm_of
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figure
from openlea.web.pages.verklaar.blad import crumbs, field_name, sentence
from openlea.web.pages.verklaar.keten import source_url, upload_url
from openlea.web.pages.verklaar.regel import rule_of
from openlea.web.pages.verklaar.regiokaart import region_map
from openlea.web.pages.verklaar.tabel import KOPPEN, as_file, number_of, read_table
from openlea.web.pages.verklaar.voorbeeld import example_of
from openlea.web.pages.verklaar.vraag import asked_source
from openlea.web.pages.verklaar.zicht import (
    name_of,
    own_place,
    read_shelf,
    seen_figures,
    seen_indicator,
)
from openlea.web.route import LeaRequest


def indicator(request: LeaRequest, indicator: str) -> HttpResponse:
    """Return the card, the figures of the own place, a map and a table of all places."""
    shelf = read_shelf()
    entry = seen_indicator(request, shelf, indicator)
    store, slug = seen_figures(request), request.werkruimte.slug
    tabel = read_table(slug, store, entry, own_place(request), request.GET)
    if request.GET.get("csv") == "plaatsen":
        return as_file(tabel, entry)
    kaart = region_map(slug, store, entry, own_place(request), tabel)
    if kaart and (bestand := csv_answer(request, [kaart])):
        return bestand
    context = {
        "entry": entry,
        "kaart": entry.card,
        "veld": field_name(entry),
        "bronnen": [(shelf.sources[name], source_url(request, name)) for name in entry.needs],
        "voorbeeld": example_of(entry, {one: shelf.sources[one].bron.titel for one in entry.needs}),
        "regel": rule_of(entry),
        "tabel": tabel,
        "regiokaart": figure(kaart) if kaart else None,
        "kruimels": crumbs(slug, entry),
        "eigen": _own(request, store, entry),
        "norm": norm_of(entry),
        "vraagbaar": _asked_of_partners(request, shelf, entry),
        "niveaus": _levels(store.laag, entry),
        "waarom_leeg": "De tabel is nog niet ingelezen, of er is nog niet gerekend.",
        "is_intern": any(shelf.sources[one].bron.klasse is not Klasse.OPEN for one in entry.needs),
    }
    return render(request, "verklaar/indicator.html", context)


def _own(request: LeaRequest, store: FigureStore, entry: IndicatorFile) -> dict[str, object]:
    """Return the newest figure of the own place; nothing when it's about no place."""
    key = own_place(request)
    if key is None or key.kind not in entry.card.niveaus:
        return {}
    reeks, naam = store.history(entry.id, key), name_of(store, key)
    cijfer = reeks[-1] if reeks else None
    getal = number_of(request.werkruimte.slug, entry, key, cijfer)
    return {"naam": naam, "getal": getal, "url": getal.url, "zin": sentence(entry, naam, cijfer)}


def _levels(laag: str, entry: IndicatorFile) -> list[tuple[str, Vak]]:
    every = (one for one in describe_matrix(laag=laag) if one.indicator == entry.id)
    return [(KOPPEN[one.niveau], one) for one in every]


def _asked_of_partners(
    request: LeaRequest, shelf: Shelf, entry: IndicatorFile
) -> dict[str, object]:
    """Return what the page says of a figure that partners bring; nothing for any other figure."""
    bron = asked_source(shelf, entry)
    if not bron:
        return {}
    return {
        "bron": shelf.sources[bron],
        "mag_vragen": request.actor.may(Noun.VERZOEK, Verb.MAKEN),
        "inlezen": upload_url(request, bron),
    }
