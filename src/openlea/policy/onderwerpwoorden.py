"""The words by which people look for a topic of the law, beside the words of the law itself.

The topics are those of the yearly consultation (WPO 160, WVO 3.42). A word stands here when people
use it for the topic as a whole; somebody who types it finds what was agreed under that topic.
"""

from collections.abc import Mapping

WOORDEN: Mapping[str, str] = {
    "segregatie": "segregatie tweedeling gemengde scholen gemengd menging spreiding",
    "integratie": "integratie ontmoeting samenleven burgerschap nieuwkomers inburgering",
    "achterstanden": "achterstanden onderwijsachterstanden gelijke kansen kansengelijkheid goab",
    "toelating": "toelating inschrijving aanmelden aanmelding aanmeldbeleid loting",
    "verdeling": "verdeling spreiding doelgroep leerlingen met een achterstand",
}


def words_of(onderwerp: str) -> str:
    """Return the words by which a topic is looked for; of another topic its own code, readable."""
    return WOORDEN.get(onderwerp, onderwerp.replace("_", " "))
