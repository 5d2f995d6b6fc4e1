"""A day of a calendar in the two shapes in which it leaves: plain values, and a calendar line."""

from dataclasses import dataclass
from typing import Any

from openlea.core.kalender import Kalenderpunt, Kalenderregel
from openlea.policy.schrijfwijze import listing

LEEG = ("wet", "artikel", "bwb", "link")
"""What a day without a place in the law leaves empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoond:
    """What the law says of a day, and the line that a calendar program shows of it."""

    punt: Kalenderpunt
    regel: Kalenderregel

    def as_plain(self) -> dict[str, Any]:
        """Return it as it is handed out in a list; days stay days."""
        punt, law = self.punt, self.punt.grondslag
        shown: dict[str, Any] = {
            "id": punt.id,
            "plicht": punt.plicht,
            "titel": punt.titel,
            "over": punt.over,
            "houder": listing([one.label for one in punt.houders]),
            "veld": punt.veld,
            "vanaf": punt.vanaf,
            "uiterlijk": punt.uiterlijk,
            "tekst": punt.tekst,
            "dag_vrij": punt.dag_vrij,
            "telling": punt.telling,
            "eens_per_jaren": punt.eens_per,
            "aard": str(punt.aard),
            "voorwaarde": punt.voorwaarde,
            "grondslag": law.as_plain(punt.uiterlijk) if law else dict.fromkeys(LEEG, ""),
            "status": punt.zekerheid,
        }
        if punt.staat:
            shown |= {"partij": punt.partij, "staat": str(punt.staat)}
        return shown
