"""What a closed round of questions shows, so that nobody can read from it what one person said.

The attacker. We reckon with somebody who knows exactly who is in which group, who answered which
question and who left one out; who has everything that was ever published of this round and of the
rounds before it; who is a member of the group and knows the own answers; and, at worst, who knows
that all others answered the same as last time. The attacker knows this text, but not what was drawn
by lot. What the attacker may never get: an answer of one person to one question that can only be
one value.

The protection, each part of which a test takes away to see the attack succeed:

1. Nothing of fewer than five answers, counted per question: a blank and 'weet ik niet' don't count.
2. Every answer is in one published cell at most: a group by itself, or all groups with too few
   answers together. When those together have fewer than five, the smallest other group joins them.
   Every total is computed from the published cells. So within a round there is nothing to subtract.
3. A mean is one of four classes. The limits have the parity of the number of answers: a sum S of n
   answers lies from an even distance above n up to an odd one. The difference of two rounds then
   lies between bounds of the other parity than the ends that k newcomers and j leavers can reach
   (k - 5j and 5k - j), so it is never forced to an end, and it always has two values at least. This
   holds for any number of newcomers and leavers: somebody who changed an answer is one of each.
4. Whether a group is divided, and how often a choice was made, is counted with a shift of -1, 0 or
   1 that is drawn once, in secret. The change of one person is never the only explanation.
5. Numbers are shown as classes. What was drawn is frozen with the outcome; answers are then
   deleted, so that nobody can draw again and average.

Not protected: the words of an open answer (shown of five or more together, without group, in the
order of the alphabet; who writes is asked to name nobody), and somebody in a group in which all
other answers were made up by one and the same attacker.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from openlea.core.raadpleging import Vraag, VraagSoort
from openlea.policy.raadpleegcel import (
    HOOGSTE,
    LAAGSTE,
    Cel,
    Gekozen,
    Omvang,
    chosen_by,
    height_of,
    is_divided,
    is_enough,
    size_of,
)

Waarde = int | str | tuple[str, ...]
Antwoord = Mapping[str, Waarde]
"""What one person answered, by question; what was left out is not there."""
Loting = Callable[[], int]
"""Draws one of raadpleegcel.SCHUIVEN, in secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """All that is ever shown of a round; a group with too few answers has no Omvang."""

    groepen: tuple[tuple[str, Omvang | None], ...]
    cellen: Mapping[str, tuple[Cel, ...]] = field(default_factory=dict)
    teksten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def publish(
    vragen: Sequence[Vraag], antwoorden: Mapping[str, Sequence[Antwoord]], loting: Loting
) -> Uitkomst:
    """Return what may be shown of the answers by group; see above for why it is all that may."""
    return Uitkomst(
        groepen=tuple((groep, seen_size(len(given))) for groep, given in antwoorden.items()),
        cellen={
            vraag.id: _cells(vraag, antwoorden, loting)
            for vraag in vragen
            if vraag.soort is not VraagSoort.TEKST
        },
        teksten={
            vraag.id: _texts(vraag, antwoorden)
            for vraag in vragen
            if vraag.soort is VraagSoort.TEKST
        },
    )


def seen_size(aantal: int) -> Omvang | None:
    """Return how many answered as it may be told, also while a round is open: None is under 5."""
    return size_of(aantal) if is_enough(aantal) else None


def apart(aantallen: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Return which groups are shown, each by itself and the small ones together.

    Every group is in one part at most, and every part has five answers or more.
    """
    alone = [groep for groep, aantal in aantallen.items() if is_enough(aantal)]
    few = [groep for groep in aantallen if groep not in alone]
    left = sum(aantallen[groep] for groep in few)
    if left and not is_enough(left) and alone:
        smallest = min(alone, key=lambda groep: aantallen[groep])
        alone.remove(smallest)
        few = [smallest, *few]
        left += aantallen[smallest]
    together = [tuple(few)] if is_enough(left) else []
    return (*((groep,) for groep in alone), *together)


def _cells(
    vraag: Vraag, antwoorden: Mapping[str, Sequence[Antwoord]], loting: Loting
) -> tuple[Cel, ...]:
    said = {groep: _values(vraag, given) for groep, given in antwoorden.items()}
    parts = apart({groep: len(values) for groep, values in said.items()})
    return tuple(
        _cell(vraag, groepen, [value for groep in groepen for value in said[groep]], loting)
        for groepen in parts
    )


def _cell(vraag: Vraag, groepen: tuple[str, ...], values: Sequence[Waarde], loting: Loting) -> Cel:
    omvang = size_of(len(values))
    if vraag.soort is VraagSoort.SCHAAL:
        scores = [value for value in values if isinstance(value, int)]
        return Cel(
            groepen=groepen,
            omvang=omvang,
            hoogte=height_of(scores),
            verdeeld=is_divided(scores, loting()),
        )
    return Cel(groepen=groepen, omvang=omvang, keuzes=_choices(vraag, values, loting))


def _choices(vraag: Vraag, values: Sequence[Waarde], loting: Loting) -> tuple[Gekozen, ...]:
    chosen = [value if isinstance(value, tuple) else (value,) for value in values]
    return tuple(
        chosen_by(sum(keuze in each for each in chosen), len(values), loting())
        for keuze in vraag.keuzes
    )


def _values(vraag: Vraag, given: Sequence[Antwoord]) -> list[Waarde]:
    """Return what was really answered to a question: no blanks, nothing outside the question."""
    return [one[vraag.id] for one in given if vraag.id in one and fits(vraag, one[vraag.id])]


def fits(vraag: Vraag, value: object) -> bool:
    """Return whether a value is an answer to this question."""
    if vraag.soort is VraagSoort.SCHAAL:
        return type(value) is int and LAAGSTE <= value <= HOOGSTE
    if vraag.soort is VraagSoort.KEUZE:
        return value in vraag.keuzes
    if vraag.soort is VraagSoort.MEERKEUZE:
        return isinstance(value, tuple) and bool(value) and set(value) <= set(vraag.keuzes)
    return isinstance(value, str) and bool(value.strip())


def _texts(vraag: Vraag, antwoorden: Mapping[str, Sequence[Antwoord]]) -> tuple[str, ...]:
    found = [str(value).strip() for given in antwoorden.values() for value in _values(vraag, given)]
    return tuple(sorted(found, key=str.casefold)) if is_enough(len(found)) else ()
