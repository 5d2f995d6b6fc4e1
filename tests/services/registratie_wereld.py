"""A register as a sender has it, with everything in it that must never be found again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.policy.rechten import Actor
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.storage.records.models import Aanlevering

REGISTRATIE = "doelgroepkinderen"
HEADS = (
    "BSN",
    "Achternaam",
    "Geboortedatum",
    "Postcode",
    "LRK",
    "Datum indicatie",
    "Uren per week",
    "Opmerkingen",
    "Kleur fiets",
)
NAAM, TEKST, VREEMD = "Zwaluwnest", "Ooievaar zegt iets", "Paarsgroen"
GEBOREN, POSTCODE = date(2022, 3, 14), "1211ZQ"


def bsn(number: int) -> str:
    """Return the number-th citizen number of 9 digits that passes the check of eleven."""
    at = 99999 * 10_000
    while number >= 0:
        at += 1
        digits = [int(digit) for digit in f"{at:09d}"]
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
        number -= total % 11 == 0
    return f"{at:09d}"


def peildatum(years_ago: int, month: int = 1) -> str:
    """Return a period that may be kept today, whenever that is."""
    return f"{timezone.localdate().year - years_ago}-{month:02d}-01"


def row(number: int, **anders: str) -> list[str]:
    """Return one child; `anders` changes cells by their head in small letters."""
    good = {
        "bsn": bsn(number),
        "achternaam": NAAM,
        "geboortedatum": f"{GEBOREN:%d-%m-%Y}",
        "postcode": POSTCODE,
        "lrk": "123456789",
        "datum indicatie": "01-02-2025",
        "uren per week": "16",
        "opmerkingen": TEKST,
        "kleur fiets": VREEMD,
    }
    return list((good | anders).values())


def register(rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS) -> Bestand:
    """Return a csv file of rows, named after a child as people do."""
    lines = [";".join(cells) for cells in (heads, *rows)]
    return Bestand(naam=f"lijst {NAAM}.csv", inhoud="\r\n".join(lines).encode())


PLANTED = (
    NAAM,
    TEKST,
    VREEMD,
    POSTCODE,
    f"{GEBOREN:%d-%m-%Y}",
    f"{GEBOREN:%Y-%m-%d}",
    *(bsn(number) for number in range(12)),
)
"""What must be nowhere, whatever went well or wrong."""


@dataclass(frozen=True)
class Zender:
    """Who delivers, and the shortest way to do it."""

    actor: Actor

    def offer(self, bestand: Bestand, periode: str = "", partij: int | None = None) -> Aanlevering:
        """Bring a file to the door."""
        day = periode or f"{timezone.localdate():%Y-%m-%d}"
        return offer_aanlevering(self.actor, REGISTRATIE, bestand, day, partij=partij)

    def keep(self, bestand: Bestand, periode: str = "", partij: int | None = None) -> Aanlevering:
        """Bring a file to the door and let it count, whatever it replaces."""
        new = self.offer(bestand, periode, partij)
        earlier = Aanlevering.objects.counted().same_as(new).first()
        return keep_aanlevering(self.actor, new.pk, vervangt=earlier.pk if earlier else None)
