"""Signing in by a service of one's own organisation: why it is refused, and what a rule gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.errors import OpenLeaError
from openlea.core.keuze import Keuze

LONGEST_SUB = 191
"""How many characters the key of an account at its service may have: what its column holds."""


class Weigering(Keuze):
    """Why somebody was not signed in: the word in the log, and the sentence of it."""

    GEEN_STATE = "geen_state", "Deze poging is al gebruikt, te oud of hier niet begonnen."
    AFGEBROKEN = "afgebroken", "Het inloggen is bij de inlogdienst afgebroken."
    FOUT_VAN_DIENST = "fout_van_dienst", "De inlogdienst meldde een fout."
    ANDERE_AFZENDER = "andere_afzender", "Het antwoord komt van een andere dienst."
    ONBEREIKBAAR = "onbereikbaar", "De inlogdienst is niet bereikbaar of antwoordt te traag."
    ONVEILIG_ADRES = "onveilig_adres", "Een adres van de inlogdienst is niet veilig (geen https)."
    DOORVERWEZEN = "doorverwezen", "De inlogdienst verwijst door naar een ander adres."
    TE_GROOT = "te_groot", "Het antwoord van de inlogdienst is te groot."
    GEEN_JSON = "geen_json", "Het antwoord van de inlogdienst is geen geldige JSON."
    ONTDEKKING_ONVOLLEDIG = "ontdekking_onvolledig", "In de gegevens van de dienst mist een adres."
    ANDERE_ISSUER = "andere_issuer", "De dienst noemt zichzelf anders dan hier is ingesteld."
    GEEN_SLEUTELS = "geen_sleutels", "De inlogdienst geeft geen bruikbare sleutels."
    CODE_GEWEIGERD = "code_geweigerd", "De inlogdienst weigert de code van deze poging."
    GEEN_BEWIJS = "geen_bewijs", "De inlogdienst gaf geen bewijs van wie je bent."
    BEWIJS_ONLEESBAAR = "bewijs_onleesbaar", "Het bewijs van de inlogdienst is niet te lezen."
    ALGORITME = "algoritme", "Het bewijs is ondertekend op een manier die niet mag."
    HANDTEKENING = "handtekening", "De handtekening onder het bewijs klopt niet."
    VELD_MIST = "veld_mist", "In het bewijs mist een verplicht veld."
    BEWIJS_ISSUER = "bewijs_issuer", "Het bewijs komt van een andere dienst."
    BEWIJS_AUDIENCE = "bewijs_audience", "Het bewijs is voor een ander programma."
    BEWIJS_AZP = "bewijs_azp", "Het bewijs is aan een ander programma gegeven."
    VERLOPEN = "verlopen", "Het bewijs is verlopen."
    UIT_DE_TOEKOMST = "uit_de_toekomst", "Het bewijs is van later dan nu."
    NONCE = "nonce", "Het bewijs hoort niet bij deze poging."
    SUB = "sub", "Het nummer van je account bij de dienst is leeg of te lang."
    ANDERE_SUB = "andere_sub", "De dienst noemt twee verschillende personen."
    GEEN_TOEGANG = "geen_toegang", "Geen regel geeft deze persoon toegang."
    GEEN_ADRES = "geen_adres", "De dienst geeft geen bruikbaar e-mailadres."
    ADRES_VAN_ELDERS = "adres_van_elders", "De dienst spreekt niet voor dit e-maildomein."
    ADRES_NIET_BEVESTIGD = "adres_niet_bevestigd", "De dienst heeft het e-mailadres niet bevestigd."
    BEHEERDER = "beheerder", "Wie de installatie beheert, logt in met een eigen account."
    GESLOTEN = "gesloten", "Dit account is gesloten."
    TEGELIJK = "tegelijk", "Op hetzelfde moment werd hier iets gewijzigd."


class Geweigerd(OpenLeaError):
    """Somebody is not signed in, and why."""

    def __init__(self, reden: Weigering) -> None:
        """Keep the reason; its sentence is the message."""
        self.reden = reden
        super().__init__(reden.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Who a service says that somebody is: `sub` is the key there, `claims` all that it said."""

    sub: str
    claims: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A rule: whose claim holds the value gets a role, for a partij (its id) or none.

    An empty claim means everybody of the service. `id` and `werkruimte` are numbers of records.
    """

    id: int
    werkruimte: int
    rol: str
    claim: str = ""
    waarde: str = ""
    partij: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A membership as it is: by which rule (None: by a person), and whether it holds today.

    `is_later` says that it begins on a day still to come, `is_beeindigd` that a person gave it its
    last day.
    """

    id: int
    werkruimte: int
    rol: str
    partij: int | None = None
    via: int | None = None
    is_geldig: bool = True
    is_later: bool = False
    is_beeindigd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """What a sign-in changes in memberships: rules that make one, and existing ones by id.

    `hervat` and `via` pair a membership with the rule that now gives it.
    """

    maken: Sequence[Regel] = ()
    hervat: Sequence[tuple[int, int]] = ()
    via: Sequence[tuple[int, int]] = ()
    eindigen: Sequence[int] = ()
