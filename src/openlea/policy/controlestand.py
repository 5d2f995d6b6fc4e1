"""How sure a duty is: read in the law, not verified, moving in parliament, or read too long ago."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze
from openlea.core.plicht import Plicht
from openlea.policy import schrijfwijze

READ = frozenset({Controle.WETTEKST, Controle.OFFICIEEL})
"""The marks that say that somebody read it at the source."""


class Zekerheid(Keuze):
    """The one word for how sure a duty is; the value is the word that commands and exports give."""

    GEVERIFIEERD = "geverifieerd", "Geverifieerd"
    NIET_GEVERIFIEERD = "niet geverifieerd", "Niet geverifieerd"
    IN_BEWEGING = "in beweging", "Wet in beweging"
    VEROUDERD = "verouderd", "Lang niet nagelezen"


@dataclass(frozen=True, slots=True)
class Controlestand:
    """How sure a duty is on a day, with the sentence to show; the sentence names every doubt."""

    zekerheid: Zekerheid
    zin: str
    nagelezen_op: date | None = None

    @property
    def is_sure(self) -> bool:
        """Return whether the duty needs no mark."""
        return self.zekerheid is Zekerheid.GEVERIFIEERD


def judge_control(plicht: Plicht, today: date) -> Controlestand:
    """Return how sure a duty is: what was never read at the source goes before what is only old."""
    doubts = tuple(_doubts(plicht, today))
    last = plicht.nagelezen_op
    read_on = f"Laatst nagelezen op {schrijfwijze.day(last)}."
    if not doubts:
        return Controlestand(Zekerheid.GEVERIFIEERD, f"{_how_read(plicht)} {read_on}", last)
    sentences = (sentence for _, sentence in doubts)
    return Controlestand(doubts[0][0], " ".join((*sentences, read_on)), last)


def _doubts(plicht: Plicht, today: date) -> Iterator[tuple[Zekerheid, str]]:
    unread = [each for each in plicht.controles if each not in READ]
    if unread:
        part = "Niet geverifieerd" if len(unread) == len(plicht.controles) else "Deels geverifieerd"
        why = schrijfwijze.listing([_lower(each.label) for each in unread])
        yield Zekerheid.NIET_GEVERIFIEERD, f"{part}: {why}."
    if plicht.is_stale(today):
        yield Zekerheid.VEROUDERD, "Lees de tekst opnieuw na: dat is meer dan een jaar geleden."
    if plicht.in_beweging:
        yield Zekerheid.IN_BEWEGING, f"De wet is in beweging: {plicht.in_beweging.rstrip('.')}."


def _how_read(plicht: Plicht) -> str:
    return f"{plicht.controles[0].label}."


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
