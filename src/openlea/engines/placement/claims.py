"""What rules can claim: whether they are stable, and whether hiding a wish never helps.

Every answer comes with the reasons as codes; whoever shows them words them. What is claimed here is
proved in the literature named beside each code, and searched for counterexamples in the tests.
"""

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """How places are filled."""

    DEFERRED = "deferred"
    BOSTON = "boston"
    SERIAL = "serial"


class Reason(StrEnum):
    """Why something can or can't be claimed."""

    DEFERRED = "deferred"  # Gale and Shapley 1962; Dubins and Freedman 1981; Roth 1982
    BOSTON = "boston"  # Abdulkadiroğlu and Sönmez 2003: a lost first wish costs the second
    SERIAL = "serial"  # one order for all: honest, but blind to keys that differ per place
    HARD = "hard"  # stable for its seats, yet may leave a wished seat empty
    SOFT = "soft"  # stable for its seats; a member may pass a better key (Hafalir e.a. 2013)
    LINKED = "linked"  # Roth 1984: perhaps no stable outcome, and no honest rule
    SHORT_LIST = "short_list"  # Haeringer and Klijn 2009: who may name few must choose which
    RANKED_KEY = "ranked_key"  # a key that depends on the rank rewards another rank
    SECOND_ROUND = "second_round"  # a place now may bar a better one in the second round


class Stability(StrEnum):
    """In which sense nobody has a claim on a seat: of any place, of its kinds of seats, or not."""

    STABLE = "stable"
    FOR_ITS_SEATS = "for_its_seats"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Rules:
    """What was declared: the method, and what was added to it.

    `short_lists`: fewer wishes may be named than one may have. `ranked_key`: a key depends on
    where somebody named the place. `one_order`: every place has the same keys.
    """

    method: Method = Method.DEFERRED
    hard: bool = False
    soft: bool = False
    linked: bool = False
    short_lists: bool = False
    ranked_key: bool = False
    second_round: bool = False
    one_order: bool = False


@dataclass(frozen=True, slots=True)
class Claims:
    """What holds under these rules whatever is wished, and which parts of them decide it."""

    stability: Stability
    strategy_proof: bool
    reasons: tuple[Reason, ...]


def claims(rules: Rules) -> Claims:
    """Return whether rules are stable and strategy-proof, with every reason.

    A link breaks both because it may; one outcome can still be stable, which `defer_linked` says.
    """
    added = {
        Reason.HARD: rules.hard,
        Reason.SOFT: rules.soft,
        Reason.LINKED: rules.linked,
        Reason.SHORT_LIST: rules.short_lists,
        Reason.RANKED_KEY: rules.ranked_key,
        Reason.SECOND_ROUND: rules.second_round,
    }
    reasons = (Reason(rules.method), *(reason for reason, there in added.items() if there))
    spoilt = rules.linked or rules.short_lists or rules.ranked_key or rules.second_round
    return Claims(_stability(rules), rules.method is not Method.BOSTON and not spoilt, reasons)


def _stability(rules: Rules) -> Stability:
    """Return in which sense these rules are stable."""
    deferred = rules.method is Method.DEFERRED
    same = rules.method is Method.SERIAL and rules.one_order
    # A second round leaves whom the first placed, also where a seat was added since.
    if rules.linked or rules.second_round or not (deferred or same):
        return Stability.NO
    return Stability.FOR_ITS_SEATS if rules.hard or rules.soft else Stability.STABLE
