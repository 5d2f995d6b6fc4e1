"""Why a municipality is compared with these ones: which, how near, by which features."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from openlea.catalogue.vergelijkbaar import Kenmerk
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKind
from openlea.policy.beleidsveld import beleidsveld, in_order
from openlea.policy.cijfertekst import bereik_tekst, number_text, periode_tekst
from openlea.services.vergelijken.vergelijking import Naaste
from openlea.web.getal import Getal
from openlea.web.pages.cijfers.adres import place_of, profiel_adres
from openlea.web.pages.cijfers.gelijken import comparison
from openlea.web.pages.cijfers.leeg import with_figures
from openlea.web.pages.cijfers.profiel import crumbs, tabs_of
from openlea.web.pages.cijfers.stand import Stand, read_stand
from openlea.web.route import LeaRequest

WHOLE_FROM = 1000
"""Numbers from here on are written without decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """The value of a feature, and its part of the distance in whole hundredths of the square."""

    waarde: str
    deel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One of the ten: its name and profile, how far, and each feature."""

    naam: str
    url: str
    afstand: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ligt:
    """A figure beside those of the ten: ours, where most lie, lowest to highest, how many."""

    getal: Getal
    meeste: str
    uitersten: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldbanden:
    """The figures of one field of policy beside those of the ten."""

    naam: str
    regels: tuple[Ligt, ...]


@with_figures
def vergelijk(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    """Return the ten municipalities, how near each is and by what; only for a gemeente."""
    key = place_of(soort, code)
    if key.kind is not PlaceKind.GEMEENTE:
        raise NotFound("Alleen gemeenten worden met andere gemeenten vergeleken.")
    stand = read_stand(request, key)
    found = comparison(key, stand.store.laag, stand.store)
    context = {
        "stand": stand,
        "plaats": stand.plaats,
        "vergelijking": found,
        "eigen": [Cel(waarde=_value(one)) for one in found.eigen] if found else [],
        "rijen": [_row(stand, one) for one in found.naasten] if found else [],
        "kenmerken": [_feature(one) for one in found.kenmerken] if found else [],
        "velden": tuple(_bands(stand)),
        "tabs": tabs_of(stand, "vergelijk"),
        "kruimels": crumbs(stand, "Waarom deze vergelijking?"),
    }
    return render(request, "cijfers/vergelijk.html", context)


def _row(stand: Stand, naaste: Naaste) -> Rij:
    whole = sum(one.deel or 0.0 for one in naaste.kenmerken)
    return Rij(
        naam=naaste.naam,
        url=profiel_adres(stand.slug, naaste.key),
        afstand=number_text(naaste.afstand, 2),
        cellen=tuple(
            Cel(
                waarde=_value(one.waarde),
                deel=f"{number_text(100 * one.deel / whole, 0)} %" if whole and one.deel else "",
            )
            for one in naaste.kenmerken
        ),
    )


def _feature(one: Kenmerk) -> dict[str, str]:
    return {
        "titel": one.titel,
        "waarom": one.waarom,
        "periode": periode_tekst(one.periode),
        "gewicht": number_text(one.gewicht, 1),
        "schaal": one.schaal.label,
    }


def _value(value: float | None) -> str:
    if value is None:
        return "niet bekend"
    return number_text(value, 0 if abs(value) >= WHOLE_FROM else 1)


def _bands(stand: Stand) -> Iterator[Veldbanden]:
    for veld in in_order(file.veld for file in stand.kaarten.values()):
        names = [name for name, file in stand.kaarten.items() if file.veld == veld]
        regels = [ligt for name in names if (ligt := _lies(stand, name))]
        if regels:
            regels.sort(key=lambda one: one.getal.titel)
            yield Veldbanden(naam=beleidsveld(veld).naam, regels=tuple(regels))


def _lies(stand: Stand, indicator: str) -> Ligt | None:
    latest, card = stand.latest(indicator), stand.kaarten[indicator].card
    band = stand.band(indicator, latest.periode) if latest else None
    if band is None:
        return None
    return Ligt(
        getal=stand.getal(indicator),
        meeste=bereik_tekst(band.midden, card.decimalen),
        uitersten=bereik_tekst(band.uitersten, card.decimalen),
        aantal=band.aantal,
    )
