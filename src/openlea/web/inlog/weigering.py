"""The page for who could not sign in by a service: why, and what can be done now."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openlea.core.inlogdienst import Weigering
from openlea.core.logboek import Logsoort
from openlea.core.spoor import SPOOR
from openlea.services.count_try import count_try
from openlea.services.log_event import log_event
from openlea.storage.records.models import Inlogdienst
from openlea.web.adres import address_of

MOST_LINES, SECONDS = 200, 600
"""How many refusals of one address are written down in how many seconds."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """What the page says: a heading, and what somebody can do now."""

    titel: str
    nu: str


OPNIEUW = Tekst("Het inloggen is niet gelukt", "Begin opnieuw bij Inloggen.")
DIENST = Tekst(
    "Inloggen met deze dienst lukt nu niet",
    "Probeer het over een paar minuten nog eens. Blijft het zo? Vraag dan de beheerder van deze "
    "site om hulp en geef het nummer hieronder door.",
)
TEKSTEN = {
    **dict.fromkeys(
        (
            Weigering.GEEN_STATE,
            Weigering.AFGEBROKEN,
            Weigering.CODE_GEWEIGERD,
            Weigering.NONCE,
            Weigering.TEGELIJK,
        ),
        OPNIEUW,
    ),
    Weigering.GEEN_TOEGANG: Tekst(
        "Je hebt hier nog geen toegang",
        "Vraag de agendabeheerder van je gemeente of regio om toegang. Er is geen account gemaakt.",
    ),
    Weigering.GEEN_ADRES: Tekst(
        "We weten je e-mailadres niet",
        "Vraag de beheerder van je organisatie om je e-mailadres door te geven bij het inloggen.",
    ),
    Weigering.ADRES_VAN_ELDERS: Tekst(
        "Je e-mailadres hoort niet bij deze dienst",
        "Log in met je eigen account of met de dienst van je organisatie. Klopt het niet? Vraag "
        "de beheerder van deze site om hulp.",
    ),
    Weigering.ADRES_NIET_BEVESTIGD: Tekst(
        "Je e-mailadres is niet bevestigd",
        "Heb je hier al een account met een wachtwoord? Log daarmee in. Vraag anders de beheerder "
        "van je organisatie om je e-mailadres te bevestigen.",
    ),
    Weigering.BEHEERDER: Tekst(
        "Log in met je eigen account",
        "Een dienst van buiten opent geen account dat deze site beheert. Gebruik je wachtwoord.",
    ),
    Weigering.GESLOTEN: Tekst(
        "Dit account is gesloten", "Vraag de agendabeheerder om hulp als dat niet klopt."
    ),
}


def refuse(request: HttpRequest, dienst: Inlogdienst, reden: Weigering) -> HttpResponse:
    """Return the page, and write in the log why; never what was sent or who it was about.

    Who knocks hundreds of times gets the same page and no more lines, or the log would be full.
    """
    if count_try(f"inlogdienst {address_of(request)}", SECONDS) <= MOST_LINES:
        log_event("inloggen geweigerd", dienst.slug, str(reden), soort=Logsoort.INLOGGEN)
    shown = {
        "dienst": dienst,
        "reden": reden.label,
        "tekst": TEKSTEN.get(reden, DIENST),
        "spoor": SPOOR.get(),
    }
    return render(request, "inloggen/dienst_geweigerd.html", shown, status=401)
