"""How the columns of a ledger export are read: asked once, then kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

VELDEN: Mapping[str, str] = {
    "post": "Kostenplaats of code van de post",
    "bedrag": "Bedrag",
    "credit": "Bedrag eraf (credit)",
    "op": "Datum",
    "jaar": "Boekjaar",
    "soort": "Soort: verplicht of besteed",
    "omschrijving": "Omschrijving",
    "kenmerk": "Kenmerk of boekstuknummer",
}
VERPLICHT = ("post", "bedrag", "op")
NIET_VAN_DE_AGENDA = "-"
"""Stands for a kostenplaats that has nothing to do with this agenda."""
RADEN: Mapping[str, tuple[str, ...]] = {
    "post": ("kostenplaats", "post", "budget", "taak", "project"),
    "bedrag": ("bedrag", "debet", "debit", "saldo", "euro"),
    "credit": ("credit",),
    "op": ("datum", "boekdatum"),
    "jaar": ("boekjaar", "jaar"),
    "soort": ("soort", "type", "verplicht"),
    "omschrijving": ("omschrijving", "tekst", "toelichting"),
    "kenmerk": ("kenmerk", "boekstuk", "factuur", "nummer", "referentie"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """Field → header, and kostenplaats → code of a post; `punt`: amounts are written 1234.50."""

    kolommen: Mapping[str, str] = field(default_factory=dict)
    posten: Mapping[str, str] = field(default_factory=dict)
    punt: bool = False

    def fits(self, koppen: Sequence[str]) -> bool:
        """Return whether every column that is read stands in the file."""
        named = set(self.kolommen.values())
        return named <= set(koppen) and all(self.kolommen.get(veld) for veld in VERPLICHT)

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return asdict(self)


def read_koppeling(kept: Mapping[str, Any]) -> Koppeling:
    """Return a koppeling as it was kept."""
    return Koppeling(
        kolommen=dict(kept.get("kolommen", {})),
        posten=dict(kept.get("posten", {})),
        punt=bool(kept.get("punt", False)),
    )


def guess(koppen: Sequence[str]) -> dict[str, str]:
    """Return per field the header that most looks like it; no header twice."""
    found: dict[str, str] = {}
    for veld, words in RADEN.items():
        free = [kop for kop in koppen if kop not in found.values()]
        likely = (kop for word in words for kop in free if word in kop.casefold())
        if kop := next(likely, ""):
            found[veld] = kop
    return found
