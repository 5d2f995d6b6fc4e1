"""Which measures fit an agreement: of which fields, and what a figure says of the start."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from openlea.core.agenda import Richting
from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Richting as Wens
from openlea.core.onthulling import Status
from openlea.policy.beleidsveld import in_order
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst, rounded

VELDEN_PER_ONDERWERP: Mapping[str, tuple[str, ...]] = {
    "segregatie": ("onderwijskansen", "scholen"),
    "integratie": ("onderwijskansen", "scholen"),
    "achterstanden": ("onderwijskansen", "voorschool"),
    "toelating": ("overgangen", "scholen"),
    "verdeling": ("onderwijskansen", "scholen"),
}
"""The topics of the yearly consultation (WPO 160, WVO 3.42) and where their figures stand."""
EERST_PER_ONDERWERP: Mapping[str, tuple[str, ...]] = {
    "segregatie": ("spreiding_schoolweging", "schoolweging"),
    "achterstanden": ("lezen_1f", "rekenen_1f", "taalverzorging_1f", "scholen_onder_signaal"),
    "toelating": ("leerlingen_van_elders", "leerlingen_naar_elders"),
    "verdeling": ("schoolweging", "spreiding_schoolweging"),
}
"""Per topic the indicators that speak of it most directly, in that order."""
ALGEMEEN = frozenset({"samenwerking"})
"""A duty to consult has no figures of its own: those of its topic say how it goes."""
RICHTINGEN: Mapping[Wens, Richting] = {
    Wens.HOGER: Richting.MINSTENS,
    Wens.LAGER: Richting.HOOGSTENS,
    Wens.GEEN: Richting.MINSTENS,
}


def fields_for(onderwerp: str, velden: Iterable[str]) -> tuple[str, ...]:
    """Return the fields of policy to look in: of the topic of the duty, then of what is served."""
    topic = VELDEN_PER_ONDERWERP.get(onderwerp, ())
    rest = in_order(veld for veld in velden if veld and veld not in ALGEMEEN)
    return tuple(dict.fromkeys([*topic, *rest]))


def place_of(indicator: str, onderwerp: str) -> int:
    """Return how directly an indicator speaks of a topic; 0 is most, the others share a place."""
    first = EERST_PER_ONDERWERP.get(onderwerp, ())
    return first.index(indicator) if indicator in first else len(first)


def start_of(cijfer: Cijfer, decimalen: int) -> tuple[Decimal | None, date | None]:
    """Return the nulmeting that a figure gives, with its day; a range or a mark gives none."""
    value = cijfer.waarde
    if value is None or cijfer.status not in (Status.BEKEND, Status.NUL):
        return None, None
    return rounded(value, decimalen), day_of(cijfer.periode)


def day_of(periode: str) -> date | None:
    """Return the day that a period speaks of: the day itself, or the last of a (school) year.

    >>> day_of("2024-10-01"), day_of("2023/24"), day_of("2021")
    (datetime.date(2024, 10, 1), datetime.date(2024, 7, 31), datetime.date(2021, 12, 31))
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", periode):
        return date.fromisoformat(periode)
    if re.fullmatch(r"\d{4}/\d\d", periode):
        return date(int(periode[:4]) + 1, 7, 31)
    return date(int(periode), 12, 31) if re.fullmatch(r"\d{4}", periode) else None


def told_of(cijfer: Cijfer | None, decimalen: int, eenheid: str) -> str:
    """Return in Dutch what is known of the start, or why there is no number."""
    if cijfer is None or cijfer.status is Status.ONBEKEND:
        return "Hierover is hier geen cijfer bekend. Je meet de nulmeting dan zelf."
    when = periode_tekst(cijfer.periode)
    if cijfer.bereik is not None and cijfer.bereik.precies is None:
        between = bereik_tekst(cijfer.bereik, decimalen, eenheid)
        return f"Nu: {between} ({when}). Kleine aantallen zijn afgeschermd, dus geen nulmeting."
    if cijfer.bereik is None:
        return f"De bron schermt dit getal af ({when}). Daarom is er geen nulmeting."
    return f"Nu: {bereik_tekst(cijfer.bereik, decimalen, eenheid)} ({when})."
