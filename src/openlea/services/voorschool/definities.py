"""Which local definition of the doelgroep holds on a day, and how it is named in a count."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openlea.policy.schrijfwijze import day as day_text
from openlea.policy.voorschool_groepen import STREEF
from openlea.storage.records.models import Doelgroepdefinitie

VANAF = 30
"""Months: of what nobody fixed, from two and a half year, as the hours of the law are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitie:
    """What holds: from which age in months, which share makes a group heavy; '' when unfixed."""

    tekst: str = ""
    vanaf: int = VANAF
    zwaar_boven: int = STREEF


def definition_on(werkruimte: int, day: date) -> Definitie:
    """Return the definition that holds on a day; without one the usual age, and no text."""
    found = Doelgroepdefinitie.objects.of(werkruimte).on(day).first()
    if found is None:
        return Definitie()
    return Definitie(
        tekst=f"{found.naam} (vanaf {day_text(found.van)}, {found.vanaf_maanden} maanden)",
        vanaf=found.vanaf_maanden,
        zwaar_boven=heavy_above(found.redenen),
    )


def kept_reasons(redenen: tuple[str, ...], zwaar_boven: int) -> dict[str, Any]:
    """Return reasons and the local threshold as they are kept together."""
    return {"redenen": list(redenen), "zwaar_boven": zwaar_boven}


def reasons_of(kept: Any) -> tuple[str, ...]:
    """Return the reasons of an indication as they were kept."""
    return tuple(kept.get("redenen", ()) if isinstance(kept, Mapping) else kept or ())


def heavy_above(kept: Any) -> int:
    """Return above which percentage a group is heavy; half when nobody chose."""
    return int(kept.get("zwaar_boven", STREEF)) if isinstance(kept, Mapping) else STREEF
