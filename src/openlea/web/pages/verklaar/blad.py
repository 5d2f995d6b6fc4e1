"""All that 'Verklaar dit getal' shows of one number."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Maat
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.beleidsveld import beleidsveld
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst, waarde_in_zin
from openlea.services.explain_figure import explain_figure
from openlea.services.verklaring.verklaring import Verklaring
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.figuur import Grafiek
from openlea.web.getal import Getal, missing, shown
from openlea.web.pages.cijfers.adres import periode_in_adres, profiel_adres
from openlea.web.pages.verklaar.gebruik import used_in
from openlea.web.pages.verklaar.keten import chain_of
from openlea.web.pages.verklaar.noten import citation, footnote
from openlea.web.pages.verklaar.omgeving import around, band_of_others
from openlea.web.pages.verklaar.verloop import trend_of
from openlea.web.pages.verklaar.voorbeeld import example_of
from openlea.web.pages.verklaar.zicht import name_of, read_shelf
from openlea.web.route import LeaRequest

WAAR: Mapping[PlaceKind, str] = {PlaceKind.SCHOOL: "Op", PlaceKind.BESTUUR: "Bij"}
"""The word before the name of a place; in every other place one lives."""


def sheet_of(
    request: LeaRequest,
    store: FigureStore,
    entry: IndicatorFile,
    key: PlaceKey,
    reeks: Sequence[Cijfer],
    cijfer: Cijfer | None,
) -> tuple[dict[str, Any], list[Grafiek]]:
    """Return what the page of a number shows, and its charts; `reeks` are all its periods."""
    slug, naam = request.werkruimte.slug, name_of(store, key)
    told = explain_figure(entry.id, key, cijfer.periode if cijfer else None, laag=store.laag)
    getal = shown(cijfer, entry.card) if cijfer else missing(entry.card, key)
    plain: dict[str, Any] = {
        "entry": entry,
        "kaart": entry.card,
        "naam": naam,
        "verklaring": told,
        "getal": getal,
        "zin": sentence(entry, naam, cijfer),
        "periodes": _periods(slug, entry, key, reeks, cijfer),
        "voorbeeld": example_of(entry, _titles(entry)),
        "gebruik": used_in(request, entry.id),
        "kruimels": crumbs(slug, entry, naam, profiel_adres(slug, key)),
    }
    if cijfer is None:
        return plain, []
    omgeving = around(slug, store, entry, key, cijfer.periode)
    drawn = [trend_of(entry, naam, reeks, omgeving), band_of_others(omgeving, entry, naam, cijfer)]
    return {
        **plain,
        "tellers": counts_of(entry, cijfer),
        "keten": chain_of(request, cijfer, told.herkomst, store.versions().get(entry.id)),
        "omgeving": omgeving,
        **_notes(request, told, naam, getal),
    }, [one for one in drawn if one]


def sentence(entry: IndicatorFile, naam: str, cijfer: Cijfer | None) -> str:
    """Return the number in a sentence: 'In Hilversum gaat 4,4 % van de leerlingen naar …'."""
    card = entry.card
    if cijfer is None or cijfer.bereik is None or not card.zin:
        return ""
    waarde = waarde_in_zin(cijfer.bereik, card.decimalen, card.eenheid)
    return f"{WAAR.get(cijfer.plaats.kind, 'In')} {naam} {card.zin.format(waarde=waarde)}."


def counts_of(entry: IndicatorFile, cijfer: Cijfer) -> list[tuple[str, str]]:
    """Return the counts that a share or ratio is made of; nothing of a figure that isn't shown."""
    names = {
        Maat.AANDEEL: ("Deel", "Geheel"),
        Maat.VERHOUDING: ("Boven de streep", "Onder de streep"),
    }.get(entry.card.maat)
    if names is None or cijfer.bereik is None:
        return []
    pairs = zip(names, (cijfer.teller, cijfer.noemer), strict=True)
    return [(naam, bereik_tekst(one, _fine(one))) for naam, one in pairs if one]


def _fine(bereik: Bereik) -> int:
    """Return how many decimals a count needs: one for parts of jobs and the like."""
    return 1 if bereik.laag % 1 or bereik.hoog % 1 else 0


def crumbs(slug: str, entry: IndicatorFile, naam: str = "", url: str = "") -> list[dict[str, str]]:
    """Return where a page about an indicator lies."""
    begin = [
        {"naam": "Cijfers", "url": reverse("cijfers", args=[slug])},
        {"naam": "Indicatoren", "url": reverse("indicatoren", args=[slug])},
    ]
    own = {"naam": entry.card.titel, "url": ""}
    if not naam:
        return [*begin, own]
    own["url"] = reverse("indicator_kaart", args=[slug, entry.id])
    return [*begin, own, *([{"naam": naam, "url": url}] if url else []), _here(naam, url)]


def _here(naam: str, url: str) -> dict[str, str]:
    return {"naam": "Verklaar dit getal" if url else naam, "url": ""}


def _notes(request: LeaRequest, told: Verklaring, naam: str, getal: Getal) -> Mapping[str, str]:
    cijfer = told.cijfer
    if cijfer is None:
        return {}
    plaats = cijfer.plaats
    path = reverse(
        "verklaar",
        args=[
            request.werkruimte.slug,
            cijfer.indicator,
            str(plaats.kind),
            plaats.code,
            periode_in_adres(cijfer.periode),
        ],
    )
    adres = request.build_absolute_uri(path)
    return {
        "voetnoot": footnote(told, naam, getal.voluit, adres),
        "citaat": citation(told.herkomst, adres),
    }


def _periods(
    slug: str,
    entry: IndicatorFile,
    key: PlaceKey,
    reeks: Sequence[Cijfer],
    cijfer: Cijfer | None,
) -> list[dict[str, Any]]:
    """Return the periods to choose from, newest first; none when there is no choice."""
    if len(reeks) < 2:  # noqa: PLR2004 - one is no choice
        return []
    return [
        {
            "naam": periode_tekst(one.periode),
            "url": reverse(
                "verklaar",
                args=[slug, entry.id, str(key.kind), key.code, periode_in_adres(one.periode)],
            ),
            "actief": one is cijfer,
        }
        for one in reversed(reeks)
    ]


def _titles(entry: IndicatorFile) -> dict[str, str]:
    sources = read_shelf().sources
    return {name: sources[name].bron.titel for name in entry.needs}


def field_name(entry: IndicatorFile) -> str:
    """Return the field of policy of an indicator."""
    return beleidsveld(entry.veld).naam
