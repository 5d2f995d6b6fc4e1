"""Indicators: what each asks, of which places it has figures, and what may not be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.plaatsspelling import fold
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_matrix import describe_matrix
from openlea.services.verklaring.matrix import Vak
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import Vraag

OPENBAAR = "Wat een indicator meet en hoe, mag iedereen weten."


@dataclass(frozen=True, slots=True)
class Kaart:
    """An indicator with for how many places it has figures."""

    entry: IndicatorFile
    matrix: tuple[Vak, ...]


def indicatoren(
    request: Vraag,  # noqa: ARG001  # as every reader
    veld: vormen.Tekst = "",
    zoek: vormen.Tekst = "",
) -> Sequence[IndicatorFile]:
    """Geef de indicatoren; met `veld` van één beleidsveld, met `zoek` op titel of vraag."""
    text = fold(zoek)
    return [
        one
        for one in open_shelf(find_roots(settings.CATALOGUE)).indicators.values()
        if veld in ("", one.veld) and text in fold(f"{one.id} {one.card.titel} {one.card.vraag}")
    ]


def indicator(request: Vraag, id: vormen.Id) -> Kaart:  # noqa: A002, ARG001  # its name in the path
    """Geef de hele kaart: definitie, wat niet te vergelijken is, niveaus en een voorbeeld."""
    entry = open_shelf(find_roots(settings.CATALOGUE)).indicators.get(id)
    if entry is None:
        raise NotFound(f"Er is geen indicator '{id}'.")
    return Kaart(entry, tuple(one for one in describe_matrix() if one.indicator == id))


def short(entry: IndicatorFile) -> dict[str, Any]:
    """Return an indicator as it's handed out in a list."""
    card = entry.card
    return {
        "id": entry.id,
        "veld": entry.veld,
        "titel": card.titel,
        "vraag": card.vraag,
        "eenheid": card.eenheid,
        "soort": str(card.soort),
        "richting": str(card.richting),
        "maat": str(card.maat),
        "niveaus": [str(kind) for kind in card.niveaus],
        "tabellen": list(entry.needs),
    }


def plain(kaart: Kaart) -> dict[str, Any]:
    """Return the whole card of an indicator as it's handed out."""
    card, example = kaart.entry.card, kaart.entry.example
    return {
        **short(kaart.entry),
        "decimalen": card.decimalen,
        "definitie": card.definitie,
        "bron_definitie": card.bron_definitie,
        "gemeten_door": card.gemeten_door,
        "let_op": list(card.let_op),
        "breuken": [{"vanaf": one.vanaf, "waarom": one.waarom} for one in card.breuken],
        "norm": card.norm,
        "norm_bron": card.norm_bron,
        "matrix": [one.as_plain() for one in kaart.matrix],
        "voorbeeld": {
            "tabellen": dict(example.given),
            "plaatsen": example.places,
            "uitkomst": [list(line) for line in example.expect],
            "uitleg": example.uitleg,
        },
    }


OPERATIES = (
    Operatie(
        pad="indicatoren",
        naam="indicatoren",
        titel="Indicatoren",
        onderwerp="Indicatoren",
        lees=indicatoren,
        vorm=vormen.IndicatorKort,
        plat=short,
        recht=(Noun.CIJFER, Verb.ZIEN),
        openbaar=OPENBAAR,
        is_lijst=True,
    ),
    Operatie(
        pad="indicatoren/{id}",
        naam="indicator",
        titel="Eén indicator",
        onderwerp="Indicatoren",
        lees=indicator,
        vorm=vormen.Indicator,
        plat=plain,
        recht=(Noun.CIJFER, Verb.ZIEN),
        openbaar=OPENBAAR,
        voorbeeld={"id": "leerlingen_po"},
    ),
)
