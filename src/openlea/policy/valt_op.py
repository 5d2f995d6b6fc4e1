"""What stands out of a place: sentences made by rules, each with its number and what it's held to.

Only what is surely so is called more or less: when the range of a number and that of the others
touch, as they are written, the sentence leaves it open. What is wished and what isn't stand both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openlea.core.indicator import Richting
from openlea.core.keuze import Keuze
from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import rounded, waarde_in_zin

ZINNEN = 5
PER_VELD = 2
"""So many sentences about one beleidsveld: figures of one field tend to say the same."""
CONTEXT_WEIGHS = 2
"""How a municipality is, counts for half of what happens to its children."""
WAARDE = "{waarde}"


class Ligging(Keuze):
    """Where a number lies beside those of others, as far as one can tell."""

    HOGER = "hoger", "Hoger"
    LAGER = "lager", "Lager"
    BINNEN = "binnen", "Vergelijkbaar"
    OPEN = "open", "Niet te zeggen"


class Gunst(Keuze):
    """Whether that is wished; 'geen' when nobody says so."""

    GEWENST = "gewenst", "Gewenst"
    ONGEWENST = "ongewenst", "Niet gewenst"
    GEEN = "geen", "Geen oordeel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneming:
    """A number of a place beside those of others in the same period; `zin` holds {waarde}."""

    indicator: str
    veld: str
    periode: str
    zin: str
    eenheid: str
    decimalen: int
    richting: Richting
    is_context: bool
    eigen: Bereik
    anderen: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvallend:
    """A sentence in three parts, so that its number can be a link; and where the number lies."""

    waarneming: Waarneming
    ligging: Ligging
    gunst: Gunst
    sterkte: float
    voor: str
    waarde: str
    na: str

    @property
    def zin(self) -> str:
        """Return the whole sentence."""
        return f"{self.voor}{self.waarde}{self.na}"


def valt_op(
    waar: str, waarnemingen: Iterable[Waarneming], anderen: str, most: int = ZINNEN
) -> tuple[Opvallend, ...]:
    """Return at most so many sentences, the most striking first.

    `waar` begins the sentence ('In Hilversum'); `anderen` is what it's held to ('in vergelijkbare
    gemeenten'). The order of what goes in changes nothing.
    """
    told = sorted((_told(waar, one, anderen) for one in waarnemingen if one.zin), key=_rank)
    chosen = _spread(told, most)
    return tuple(sorted(_balanced(chosen, told), key=_rank))


def ligging_of(eigen: Bereik, anderen: Bereik, decimals: int) -> Ligging:
    """Return where a number lies, judged by what is written of both."""
    low, high = rounded(eigen.laag, decimals), rounded(eigen.hoog, decimals)
    begin, end = rounded(anderen.laag, decimals), rounded(anderen.hoog, decimals)
    if low > end and eigen.laag > anderen.hoog:
        return Ligging.HOGER
    if high < begin and eigen.hoog < anderen.laag:
        return Ligging.LAGER
    return Ligging.BINNEN if begin <= low and high <= end else Ligging.OPEN


def gunst_of(ligging: Ligging, richting: Richting) -> Gunst:
    """Return whether it is wished that a number lies there."""
    if richting is Richting.GEEN or ligging not in (Ligging.HOGER, Ligging.LAGER):
        return Gunst.GEEN
    return Gunst.GEWENST if str(ligging) == str(richting) else Gunst.ONGEWENST


def _told(waar: str, one: Waarneming, anderen: str) -> Opvallend:
    ligging = ligging_of(one.eigen, one.anderen, one.decimalen)
    voor, _, na = one.zin.partition(WAARDE)
    band = waarde_in_zin(one.anderen, one.decimalen, one.eenheid)
    return Opvallend(
        waarneming=one,
        ligging=ligging,
        gunst=gunst_of(ligging, one.richting),
        sterkte=_strength(one) if ligging in (Ligging.HOGER, Ligging.LAGER) else 0.0,
        voor=f"{waar} {voor}",
        waarde=waarde_in_zin(one.eigen, one.decimalen, one.eenheid),
        na=f"{na}; {anderen} {band}.",
    )


def _strength(one: Waarneming) -> float:
    """Return how far outside it lies, in widths of what it's held to.

    A band of almost no width would make everything far, so it counts as a tenth of its level.
    """
    gap = max(one.eigen.laag - one.anderen.hoog, one.anderen.laag - one.eigen.hoog)
    level = (abs(one.anderen.laag) + abs(one.anderen.hoog)) / 2
    wide = max(one.anderen.hoog - one.anderen.laag, level / 10, 10.0**-one.decimalen)
    return gap / wide / (CONTEXT_WEIGHS if one.is_context else 1)


def _rank(one: Opvallend) -> tuple[float, int, int, str, str]:
    """Return the order: far outside first, then what is surely alike, what is open last."""
    seen = one.waarneming
    wished = 0 if seen.richting is not Richting.GEEN else 1
    is_open = 1 if one.ligging is Ligging.OPEN else 0
    return (-one.sterkte, is_open, wished, seen.veld, f"{seen.indicator} {seen.periode}")


def _spread(told: Sequence[Opvallend], most: int) -> list[Opvallend]:
    """Return the first ones, so few of each field; more of a field when there is nothing else."""
    chosen: list[Opvallend] = []
    rest: list[Opvallend] = []
    for one in told:
        same = sum(each.waarneming.veld == one.waarneming.veld for each in chosen)
        (chosen if same < PER_VELD and len(chosen) < most else rest).append(one)
    return [*chosen, *rest[: most - len(chosen)]]


def _balanced(chosen: Sequence[Opvallend], told: Sequence[Opvallend]) -> list[Opvallend]:
    """Return the chosen ones, with the strongest of the missing side in place of the last."""
    found = list(chosen)
    have = {one.gunst for one in found}
    for side in (Gunst.ONGEWENST, Gunst.GEWENST):
        other = next((one for one in told if one.gunst is side), None)
        if side in have or other is None:
            continue
        spare = [one for one in found if sum(each.gunst is one.gunst for each in found) > 1
                 or one.gunst is Gunst.GEEN]  # fmt: skip
        if spare:
            found[found.index(max(spare, key=_rank))] = other
    return found
