"""The six parts of an assignment: what each asks, an example, and what is still missing.

The parts are those of the 'format bestuursopdracht' that the Hilversumse Educatieve Agenda
2024-2027 names (speerpunt 2B, actie 1); the examples follow that action.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtdeel:
    """A part of an assignment: its field, its name, what it asks, and how it can sound."""

    veld: str
    naam: str
    vraag: str
    voorbeeld: str


DELEN: tuple[Opdrachtdeel, ...] = (
    Opdrachtdeel(
        veld="aanleiding",
        naam="Aanleiding",
        vraag="Waarom vragen we dit nu?",
        voorbeeld="Uit onderzoek en een enquête blijkt dat niet elke leerling op tijd passende "
        "hulp krijgt.",
    ),
    Opdrachtdeel(
        veld="doel",
        naam="Doel",
        vraag="Wat moet er voor kinderen of jongeren beter worden?",
        voorbeeld="Er is een dekkend aanbod: elke leerling vindt dichtbij een passende plek.",
    ),
    Opdrachtdeel(
        veld="resultaat",
        naam="Resultaat",
        vraag="Wat levert de werkgroep op, en hoe weten we dat het klaar is?",
        voorbeeld="Een lijst met 4 prioriteiten, een planning voor 4 jaar en een aanpak voor de "
        "eerste prioriteit.",
    ),
    Opdrachtdeel(
        veld="planning",
        naam="Planning",
        vraag="Welke stappen zijn er, en wanneer zijn ze klaar?",
        voorbeeld="Prioriteiten in maart, planning in juni, aanpak van de eerste prioriteit in "
        "november.",
    ),
    Opdrachtdeel(
        veld="middelen",
        naam="Middelen",
        vraag="Hoeveel tijd en geld is er, en wie betaalt?",
        voorbeeld="Elke partij geeft de eigen deelnemer een dagdeel per maand. Er is geen extra "
        "geld nodig.",
    ),
    Opdrachtdeel(
        veld="samenstelling",
        naam="Leden",
        vraag="Wie zitten in de werkgroep, namens wie, en wie trekt?",
        voorbeeld="Gemeente (trekker), de schoolbesturen, de samenwerkingsverbanden en de "
        "kinderopvang, elk met een deelnemer.",
    ),
)
NODIG = ("doel", "resultaat")
"""Without these nobody knows what is asked, so an assignment can't be given."""


def missing_parts(teksten: Mapping[str, str]) -> tuple[Opdrachtdeel, ...]:
    """Return the parts that say nothing yet; `teksten` is the field of a part to its text."""
    return tuple(deel for deel in DELEN if not teksten.get(deel.veld, "").strip())


def blocking_parts(teksten: Mapping[str, str]) -> tuple[Opdrachtdeel, ...]:
    """Return the missing parts without which an assignment can't be given."""
    return tuple(deel for deel in missing_parts(teksten) if deel.veld in NODIG)
