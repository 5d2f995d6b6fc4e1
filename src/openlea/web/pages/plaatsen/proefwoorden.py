"""A trial of rules in words: each variant beside the rules of now, and who gains and who loses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.policy.afscherming import SMALLEST
from openlea.policy.cijfertekst import number_text
from openlea.services.plaats.proef import VERSCHIL

GROEPEN = {
    "doelgroep": "Doelgroep van het beleid",
    "geen_doelgroep": "Niet in de doelgroep",
    "indicatie": "Met een indicatie",
    "broer_of_zus": "Met een broer of zus op een school",
    "geen_broer_of_zus": "Zonder broer of zus op een school",
}
WINT, VERLIEST, GELIJK = "wint", "verliest", "geen duidelijk verschil"
MOST_NAMED = 3
CHANCE = 0.05
"""Percentage points under which a change is nothing, whatever its interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variantregel:
    """One variant, written out; `aandeel` is the share with its first wish, for the chart."""

    naam: str
    wat: str
    eerste: str
    top: str
    geen: str
    afstand: str
    segregatie: str
    winnen: str
    verliezen: str
    aandeel: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepregel:
    """One group under a variant: its size, its chance now and then, the difference, a verdict."""

    naam: str
    kinderen: int
    nu: str
    dan: str
    verschil: str
    punten: float
    oordeel: str


def variant_line(one: Mapping[str, Any]) -> Variantregel:
    """Return a variant as it is written."""
    return Variantregel(
        naam=one["naam"],
        wat=_capital(one["wat"]),
        eerste=_spread(one["eerste_keus"]),
        top=_spread(one["top_3"]),
        geen=_spread(one["niet_geplaatst"]),
        afstand=_spread(one["afstand_km"]),
        segregatie=_spread(one["segregatie_doelgroep"], decimals=2),
        winnen=_count(one["winnen"]),
        verliezen=_count(one["verliezen"]),
        aandeel=one["eerste_keus"]["gemiddeld"],
    )


def group_lines(one: Mapping[str, Any], now: Mapping[str, Any]) -> list[Groepregel]:
    """Return every group and PC4 under a variant beside the rules of now."""
    found = []
    order = {naam: n for n, naam in enumerate(GROEPEN)}
    for naam, group in sorted(
        one["groepen"].items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])
    ):
        low, high = group["verschil_eerste_keus_tussen"]
        moved = group["verschil_eerste_keus"]
        found.append(
            Groepregel(
                naam=GROEPEN.get(naam, naam.replace("pc4 ", "Postcode ")),
                kinderen=group["kinderen"],
                nu=number_text(now["groepen"][naam]["eerste_keus"], 1),
                dan=number_text(group["eerste_keus"], 1),
                verschil=f"{_signed(moved)} ({_signed(low)} tot {_signed(high)})",
                punten=moved,
                oordeel=_verdict(moved, low, high),
            )
        )
    return found


def variant_sentences(one: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what a variant does, in sentences."""
    first, before = one["eerste_keus"]["gemiddeld"], now["eerste_keus"]["gemiddeld"]
    main = (
        f"Met deze variant krijgen gemiddeld {number_text(first, 1)} van de 100 kinderen hun "
        f"eerste wens. Nu zijn dat er {number_text(before, 1)}."
    )
    said = [main]
    moved = one["verschil"]["eerste_keus"]
    if _verdict(moved["gemiddeld"], moved["laag"], moved["hoog"]) == GELIJK:
        said.append("In sommige lotingen is het meer, in andere minder: dat is geen verschil.")
    said.append(
        f"{_children(one['winnen'])} een kans op de eerste wens die ten minste {VERSCHIL} "
        f"procentpunt groter is, {_children(one['verliezen'], begin=False)} een die zoveel "
        "kleiner is."
    )
    return [*said, *_most_moved(group_lines(one, now))]


def _most_moved(groups: Sequence[Groepregel]) -> Iterator[str]:
    """Yield which groups gain and lose most, and that nobody does when nobody does."""
    for verdict in (WINT, VERLIEST):
        moved = sorted(
            (one for one in groups if one.oordeel == verdict), key=lambda one: -abs(one.punten)
        )
        if moved:
            told = (f"{g.naam} ({_signed(g.punten)} procentpunt)" for g in moved[:MOST_NAMED])
            yield f"Het meest {verdict}: {', '.join(told)}."
        elif groups:
            yield f"Geen groep of wijk {verdict} duidelijk."


def _verdict(moved: float, low: float, high: float) -> str:
    if abs(moved) >= CHANCE and low > 0:
        return WINT
    if abs(moved) >= CHANCE and high < 0:
        return VERLIEST
    return GELIJK


def _children(count: int | None, *, begin: bool = True) -> str:
    if count is None:
        said = f"minder dan {SMALLEST} kinderen hebben"
    elif count == 0:
        said = "geen kind heeft"
    else:
        said = f"{number_text(count, 0)} kinderen hebben"
    return _capital(said) if begin else said


def _count(count: int | None) -> str:
    return f"minder dan {SMALLEST}" if count is None else number_text(count, 0)


def _spread(told: Mapping[str, float] | None, decimals: int = 1) -> str:
    if told is None:
        return "–"
    middle, low, high = (number_text(told[key], decimals) for key in ("gemiddeld", "laag", "hoog"))
    return middle if low == high == middle else f"{middle} ({low}–{high})"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number_text(value, 1)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
