"""The words of two route planners: OSRM and Valhalla, both asked for a table of roads.

Sources, read 2026-11: the HTTP API of OSRM 5 (table service: metres and seconds, null for no road)
and the matrix API of Valhalla (`sources_to_targets`: kilometres and seconds, null for no road).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from openlea.core.errors import BadInput, Fout

Punt = tuple[float, float]
"""Degrees north and east."""
Weg = tuple[float, float] | None
"""Kilometres and minutes over the road; None where there is no road."""
METRES, SECONDS = 1000.0, 60.0
HOE = "schrijf osrm:https://… of valhalla:https://…, of laat haar leeg."


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One request: the address below the planner's, and what is sent along when it is a POST."""

    pad: str
    inhoud: Mapping[str, Any] | None = None


class Planner(Protocol):
    """Knows how a planner is asked from one place to others, and what it means by its answer."""

    @property
    def adres(self) -> str:
        """Return where it is, without a slash at the end."""

    def question(self, van: Punt, naar: Sequence[Punt]) -> Vraag:
        """Return the request for the roads from one place to others."""

    def roads(self, answer: Any, many: int) -> list[Weg]:
        """Return so many roads; ValueError, KeyError or TypeError for another answer."""


@dataclass(frozen=True, slots=True)
class Osrm:
    """OSRM: places as east,north in the address."""

    adres: str

    def question(self, van: Punt, naar: Sequence[Punt]) -> Vraag:
        """Return the request for a table with one source."""
        places = ";".join(f"{east:.6f},{north:.6f}" for north, east in (van, *naar))
        asked = "sources=0&annotations=distance,duration"
        return Vraag(pad=f"/table/v1/driving/{places}?{asked}")

    def roads(self, answer: Any, many: int) -> list[Weg]:
        """Return the roads but the first, which is to the place itself."""
        if answer["code"] != "Ok":
            raise ValueError(str(answer.get("message", answer["code"])))
        metres, seconds = answer["distances"][0][1:], answer["durations"][0][1:]
        return _checked(metres, seconds, many, METRES)


@dataclass(frozen=True, slots=True)
class Valhalla:
    """Valhalla: places as objects in a POST."""

    adres: str

    def question(self, van: Punt, naar: Sequence[Punt]) -> Vraag:
        """Return the request for a matrix with one source."""
        inhoud = {
            "sources": [_place(van)],
            "targets": [_place(one) for one in naar],
            "costing": "auto",
            "units": "kilometers",
        }
        return Vraag(pad="/sources_to_targets", inhoud=inhoud)

    def roads(self, answer: Any, many: int) -> list[Weg]:
        """Return the roads of the one row."""
        row = answer["sources_to_targets"][0]
        return _checked(
            [one["distance"] for one in row], [one["time"] for one in row], many, 1.0
        )  # fmt: skip


PLANNERS: Mapping[str, Callable[[str], Planner]] = {"osrm": Osrm, "valhalla": Valhalla}


def planner_of(instelling: str) -> Planner | None:
    """Return the planner of OPENLEA_ROUTER, None when it is empty; BadInput for another word."""
    if not instelling.strip():
        return None
    kind, _, adres = instelling.strip().partition(":")
    parts = urlsplit(adres)
    if kind not in PLANNERS or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadInput([Fout("", "OPENLEA_ROUTER", f"'{instelling}' is geen routeplanner: {HOE}")])
    return PLANNERS[kind](adres.rstrip("/"))


def _place(punt: Punt) -> dict[str, float]:
    return {"lat": round(punt[0], 6), "lon": round(punt[1], 6)}


def _checked(
    lengths: Sequence[float | None], times: Sequence[float | None], many: int, unit: float
) -> list[Weg]:
    if len(lengths) != many or len(times) != many:
        raise ValueError(f"er hoorden {many} wegen te komen")
    return [
        None
        if length is None or time is None
        else (_number(length) / unit, _number(time) / SECONDS)
        for length, time in zip(lengths, times, strict=True)
    ]


def _number(value: float) -> float:
    if not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError(f"{value!r} is geen afstand of tijd")
    return float(value)
