"""Why one school gets its amount, as steps that anybody can follow and check."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openlea.core.notatie import euro
from openlea.policy import schrijfwijze
from openlea.policy.schrijfwijze import count
from openlea.policy.verdeeluitleg import CENTS


@dataclass(frozen=True, slots=True)
class Stap:
    """One criterion: what it divides, what this school has, and what that gives it."""

    criterium: str
    tekst: str
    uitleg: str
    bedrag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooluitleg:
    """The explanation of one school; texts are whole sentences."""

    kop: str
    begin: str
    stappen: tuple[Stap, ...]
    samen: str
    einde: str
    vorig: str
    bereik: str


def explain_school(plain: Mapping[str, Any], plek: int, *, vorig: str) -> Schooluitleg:
    """Return why the school on a place (from 0) gets its amount."""
    one = plain["scholen"][plek]
    sharing = len(plain["scholen"]) - plain["uitgesloten"]
    amount = _euro(one["bedrag"])
    return Schooluitleg(
        kop=f"Waarom krijgt {one['school']} {amount if one['bedrag'] else 'niets'}?",
        begin=f"Er is {_euro(plain['budget'])} verdeeld over "
        f"{count(sharing, 'school', 'scholen')}. "
        "Elk criterium verdeelt een eigen deel van dat geld.",
        stappen=tuple(
            _step(own, rule) for own, rule in zip(one["waarom"], plain["criteria"], strict=False)
        ),
        samen=_cents(one["naar_rato"]) if one["waarom"] else "",
        einde=_ending(plain, one),
        vorig=_before(one) if vorig else "",
        bereik=_range(plain, plek),
    )


def _step(own: Mapping[str, Any], rule: Mapping[str, Any]) -> Stap:
    divides = f"Dit criterium verdeelt {_cents(rule['euro'])}."
    if own["waarde"] is None:
        return Stap(own["criterium"], f"{divides} De waarde is niet ingevuld: geen punten.",
                    rule["uitleg"], _cents(0))  # fmt: skip
    had = f"De waarde van deze school is {_number(own['waarde'])}."
    points = f"Dat geeft {_number(own['punten'])} punten."
    every = f"Alle scholen samen hebben er {_number(rule['punten'])}."
    tekst = f"{divides} {had} {points} {every}"
    return Stap(own["criterium"], tekst, rule["uitleg"], _cents(own["euro"]))


def _ending(plain: Mapping[str, Any], one: Mapping[str, Any]) -> str:
    """Return how the sum of the parts became the amount."""
    amount, total = _euro(one["bedrag"]), _cents(one["naar_rato"])
    if one["uitgesloten"]:
        return f"Deze school doet niet mee. {one['uitgesloten']}"
    if not one["bedrag"] and not one["naar_rato"]:
        return "Geen enkel criterium geeft deze school punten. Dan geldt ook geen ondergrens."
    if one["grens"] == "ondergrens":
        grens = _euro(plain["ondergrens"])
        return f"Dat is minder dan de ondergrens van {grens}. Daarom is het {amount}."
    if one["grens"] == "bovengrens":
        grens = _euro(plain["bovengrens"] or 0)
        return f"Dat is meer dan de bovengrens van {grens}. Daarom is het {amount}."
    if abs(one["bedrag"] - one["naar_rato"]) >= plain["afronding"]:
        return (
            "Omdat voor andere scholen een onder- of bovengrens geldt, of door de gekozen methode, "
            f"wordt {total} uiteindelijk {amount}."
        )
    return f"Afgerond is dat {amount}."


def _before(one: Mapping[str, Any]) -> str:
    was, more = one.get("vorig"), one.get("verschil")
    if was is None or more is None:
        return "Van vorig jaar is van deze school geen bedrag bekend."
    if not more:
        return f"Vorig jaar was het ook {_cents(was)}."
    word = "meer" if more > 0 else "minder"
    return f"Vorig jaar was het {_cents(was)}: nu {_cents(abs(more))} {word}."


def _range(plain: Mapping[str, Any], plek: int) -> str:
    """Return between which amounts the school lies when a weight is a little other."""
    if "gevoeligheid" not in plain:
        return ""
    one = plain["gevoeligheid"]["scholen"][plek]
    if one["laagste"] == one["hoogste"]:
        return "Een gewicht dat 10 % hoger of lager is, verandert dit bedrag niet."
    return (
        "Zou een van de gewichten 10 % hoger of lager zijn, dan ligt het bedrag tussen "
        f"{_euro(one['laagste'])} en {_euro(one['hoogste'])}."
    )


def _euro(euros: int) -> str:
    return euro(euros * CENTS)


def _cents(euros: float) -> str:
    return euro(round(Decimal(str(euros)) * CENTS))


def _number(value: float) -> str:
    return schrijfwijze.number(Decimal(str(value)))
