"""Deferred acceptance: applicants ask, places keep the best they have seen.

Gale and Shapley (1962), with capacities. Of all outcomes in which nobody has justified envy and no
seat is wasted, this is the best for every applicant, and it doesn't depend on who asks first.
"""

from heapq import heappush, heapreplace
from math import inf

from openlea.engines.placement.market import NONE, Key, Market, Outcome


def defer(market: Market) -> Outcome:
    """Return the stable outcome that is best for every applicant."""
    wishes, standing, capacity = market.wishes, market.standing, market.capacity
    # The worst kept lies on top of its heap, because heapq keeps the smallest there.
    kept: list[list[tuple[Key, int]]] = [[] for _ in capacity]
    bound: list[Key] = [inf if seats else -inf for seats in capacity]
    rank = [NONE] * len(wishes)
    for first in range(len(wishes)):
        who, wish = first, 0
        while who >= 0:
            places, keys = wishes[who], standing[who]
            end = len(places)
            while wish < end and keys[wish] >= bound[places[wish]]:
                wish += 1
            if wish == end:
                rank[who] = NONE
                break
            rank[who] = wish
            place, bid = places[wish], (-keys[wish], who)
            held = kept[place]
            if len(held) < capacity[place]:
                heappush(held, bid)
                who = NONE
            else:
                who = heapreplace(held, bid)[1]
                wish = rank[who] + 1
            if len(held) == capacity[place]:
                bound[place] = -held[0][0]
    placed = (ranked[at] if at >= 0 else NONE for ranked, at in zip(wishes, rank, strict=True))
    bounds = (None if key == inf else key for key in bound)
    return Outcome(tuple(placed), tuple(rank), tuple(bounds))
