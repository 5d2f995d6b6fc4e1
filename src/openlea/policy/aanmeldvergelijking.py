"""What the schools of a gemeente share in how one applies, what most do, and who differs.

A rule is shared when every school of which it is known does the same, and that is known of two
schools at least. What nobody filled in is unknown: it never counts as a 'no'.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.keuze import Keuze
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldregels import knows_voorrang
from openlea.policy.schrijfwijze import day

ENOUGH = 2
"""One school shares nothing with itself."""
HALF = 2


class Mate(Keuze):
    """How far a rule is shared."""

    ALLE = "alle", "Zo doen alle scholen het waarvan dit bekend is"
    MEESTE = "meeste", "Zo doen de meeste scholen het"
    VERSCHILT = "verschilt", "Dit verschilt per school"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer, and the names of the schools that give it."""

    tekst: str
    scholen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedeeld:
    """One question with the answers, most given first; `onbekend` counts who didn't say."""

    vraag: str
    mate: Mate
    antwoorden: tuple[Antwoord, ...]
    onbekend: int

    @property
    def eerste(self) -> Antwoord:
        """Return the answer that most schools give."""
        return self.antwoorden[0]

    @property
    def anders(self) -> tuple[Antwoord, ...]:
        """Return the other answers, with who gives them."""
        return self.antwoorden[1:]

    @property
    def bekend(self) -> int:
        """Return of how many schools the answer is known."""
        return sum(len(one.scholen) for one in self.antwoorden)


Vraag = tuple[str, Callable[[Aanmeldbeleid], str]]
"""A question, and how a policy answers it; '' is 'not known'."""


def compare_policies(beleid: Sequence[Aanmeldbeleid], scholen: int) -> tuple[Gedeeld, ...]:
    """Return each question that two schools or more answer; shared first, then what differs.

    `scholen` is how many schools there are: who has no policy here is unknown too.
    """
    found = [one for vraag in _questions(beleid) if (one := _answered(vraag, beleid, scholen))]
    return tuple(sorted(found, key=lambda one: list(Mate).index(one.mate)))


def _answered(vraag: Vraag, beleid: Sequence[Aanmeldbeleid], scholen: int) -> Gedeeld | None:
    naam, answer = vraag
    by_answer: dict[str, list[str]] = {}
    for one in beleid:
        if said := answer(one):
            by_answer.setdefault(said, []).append(one.naam)
    known = sum(len(names) for names in by_answer.values())
    if known < ENOUGH:
        return None
    most = sorted(by_answer.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Gedeeld(
        vraag=naam,
        mate=_degree([len(names) for _, names in most], known),
        antwoorden=tuple(Antwoord(text, tuple(sorted(names))) for text, names in most),
        onbekend=max(scholen - known, 0),
    )


def _degree(counts: Sequence[int], known: int) -> Mate:
    if len(counts) == 1:
        return Mate.ALLE
    return Mate.MEESTE if counts[0] * HALF > known else Mate.VERSCHILT


def _questions(beleid: Sequence[Aanmeldbeleid]) -> Iterator[Vraag]:
    """Yield the questions; a criterion that no school has is none."""
    yield "Vanaf wanneer aanmelden", _begin
    yield "Tot wanneer aanmelden", lambda one: day(one.aanmelden_tot) if one.aanmelden_tot else ""
    yield "Wie het eerst voorrang heeft", _first
    used = {criterium for one in beleid for criterium in one.voorrang}
    for criterium in Criterium:
        if criterium in used:
            yield f"Voorrang voor {criterium.label}", _gives(criterium)
    yield "Als er te veel aanmeldingen zijn", _toewijzing
    yield "Dag van de loting", lambda one: day(one.loting_op) if one.loting_op else ""
    yield "Dag van de uitslag", lambda one: day(one.uitslag_op) if one.uitslag_op else ""
    yield "Vrijwillige ouderbijdrage", _bijdrage


def _begin(one: Aanmeldbeleid) -> str:
    return day(one.aanmelden_van) if one.aanmelden_van else one.moment.strip()


def _first(one: Aanmeldbeleid) -> str:
    if one.voorrang:
        return one.voorrang[0].label
    return one.voorrang_anders.strip()


def _gives(criterium: Criterium) -> Callable[[Aanmeldbeleid], str]:
    def answer(one: Aanmeldbeleid) -> str:
        if not knows_voorrang(one):
            return ""
        return "ja" if criterium in one.voorrang else "nee"

    return answer


def _toewijzing(one: Aanmeldbeleid) -> str:
    return "" if one.toewijzing is Toewijzing.ONBEKEND else one.toewijzing.label


def _bijdrage(one: Aanmeldbeleid) -> str:
    if one.bijdrage is None:
        return ""
    return "wordt gevraagd" if one.bijdrage else "wordt niet gevraagd"
