"""The attacker of a round of questions: goes through every world that explains what was published.

A world is what everybody really answered, with every draw. Of each published pair of rounds the
attack collects all values that the one person who changed can have given. A single one is a leak.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import combinations_with_replacement

SCORES = range(1, 6)
Scores = tuple[int, ...]
Shown = Callable[[Scores], Iterable[Hashable]]
"""Every cell that could be published of these answers, one per draw."""
Seen = Mapping[Hashable, set[int]]


def crowds(aantal: int) -> list[Scores]:
    """Return everything that so many people can answer, whoever gave which answer."""
    return list(combinations_with_replacement(SCORES, aantal))


def without(scores: Scores, one: int) -> Scores:
    rest = list(scores)
    rest.remove(one)
    return tuple(rest)


def among(*scores: int) -> Scores:
    return tuple(sorted(scores))


def one_round(shown: Shown, aantal: int) -> Seen:
    """Return what any one person can have answered, also for a member who knows the own answer."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for scores in crowds(aantal):
        for cell in shown(scores):
            found[cell] |= set(scores)
            for own in set(scores):
                found[cell, "own answer", own] |= set(without(scores, own))
    return found


def newcomer(shown: Shown, aantal: int) -> Seen:
    """Return what one newcomer can have answered when all others answer the same again."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for scores in crowds(aantal):
        for new in SCORES:
            for pair in _pairs(shown, scores, among(*scores, new)):
                found[pair].add(new)
                for own in set(scores):
                    found[pair, "own answer", own].add(new)
    return found


def replaced(shown: Shown, aantal: int) -> Seen:
    """Return what one can answer whose place was another's, or who changed the answer; and was."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for scores in crowds(aantal):
        for old in set(scores):
            rest = without(scores, old)
            for new in SCORES:
                for pair in _pairs(shown, scores, among(*rest, new)):
                    found[pair, "now"].add(new)
                    found[pair, "before"].add(old)
                    if new != old:
                        found[pair, "changed to"].add(new)
                        found[pair, "changed from"].add(old)
                    for own in set(rest):
                        found[pair, "own answer", own].add(new)
    return found


def two_newcomers(shown: Shown, aantal: int) -> Seen:
    """Return what each of two newcomers, in one year or after each other, can have answered."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for scores in crowds(aantal):
        for first in SCORES:
            between = among(*scores, first)
            for second in SCORES:
                after = among(*between, second)
                for begin, end in _pairs(shown, scores, after):
                    found[begin, end].add(first)
                    for middle in shown(between):
                        found[begin, middle, end, "first"].add(first)
                        found[begin, middle, end, "second"].add(second)
    return found


def _pairs(shown: Shown, one: Scores, other: Scores) -> Iterable[tuple[Hashable, Hashable]]:
    later = list(shown(other))
    return ((now, then) for now in shown(one) for then in later)


def leaks(*found: Seen) -> list[Hashable]:
    """Return what was published from which an answer can be read: one value is left."""
    return [seen for each in found for seen, values in each.items() if len(values) == 1]
