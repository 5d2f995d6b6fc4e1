"""Who gets which place: wishes, keys and seats in, places out; it knows no school and no child."""

from openlea.engines.placement.claims import Claims, Method, Reason, Rules, Stability, claims
from openlea.engines.placement.comparing import boston, serial
from openlea.engines.placement.deferred import defer
from openlea.engines.placement.fairness import (
    Envy,
    Waste,
    envy,
    is_stable,
    is_stable_reserved,
    seats_left,
    waste,
)
from openlea.engines.placement.later import reserve_list, second_round, secure
from openlea.engines.placement.linked import Link, LinkedOutcome, defer_linked
from openlea.engines.placement.market import NONE, Key, Market, Outcome, check
from openlea.engines.placement.reasons import Cause, Refusal, why
from openlea.engines.placement.reserves import (
    OPEN,
    Reserve,
    ReservedOutcome,
    SeatBound,
    Seats,
    defer_reserved,
    reserved_outcome,
    seats_of,
)

__all__ = [
    "NONE",
    "OPEN",
    "Cause",
    "Claims",
    "Envy",
    "Key",
    "Link",
    "LinkedOutcome",
    "Market",
    "Method",
    "Outcome",
    "Reason",
    "Refusal",
    "Reserve",
    "ReservedOutcome",
    "Rules",
    "SeatBound",
    "Seats",
    "Stability",
    "Waste",
    "boston",
    "check",
    "claims",
    "defer",
    "defer_linked",
    "defer_reserved",
    "envy",
    "is_stable",
    "is_stable_reserved",
    "reserve_list",
    "reserved_outcome",
    "seats_left",
    "seats_of",
    "second_round",
    "secure",
    "serial",
    "waste",
    "why",
]
