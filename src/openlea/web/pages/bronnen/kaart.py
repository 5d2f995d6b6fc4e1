"""The card of a source in words, and the figures that are made of it."""

from dataclasses import dataclass

from openlea.core.bron import Klasse
from openlea.policy.beleidsveld import beleidsveld
from openlea.policy.schrijfwijze import day
from openlea.web.pages.bronnen.stand import Bronstand
from openlea.web.pages.cijfers.adres import indicator_adres
from openlea.web.pages.verklaar.zicht import read_shelf, seen_indicators
from openlea.web.route import LeaRequest

NIET_OPENBAAR = "Alleen binnen de werkruimte: je deelt dit niet met anderen."


@dataclass(frozen=True, slots=True)
class Gebruik:
    """A figure that is made of this table, and where its card stands."""

    titel: str
    veld: str
    url: str


def card_facts(stand: Bronstand) -> list[dict[str, str]]:
    """Return what the publisher says of the source."""
    bron = stand.overzicht.source.bron
    facts = {
        "Uitgever": bron.uitgever,
        "Licentie": bron.licentie,
        "Peilmoment": bron.peil,
        "Verschijnt": bron.cadans.label,
        "Wie dit mag zien": bron.klasse.label if bron.klasse is Klasse.OPEN else NIET_OPENBAAR,
        "Kleine aantallen": "Afgeschermd: 1 tot 4" if bron.afgeschermd else "",
        "Geldt niet meer sinds": day(bron.verlopen) if bron.verlopen else "",
        "Naam van de tabel": stand.id,
    }
    return [{"naam": naam, "waarde": waarde} for naam, waarde in facts.items() if waarde]


def uses_of(request: LeaRequest, bron: str) -> tuple[Gebruik, ...]:
    """Return the figures that are made of a table, by field and title."""
    slug = request.werkruimte.slug
    found = [
        Gebruik(one.card.titel, beleidsveld(one.veld).naam, indicator_adres(slug, one.id))
        for one in seen_indicators(request, read_shelf()).values()
        if bron in one.needs
    ]
    return tuple(sorted(found, key=lambda one: (one.veld, one.titel)))
