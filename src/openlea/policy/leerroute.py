"""Puts actions of several agendas at the same topics, so that routes can be laid side by side.

An action that is a tip belongs to the topic of that tip; else to the first topic of which a word
is in its name, or else in the name of its speerpunt. A word counts inside a longer one too, as in
'leerlingenvervoer', unless it is very short. What fits nowhere has no topic.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from openlea.core.agenda import ActieStaat
from openlea.core.deling import Gedeeldeactie
from openlea.core.samenwerkingsplank import Leeronderwerp, Tipblad

_ORDER = (
    ActieStaat.AFGEROND,
    ActieStaat.OP_SCHEMA,
    ActieStaat.LOOPT_ACHTER,
    ActieStaat.UITGESTELD,
    ActieStaat.NIET_GESTART,
    ActieStaat.ONBEKEND,
)
KORT = 3
"""A word of so many letters, such as an abbreviation, counts only when it stands alone."""

DOET_NIET_MEER_MEE = frozenset({ActieStaat.GESTOPT, ActieStaat.SAMENGEVOEGD, ActieStaat.OPGEVOLGD})


def topic_of(actie: Gedeeldeactie, blad: Tipblad) -> str:
    """Return the id of the topic of an action, or '' when none fits."""
    tip = next((one for one in blad.tips if same_name(one.titel, actie.naam)), None)
    if tip is not None:
        return tip.onderwerp
    by_name = _first(blad.onderwerpen, actie.naam)
    return by_name or _first(blad.onderwerpen, actie.speerpunt)


def line_for(onderwerp: Leeronderwerp, speerpunten: Iterable[tuple[str, str]]) -> str:
    """Return the code of the first speerpunt (code, name) that is about a topic, or ''."""
    return next((code for code, naam in speerpunten if _first([onderwerp], naam)), "")


def same_name(one: str, other: str) -> bool:
    """Return whether two names are the same but for case and spaces."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def count_states(acties: Iterable[Gedeeldeactie]) -> tuple[tuple[ActieStaat, int], ...]:
    """Return how many actions are in each state that still counts, furthest first."""
    counted = Counter(one.staat for one in acties)
    return tuple((staat, counted[staat]) for staat in _ORDER if counted[staat])


def _first(onderwerpen: Sequence[Leeronderwerp], text: str) -> str:
    for one in onderwerpen:
        if any(_is_in(word, text) for word in one.woorden):
            return one.id
    return ""


def _is_in(word: str, text: str) -> bool:
    if len(word) > KORT:
        return word.casefold() in text.casefold()
    return re.search(rf"(?i)\b{re.escape(word)}\b", text) is not None
