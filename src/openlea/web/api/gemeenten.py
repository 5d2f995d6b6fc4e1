"""Gemeenten: those of now by name, and one by its code, also when it has merged."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, NotFound
from openlea.core.plaatsen import Plaatskaart, read_plaatskaarten
from openlea.core.plaatsspelling import fold
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import Noun, Verb
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import Vraag

OPENBAAR = "Namen en codes van gemeenten zijn openbaar."


def gemeenten(request: Vraag, zoek: vormen.Tekst = "") -> Sequence[Plaatskaart]:  # noqa: ARG001  # as every reader
    """Geef de gemeenten van nu, op naam; met `zoek` alleen waarvan de naam erop lijkt."""
    text = fold(zoek)
    found = (one for one in _kaarten() if one.place.valid_to is None and _matches(one, text))
    return sorted(found, key=lambda one: one.place.naam)


def gemeente(request: Vraag, code: vormen.Code) -> Plaatskaart:  # noqa: ARG001  # as every reader
    """Geef één gemeente; een opgeheven gemeente noemt haar opvolgers."""
    try:
        key = PlaceKey.of(PlaceKind.GEMEENTE, code)
    except BadInput as refused:
        raise NotFound(str(refused)) from refused
    found = next((one for one in _kaarten() if one.place.key == key), None)
    if found is None:
        raise NotFound(f"Er is geen gemeente met de code '{code}'.")
    return found


def _kaarten() -> Sequence[Plaatskaart]:
    return read_plaatskaarten(find_roots(settings.CATALOGUE), PlaceKind.GEMEENTE)


def _matches(kaart: Plaatskaart, text: str) -> bool:
    names = (kaart.place.naam, *kaart.varianten, kaart.place.key.code)
    return any(text in fold(one) for one in names)


def plain(kaart: Plaatskaart) -> dict[str, Any]:
    """Return a gemeente as it's handed out."""
    place, areas = kaart.place, {key.kind: key.code for key in kaart.gebieden}
    return {
        "code": place.key.code,
        "naam": place.naam,
        "varianten": list(kaart.varianten),
        "provincie": areas.get(PlaceKind.PROVINCIE),
        "rmc": areas.get(PlaceKind.RMC),
        "geldig_vanaf": place.valid_from,
        "geldig_tot": place.valid_to,
        "opvolgers": [key.code for key in place.successors],
    }


OPERATIES = (
    Operatie(
        pad="gemeenten",
        naam="gemeenten",
        titel="Gemeenten",
        onderwerp="Plaatsen",
        lees=gemeenten,
        vorm=vormen.Gemeente,
        plat=plain,
        recht=(Noun.CIJFER, Verb.ZIEN),
        openbaar=OPENBAAR,
        is_lijst=True,
        vraag={"zoek": "hilver"},
    ),
    Operatie(
        pad="gemeenten/{code}",
        naam="gemeente",
        titel="Eén gemeente",
        onderwerp="Plaatsen",
        lees=gemeente,
        vorm=vormen.Gemeente,
        plat=plain,
        recht=(Noun.CIJFER, Verb.ZIEN),
        openbaar=OPENBAAR,
        voorbeeld={"code": "GM0402"},
    ),
)
