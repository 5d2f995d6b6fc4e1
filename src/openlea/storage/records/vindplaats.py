"""A place that can be found: its kind, its title, and the words that stand there."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class Vindsoort(Keuze):
    """What can be found, in the order in which it is shown."""

    ACTIE = "actie", "Acties"
    AFSPRAAK = "afspraak", "Afspraken"
    BESLUIT = "besluit", "Besluiten"
    SPEERPUNT = "speerpunt", "Speerpunten"
    AMBITIE = "ambitie", "Ambities"
    PARTIJ = "partij", "Partijen"
    MENS = "mens", "Mensen"
    STREEFWAARDE = "streefwaarde", "Streefwaarden"
    INDICATOR = "indicator", "Doelen en indicatoren"
    POST = "post", "Posten van de begroting"
    VOORTGANG = "voortgang", "Meldingen van voortgang"
    OPMERKING = "opmerking", "Opmerkingen"
    AGENDAPUNT = "agendapunt", "Agendapunten"
    OPDRACHT = "opdracht", "Opdrachten"
    DOCUMENT = "document", "Documenten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """One thing that can be found; `bij` is the code of what it hangs on, `bij_soort` its kind."""

    soort: Vindsoort
    titel: str
    code: str = ""
    bij: str = ""
    bij_soort: Vindsoort = Vindsoort.ACTIE
    teksten: tuple[str, ...] = ()
