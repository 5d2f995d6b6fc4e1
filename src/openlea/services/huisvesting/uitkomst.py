"""The school buildings of a gemeente as they're told: space there is beside space needed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openlea.policy.huisvestingsregels import Huisvestingsverordening, Huisvestingsversie
from openlea.policy.huisvestingsronde import TAKEN, Huisvestingsronde, Plafondstand
from openlea.policy.ruimtebehoefte import Ruimtebehoefte, Ruimtenorm, reaches_threshold
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekort:
    """What lacks in a year in m2 at least, most likely and at most; below zero it's left over."""

    jaar: int
    laag: Decimal
    midden: Decimal
    hoog: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolruimte:
    """A school: m2 there are (None when not known), and m2 needed now and in years to come.

    `erbij` is (year, m2) of projects that are planned; gym in hours of 60 minutes a week.
    """

    vestiging: str
    naam: str
    soort: str
    norm: Ruimtenorm
    m2: Decimal | None
    erbij: tuple[tuple[int, Decimal], ...]
    nodig: tuple[Ruimtebehoefte, ...]
    bron: str
    gym_nodig: Decimal
    gym_heeft: Decimal | None

    @property
    def tekorten(self) -> tuple[Tekort, ...]:
        """Return what lacks each year, planned projects counted; nothing when m2 isn't known."""
        if self.m2 is None:
            return ()
        found = []
        for need in self.nodig:
            more = sum((m2 for jaar, m2 in self.erbij if jaar <= need.jaar), Decimal(0))
            low, middle, high = need.shortage(self.m2 + more)
            found.append(Tekort(jaar=need.jaar, laag=low, midden=middle, hoog=high))
        return tuple(found)

    @property
    def nu(self) -> Tekort | None:
        """Return what lacks now."""
        return next(iter(self.tekorten), None)

    @property
    def straks(self) -> Tekort | None:
        """Return what lacks in the last year told, planned projects counted."""
        return self.tekorten[-1] if self.tekorten else None

    @property
    def komt_tekort(self) -> bool:
        """Return whether it lacks so much now or later that an extension can be asked."""
        return any(reaches_threshold(self.norm, one.midden) for one in self.tekorten)

    def as_plain(self) -> dict[str, Any]:
        """Return the contract of the command."""
        return {
            "school": self.vestiging,
            "naam": self.naam,
            "soort": self.soort,
            "m2": _number(self.m2),
            "nodig": [_plain(one) for one in self.nodig],
            "tekort": [_plain(one) for one in self.tekorten] if self.m2 is not None else None,
            "komt_tekort": self.komt_tekort if self.m2 is not None else None,
            "gym": {"nodig": _number(self.gym_nodig), "heeft": _number(self.gym_heeft)},
            "bron": self.bron,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisvesting:
    """Everything told about the school buildings of a werkruimte."""

    verordening: Huisvestingsverordening
    regels: Huisvestingsversie
    gebouwen: tuple[Gebouw, ...]
    gebruik: tuple[Gebouwgebruik, ...]
    scholen: tuple[Schoolruimte, ...]
    projecten: tuple[Huisvestingsproject, ...]
    aanvragen: tuple[Huisvestingsaanvraag, ...]
    ronde: Huisvestingsronde
    plafond: Plafondstand
    leerlingen: int
    zonder_norm: int
    peildatum: str
    today: date

    @property
    def bekend(self) -> tuple[Schoolruimte, ...]:
        """Return the schools of which the m2 are known."""
        return tuple(one for one in self.scholen if one.m2 is not None)

    @property
    def doordecentralisatie(self) -> Decimal | None:
        """Return euros a year if all schools of the gemeente had the amount per pupil."""
        amount = self.regels.per_leerling
        return None if amount is None else amount * self.leerlingen

    def users_of(self, gebouw: Gebouw) -> tuple[Gebouwgebruik, ...]:
        """Return who uses a building."""
        return tuple(one for one in self.gebruik if one.gebouw_id == gebouw.pk)

    def as_plain(self) -> dict[str, Any]:
        """Return the contract of the command."""
        return {
            "eenheid": "m² bvo",
            "interval": "80 van de 100 keer",
            "verordening": self._rules(),
            "gebouwen": [self._building(one) for one in self.gebouwen],
            "scholen": [one.as_plain() for one in self.scholen],
            "scholen_zonder_norm": self.zonder_norm,
            "projecten": [_project(one) for one in self.projecten],
            "ronde": self._round(),
            "doordecentralisatie": {
                "euro_per_leerling": _number(self.regels.per_leerling),
                "euro_per_jaar": _number(self.doordecentralisatie),
                "bron": self.regels.per_leerling_bron,
            },
            "taken": [
                {"wat": one.wat, "wie": one.wie, "waar": one.waar, "gelezen": one.is_read}
                for one in TAKEN
            ],
        }

    def _rules(self) -> dict[str, Any]:
        return {
            "titel": self.verordening.titel,
            "eigen": bool(self.verordening.gemeente),
            "van": self.regels.van,
            "bron": self.regels.bron,
            "niet_nagelezen": {
                soort: list(norm.unverified()) for soort, norm in self.regels.ruimte.items()
            },
        }

    def _building(self, gebouw: Gebouw) -> dict[str, Any]:
        names = ("naam", "adres", "pc4", "bouwjaar", "gym", "fris", "co2", "energie")
        told = {name: getattr(gebouw, name) for name in (*names, "toegankelijk", "keuring", "bron")}
        users = self.users_of(gebouw)
        return {"nummer": gebouw.pk, **told, "m2": _number(gebouw.bvo)} | {
            "gebruikers": [
                {"naam": one.naam, "school": one.school, "m2": _number(one.m2)} for one in users
            ]
        }

    def _round(self) -> dict[str, Any]:
        return {
            "jaar": self.ronde.jaar,
            "stappen": [
                {"wat": one.wat, "voor": one.voor, "wie": one.wie, "waar": one.waar}
                | {"gelezen": one.gelezen}
                for one in self.ronde.stappen
            ],
            "plafond": _number(self.plafond.plafond),
            "toegekend": _number(self.plafond.toegekend),
            "aanvragen": [
                {"omschrijving": one.omschrijving, "voorziening": one.soort, "staat": one.staat}
                | {"bedrag": _number(one.bedrag), "reden": one.reden}
                for one in self.aanvragen
            ],
        }


def _project(one: Huisvestingsproject) -> dict[str, Any]:
    return {
        "naam": one.naam,
        "soort": one.soort,
        "jaar": one.jaar,
        "fase": one.fase,
        "kosten": _number(one.kosten),
        "dekking": {who: float(euro) for who, euro in one.dekking.items()},
        "m2": _number(one.m2),
        "inclusief": one.inclusief,
        "lost_op": one.lost_op,
        "bron": one.bron,
    }


def _plain(one: Ruimtebehoefte | Tekort) -> dict[str, Any]:
    return {
        "jaar": one.jaar,
        "laag": _number(one.laag),
        "midden": _number(one.midden),
        "hoog": _number(one.hoog),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
