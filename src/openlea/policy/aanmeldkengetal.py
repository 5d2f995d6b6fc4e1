"""How many schools place centrally, have open places or draw lots (indicator I-AAN-1).

Only what somebody read at a source counts; an example never does. Beside each number stands of how
many schools it is known: the others are no 'no'.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.policy.aanmeldregels import is_voorbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetal:
    """One number: `aantal` of the `bekend` schools, out of `scholen`; read from day to day."""

    vraag: str
    aantal: int
    bekend: int
    scholen: int
    eerst: date
    laatst: date
    bronnen: tuple[str, ...]

    @property
    def onbekend(self) -> int:
        """Return of how many schools nothing was read."""
        return self.scholen - self.bekend


def count_policies(beleid: Sequence[Aanmeldbeleid], scholen: int) -> tuple[Kengetal, ...]:
    """Return the numbers that can be given; none for what was read of no school."""
    return tuple(_counted([one for one in beleid if has_source(one)], scholen))


def has_source(beleid: Aanmeldbeleid) -> bool:
    """Say whether a policy may count: it is no example, and its source and day are there."""
    return not is_voorbeeld(beleid) and bool(beleid.bron) and beleid.gezien_op is not None


def _counted(read: Sequence[Aanmeldbeleid], scholen: int) -> Iterator[Kengetal]:
    for vraag, answer in _VRAGEN:
        told = [(one, said) for one in read if (said := answer(one)) is not None]
        if not told:
            continue
        days = sorted(one.gezien_op for one, _ in told if one.gezien_op)
        yield Kengetal(
            vraag=vraag,
            aantal=sum(said for _, said in told),
            bekend=len(told),
            # A school that was typed may stand in no register.
            scholen=max(scholen, len(told)),
            eerst=days[0],
            laatst=days[-1],
            bronnen=tuple(sorted({one.bron for one, _ in told})),
        )


def _is(word: Toewijzing) -> Callable[[Aanmeldbeleid], bool | None]:
    def answer(one: Aanmeldbeleid) -> bool | None:
        return None if one.toewijzing is Toewijzing.ONBEKEND else one.toewijzing is word

    return answer


def _has_places(one: Aanmeldbeleid) -> bool | None:
    return None if one.plaatsen is None else one.plaatsen > 0


_VRAGEN: tuple[tuple[str, Callable[[Aanmeldbeleid], bool | None]], ...] = (
    ("Centrale procedure", _is(Toewijzing.CENTRAAL)),
    ("Open plaatsen", _has_places),
    ("Loting", _is(Toewijzing.LOTING)),
)
