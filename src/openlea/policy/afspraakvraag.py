"""Who is asked to confirm an agreement, until when, and when that ask is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.afspraak import Bevestiging
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, VerzoekStaat, Waarom
from openlea.policy.verzoek import Wie

ANSWER_IN = timedelta(days=14)
SHORT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevestigvraag:
    """What one partij has to say of one agreement; `versie` tells one text from the next."""

    nummer: int
    wat: str
    partij: str
    versie: int
    bevestiging: Bevestiging
    loopt: bool = True


def due_bevestigingen(
    waiting: Iterable[Bevestigvraag], today: date, wie: Wie
) -> tuple[Verzoek, ...]:
    """Return an ask for each partij that said nothing yet of a running agreement.

    A partij without anybody to receive it makes no ask; the page shows that it waits.
    """
    return tuple(
        Verzoek(
            soort=VerzoekSoort.BEVESTIGEN,
            onderwerp=OnderwerpSoort.AFSPRAAK,
            code=str(one.nummer),
            aan=aan,
            partij=one.partij,
            periode=str(one.versie),
            vraag=question_of(one.wat),
            waarom=Waarom.AFSPRAAK,
            voor=today + ANSWER_IN,
            gemaakt_op=today,
        )
        for one in waiting
        if one.loopt
        and one.bevestiging is Bevestiging.GEVRAAGD
        and (aan := wie(one.partij, "")) is not None
    )


def question_of(wat: str) -> str:
    """Return in Dutch what is asked, with the first words of a long text."""
    text = " ".join(wat.split()).rstrip(".")
    short = text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
    return f"Klopt deze afspraak: {short}?"


def state_of_ask(asked: Bevestigvraag | None, periode: str) -> VerzoekStaat:
    """Return what becomes of an ask about this text; None for what is not agreed here any more."""
    if asked is None or not asked.loopt or str(asked.versie) != periode:
        return VerzoekStaat.VERVALLEN
    still = asked.bevestiging is Bevestiging.GEVRAAGD
    return VerzoekStaat.OPEN if still else VerzoekStaat.GEDAAN
