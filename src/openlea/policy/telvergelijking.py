"""Two public files count the same pupils: where they agree, contradict, or one of them is silent.

Hidden counts make each count a range. The ranges stand side by side and are never laid over each
other: what two files together would say of a hidden count is more than either may say alone.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from openlea.core.onthulling import Bereik

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegenspraak(Generic[K]):
    """One thing that two files count so differently that both can't be right."""

    wat: K
    een: Bereik
    ander: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Telvergelijking(Generic[K]):
    """How two files agree: how many things overlap, which contradict, which one file knows."""

    overlap: int
    tegenspraken: tuple[Tegenspraak[K], ...]
    alleen_een: tuple[K, ...]
    alleen_ander: tuple[K, ...]

    @property
    def vergeleken(self) -> int:
        """Return how many things stand in both files."""
        return self.overlap + len(self.tegenspraken)


def compare_counts(een: Mapping[K, Bereik], ander: Mapping[K, Bereik]) -> Telvergelijking[K]:
    """Return how two files agree on what they count, in the order of the first."""
    both = [wat for wat in een if wat in ander]
    wrong = [wat for wat in both if not een[wat].overlapt(ander[wat])]
    return Telvergelijking(
        overlap=len(both) - len(wrong),
        tegenspraken=tuple(Tegenspraak(wat=wat, een=een[wat], ander=ander[wat]) for wat in wrong),
        alleen_een=tuple(wat for wat in een if wat not in ander),
        alleen_ander=tuple(wat for wat in ander if wat not in een),
    )
