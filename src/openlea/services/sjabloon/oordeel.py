"""What was noticed of a template, in sentences that say what to do about it."""

from openlea.policy.schrijfwijze import listing
from openlea.services.sjabloon.indelen import Ingedeeld

_GEEN_PLEK = (
    "Er staat nergens {{ inhoud }} in een eigen alinea. De tekst komt nu achter wat er al staat."
)
_GEEN_TITEL = "Er staat nergens {{ titel }}. De titel komt nu boven de tekst."


def remarks_of(made: Ingedeeld) -> list[str]:
    """Return what is worth knowing, most telling first; empty when all is found."""
    said = [] if made.heeft_plek else [_GEEN_PLEK]
    said += [] if "titel" in made.velden else [_GEEN_TITEL]
    if missing := made.stijlen.ontbreekt:
        said.append(
            f"Deze stijlen zijn niet gevonden: {listing(missing)}. "
            "Daarvoor gebruiken we de gewone tekst van het sjabloon, met eigen opmaak."
        )
    said += [
        f"{one} kennen we niet. Dat blijft letterlijk in het stuk staan." for one in made.onbekend
    ]
    return said


def found_of(made: Ingedeeld) -> list[tuple[str, str]]:
    """Return each kind of block with the name of the style that is used for it."""
    return [(soort, one.naam) for soort, one in made.stijlen.gevonden.items()]
