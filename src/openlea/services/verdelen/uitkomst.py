"""What came out of dividing a budget: per school the amount and why, and what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.policy.verdeeluitleg import CENTS, Deelbedrag, criterium_text

GRENZEN: Mapping[int, str] = {-1: "ondergrens", 0: "", 1: "bovengrens"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolbedrag:
    """A school with its amount in euros and why; `held` is -1 at the floor, 1 at the ceiling."""

    school: str
    bedrag: int
    held: int
    uitgesloten: str
    delen: tuple[Deelbedrag, ...]
    zin: str
    vorig: Decimal | None = None

    def as_plain(self, *, met_vorig: bool) -> dict[str, Any]:
        """Return it for JSON; amounts in euros."""
        plain: dict[str, Any] = {
            "school": self.school,
            "bedrag": self.bedrag,
            "naar_rato": sum(deel.cent for deel in self.delen) / CENTS,
            "grens": GRENZEN[self.held] or None,
            "uitgesloten": self.uitgesloten or None,
            "waarom": [_deel_plain(deel) for deel in self.delen],
            "zin": self.zin,
        }
        if met_vorig:
            plain["vorig"] = None if self.vorig is None else plain_number(self.vorig)
            plain["verschil"] = (
                None if self.vorig is None else plain_number(self.bedrag - self.vorig)
            )
        return plain


@dataclass(frozen=True, slots=True)
class Uitslag:
    """Who wins or loses most, and by how many euros; nobody when the amount is nought."""

    school: str
    verschil: int

    def as_plain(self) -> dict[str, Any] | None:
        """Return it for JSON, None when nobody wins or loses."""
        return {"school": self.school, "verschil": self.verschil} if self.verschil else None


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """What another division does beside ours: most won, most lost, euros that move in all."""

    winst: Uitslag
    verlies: Uitslag
    verschoven: int

    def as_plain(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "grootste_winst": self.winst.as_plain(),
            "grootste_verlies": self.verlies.as_plain(),
            "verschoven": self.verschoven,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewichtproef:
    """What a lower and a higher weight of one criterion does."""

    criterium: str
    gewicht: Decimal
    lager: Verschuiving
    hoger: Verschuiving


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevoeligheid:
    """What other weights do, per criterion, and between which amounts each school then lies."""

    verandering: float
    criteria: tuple[Gewichtproef, ...]
    bereik: tuple[tuple[str, int, int], ...]

    def as_plain(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "verandering": self.verandering,
            "criteria": [
                {
                    "criterium": one.criterium,
                    "gewicht": plain_number(one.gewicht),
                    "lager": one.lager.as_plain(),
                    "hoger": one.hoger.as_plain(),
                }
                for one in self.criteria
            ],
            "scholen": [
                {"school": school, "laagste": low, "hoogste": high}
                for school, low, high in self.bereik
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Another division of the same budget, beside ours."""

    titel: str
    methode: str
    bedragen: tuple[int, ...]
    verschuiving: Verschuiving


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeling:
    """A budget that was divided, and everything that explains it."""

    budget: int
    criteria: Verdeelcriteria
    scholen: tuple[Schoolbedrag, ...]
    varianten: tuple[Variant, ...] = ()
    gevoeligheid: Gevoeligheid | None = None
    vorig: str = ""
    bij_gelijk: str = ""

    @property
    def verdeeld(self) -> int:
        """Return what the schools get together."""
        return sum(one.bedrag for one in self.scholen)

    def as_plain(self) -> dict[str, Any]:
        """Return it for JSON; the keys are explained in docs/handleiding/verdelen.md."""
        rules = self.criteria
        plain: dict[str, Any] = {
            "titel": rules.titel,
            "bron": rules.bron,
            "budget": self.budget,
            "verdeeld": self.verdeeld,
            "methode": rules.methode.value,
            "afronding": rules.afronding,
            "ondergrens": rules.ondergrens,
            "bovengrens": rules.bovengrens,
            "bij_gelijk": self.bij_gelijk,
            "criteria": [self._criterium_plain(place) for place in range(len(rules.criteria))],
            "scholen": [one.as_plain(met_vorig=bool(self.vorig)) for one in self.scholen],
            "uitgesloten": sum(bool(one.uitgesloten) for one in self.scholen),
        }
        if self.varianten:
            plain["varianten"] = [self._variant_plain(one) for one in self.varianten]
        if self.gevoeligheid is not None:
            plain["gevoeligheid"] = self.gevoeligheid.as_plain()
        return plain

    def _criterium_plain(self, place: int) -> dict[str, Any]:
        one = self.criteria.criteria[place]
        return {
            "criterium": one.naam,
            "kolom": one.kolom,
            "gewicht": plain_number(one.gewicht),
            "uitleg": criterium_text(one),
            "bron": one.bron,
            "punten": plain_number(self._points(place)),
            "euro": round(float(self._part(place)), 2),
        }

    def _points(self, place: int) -> Decimal:
        """Return the points that all schools have on one criterion."""
        return next(
            (one.delen[place].punten_samen for one in self.scholen if one.delen), Decimal(0)
        )

    def _part(self, place: int) -> Decimal:
        """Return the part of the budget that one criterion divides, before limits and rounding."""
        counted = [
            one.gewicht if self._points(other) else Decimal(0)
            for other, one in enumerate(self.criteria.criteria)
        ]
        return self.budget * counted[place] / sum(counted)

    def _variant_plain(self, one: Variant) -> dict[str, Any]:
        pairs = zip(self.scholen, one.bedragen, strict=True)
        return {
            "titel": one.titel,
            "methode": one.methode,
            "scholen": [
                {"school": ours.school, "bedrag": bedrag, "verschil": bedrag - ours.bedrag}
                for ours, bedrag in pairs
            ],
            **one.verschuiving.as_plain(),
        }


def plain_number(value: Decimal) -> int | float:
    """Return a number for JSON; whole when it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _deel_plain(deel: Deelbedrag) -> dict[str, Any]:
    return {
        "criterium": deel.criterium,
        "waarde": None if deel.waarde is None else plain_number(deel.waarde),
        "punten": plain_number(deel.punten),
        "aandeel": round(deel.aandeel, 9),
        "euro": deel.cent / CENTS,
        "zin": deel.zin,
    }
