"""Two other ways to fill places, to compare: by round (Boston), and one after another.

Boston (Abdulkadiroğlu and Sönmez 2003) keeps whom a place took in an earlier round, so a first wish
is a gamble. Serial dictatorship (Satterthwaite and Sonnenschein 1981) looks at one order alone.
"""

from collections.abc import Sequence

from openlea.engines.placement.market import NONE, Market, Outcome, outcome_of


def boston(market: Market) -> Outcome:
    """Return the outcome of rounds: in round n places take, for good, who has them as wish n."""
    rank = [NONE] * len(market.wishes)
    left = list(market.capacity)
    waiting = list(range(len(rank)))
    for wish in range(max(map(len, market.wishes), default=0)):
        asked: dict[int, list[int]] = {}
        for applicant in waiting:
            if wish < len(market.wishes[applicant]):
                asked.setdefault(market.wishes[applicant][wish], []).append(applicant)
        for place, askers in asked.items():
            askers.sort(key=lambda applicant: market.standing[applicant][wish])
            for applicant in askers[: left[place]]:
                rank[applicant] = wish
            left[place] = max(0, left[place] - len(askers))
        waiting = [applicant for applicant in waiting if rank[applicant] < 0]
    return outcome_of(market, rank)


def serial(market: Market, order: Sequence[int]) -> Outcome:
    """Return the outcome in which each in turn takes its best place with a seat left.

    Keys play no part; who isn't in `order` gets no place.
    """
    rank = [NONE] * len(market.wishes)
    left = list(market.capacity)
    for applicant in order:
        for wish, place in enumerate(market.wishes[applicant]):
            if left[place] > 0:
                left[place] -= 1
                rank[applicant] = wish
                break
    return outcome_of(market, rank)
