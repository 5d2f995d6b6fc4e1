"""What one value of an agenda may be by itself: filled in, short enough, a day and number that fit.

The lengths are those of the database, so that what passes here can be kept whole.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from openlea.core.keuze import Keuze
from openlea.policy import agenda_rijen as r
from openlea.policy.schrijfwijze import number

LANGSTE_TEKST = 32_767
"""Characters: what one cell of Excel holds, so that every agenda fits in a workbook."""
EERSTE_DAG, LAATSTE_DAG = date(1950, 1, 1), date(2100, 12, 31)
"""A day outside these is a typing error in the year."""
HELE_CIJFERS, DECIMALEN = 14, 6
"""Digits before and after the comma that the database keeps exactly."""

VERPLICHT: Mapping[str, tuple[str, ...]] = {
    r.AGENDA: ("titel",),
    r.PARTIJEN: ("code", "naam"),
    r.WERKGROEPEN: ("naam",),
    r.AMBITIES: ("code", "naam"),
    r.SPEERPUNTEN: (r.OUDER, "code", "naam"),
    r.ACTIES: (r.OUDER, "code", "naam"),
    r.BETROKKENEN: (r.OUDER, "partij"),
    r.VERWIJZINGEN: (r.OUDER, "naar"),
    r.VOORTGANG: (r.OUDER, "door"),
    r.STREEFWAARDEN: ("code", "bij", "maat"),
    r.JAARWAARDEN: (r.OUDER,),
    r.GELDSTROMEN: ("code", "naam"),
    r.BEGROTING: ("code", "omschrijving"),
    r.WIJZIGINGEN: ("post",),
    r.REALISATIE: ("post",),
    r.SUBSIDIES: ("kenmerk", "post", "regeling", "ontvanger"),
    r.DOELEN: ("code", "naam"),
    r.INDICATOREN: ("code", "naam"),
    r.VERBANDEN: ("van", "naar"),
}
"""Text that may not be empty; a number, day or choice without a default is needed by itself."""

LENGTES: Mapping[str, Mapping[str, int]] = {
    r.AGENDA: {"titel": 200, "besluit_door": 160, "voorganger": 200, "opvolger": 200},
    r.PARTIJEN: {"code": 40, "naam": 160, "plaats": 40},
    r.WERKGROEPEN: {"naam": 160},
    r.AMBITIES: {"code": 20, "naam": 300},
    r.SPEERPUNTEN: {"code": 20, "naam": 300},
    r.ACTIES: {"code": 20, "naam": 300, "doelgroep": 200},
    r.VERWIJZINGEN: {"naar": 300},
    r.VOORTGANG: {"door": 160},
    r.STREEFWAARDEN: {"code": 60, "maat": 200, "eenheid": 60},
    r.GELDSTROMEN: {"code": 40, "naam": 160, "voorwaarden": 80},
    r.BEGROTING: {
        "code": 40,
        "omschrijving": 300,
        "elders_gedekt_door": 200,
        "categorie": 80,
        "taakveld": 20,
    },
    r.WIJZIGINGEN: {"besluit": 200},
    r.REALISATIE: {"omschrijving": 300, "kenmerk": 80},
    r.SUBSIDIES: {"kenmerk": 80, "regeling": 200},
    r.DOELEN: {"code": 40, "naam": 300},
    r.INDICATOREN: {"code": 40, "naam": 300, "eenheid": 60, "catalogus": 120},
}
"""Characters that a field may hold, where that is less than a cell of Excel."""


def refusals(blad: str, veld: str, waarde: Any) -> Iterator[str]:
    """Yield why one value by itself is refused, by its kind."""
    if isinstance(waarde, str) and not isinstance(waarde, Keuze):
        yield from _text(blad, veld, waarde)
    elif isinstance(waarde, date) and not EERSTE_DAG <= waarde <= LAATSTE_DAG:
        yield f"Het jaar {waarde.year} klopt niet."
    elif isinstance(waarde, Decimal):
        yield from _decimal(waarde)


def _text(blad: str, veld: str, tekst: str) -> Iterator[str]:
    most = LENGTES.get(blad, {}).get(veld, LANGSTE_TEKST)
    if veld in VERPLICHT[blad] and not tekst.strip():
        yield "Dit is leeg. Vul het in."
    # Excel counts an emoji as two characters, so the length is that of UTF-16.
    length = len(tekst.encode("utf-16-le", "surrogatepass")) // 2
    if length > most:
        yield f"De tekst heeft {number(length)} tekens. Er passen er {number(most)}."
    if any(unicodedata.category(t) in ("Cc", "Cs") and t not in "\n\r\t" for t in tekst):
        yield "Hier staat een onzichtbaar stuurteken. Typ de tekst opnieuw."


def _decimal(getal: Decimal) -> Iterator[str]:
    if not getal.is_finite():
        yield "Dit is geen getal."
    elif abs(getal) >= Decimal(10) ** HELE_CIJFERS:
        yield f"Het getal heeft meer dan {HELE_CIJFERS} cijfers voor de komma."
    elif getal != getal.quantize(Decimal(1).scaleb(-DECIMALEN)):
        yield f"Het getal heeft meer dan {DECIMALEN} cijfers achter de komma."
