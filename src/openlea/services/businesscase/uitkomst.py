"""What came out of a business case, in euros, with its conclusion in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openlea.core.notatie import euro
from openlea.core.onthulling import Bereik
from openlea.policy.businesscase import Aanname, Businesscase, Kashouder
from openlea.policy.schrijfwijze import count, listing

ZEKER, ONZEKER = 0.9, 0.1
"""From so many of the draws on, the sign of the outcome is called likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldbereik:
    """An amount in euros when everything is as assumed, and in 80 of 100 draws."""

    midden: float
    bereik: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Kasuitkomst:
    """What one budget pays (negative) or gains: now worth, once, and per year."""

    kas: Kashouder
    waarde: Geldbereik
    eenmalig: float
    structureel: float
    per_jaar: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zwaai:
    """The worth with one assumption low and high, and where that assumption makes it nought."""

    aanname: Aanname
    bij_laag: float
    bij_hoog: float
    omslag: float | None

    @property
    def keert(self) -> bool:
        """Say whether the conclusion turns within the range of this assumption."""
        return self.bij_laag * self.bij_hoog < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """A case with all that was reckoned; `terug` in whole years, None when not in time."""

    case: Businesscase
    trekkingen: int
    waarde: Geldbereik
    kans: float
    terug: int | None
    terug_kans: float
    terug_bereik: tuple[int, int] | None
    kassen: tuple[Kasuitkomst, ...]
    tornado: tuple[Zwaai, ...]

    @property
    def conclusie(self) -> str:
        """Return in two sentences whether it pays itself back, and how sure that is."""
        gains = self.waarde.midden >= 0
        told = "levert dit meer op dan het kost" if gains else "kost dit meer dan het oplevert"
        ends = " en ".join(whole(end) for end in (self.waarde.bereik.laag, self.waarde.bereik.hoog))
        first = (
            f"Over {count(self.case.jaren, 'jaar', 'jaar')} {told}: {whole(self.waarde.midden)} "
            f"in geld van {self.case.eerste_jaar}. "
            f"In 80 van de 100 trekkingen ligt het tussen {ends}."
        )
        return f"{first} {self._sure(gains=gains)}"

    def _sure(self, *, gains: bool) -> str:
        if self.waarde.bereik.laag < self.waarde.bereik.hoog and ONZEKER < self.kans < ZEKER:
            return f"Het kan beide kanten op: in {round(self.kans * 100)} van de 100 is er winst."
        if self.terug is not None and gains:
            return f"Het is terugverdiend in {self.case.eerste_jaar + self.terug - 1}."
        return "Dat hangt niet van één aanname af." if not any(z.keert for z in self.tornado) else (
            "Eén aanname kan dit omkeren; zie wat het zwaarst weegt."
        )  # fmt: skip

    @property
    def wie(self) -> str:
        """Return who pays and who gains in one sentence."""
        pays = [one.kas.label for one in self.kassen if one.waarde.midden < 0]
        gains = [one.kas.label for one in self.kassen if one.waarde.midden > 0]
        parts = (
            f"Betaalt: {listing(pays)}." * bool(pays),
            f"Wint: {listing(gains)}." * bool(gains),
        )
        return " ".join(part for part in parts if part) or "Niemand betaalt of wint."

    @property
    def gaten(self) -> str:
        """Return how many assumptions lack a source or an owner."""
        case, many = self.case, len(self.case.aannamen)
        return (
            f"Van {count(many, 'aanname', 'aannamen')} missen er {len(case.zonder_bron())} "
            f"een bron en {len(case.zonder_eigenaar())} een eigenaar."
        )


def whole(amount: float) -> str:
    """Return an amount in whole euros, as in '€ 12.500'."""
    return euro(round(amount) * 100)


def as_plain(found: Uitkomst) -> dict[str, Any]:
    """Return the outcome with plain values: whole euros, ranges as laag and hoog."""
    case = found.case
    return {
        "titel": case.titel,
        "jaren": [case.eerste_jaar + n for n in range(case.jaren)],
        "conclusie": found.conclusie,
        "wie": found.wie,
        "netto_contante_waarde": _money(found.waarde),
        "kans_op_winst": round(found.kans, 4),
        "trekkingen": found.trekkingen,
        "terugverdiend": {
            "jaar": None if found.terug is None else case.eerste_jaar + found.terug - 1,
            "na_jaren": found.terug,
            "kans": round(found.terug_kans, 4),
            "bereik": None
            if found.terug_bereik is None
            else {"laag": found.terug_bereik[0], "hoog": found.terug_bereik[1]},
        },
        "kassen": [_purse(one) for one in found.kassen],
        "tornado": [_swing(one) for one in found.tornado],
        "aannamen": _assumptions(case),
        "niet_in_geld": [
            {"wat": one.wat, "wie": one.wie, "effect": one.effect.value, "bron": one.bron}
            for one in case.niet_in_geld
        ],
    }


def _money(one: Geldbereik) -> Mapping[str, int]:
    return {
        "laag": round(one.bereik.laag),
        "midden": round(one.midden),
        "hoog": round(one.bereik.hoog),
    }


def _purse(one: Kasuitkomst) -> dict[str, Any]:
    return {
        "kas": one.kas.value,
        "naam": one.kas.label,
        "netto_contante_waarde": _money(one.waarde),
        "eenmalig": round(one.eenmalig),
        "structureel_laatste_jaar": round(one.structureel),
        "per_jaar": [round(amount) for amount in one.per_jaar],
    }


def _swing(one: Zwaai) -> dict[str, Any]:
    return {
        "aanname": one.aanname.id,
        "naam": one.aanname.naam,
        "laag": one.aanname.laag,
        "hoog": one.aanname.hoog,
        "bij_laag": round(one.bij_laag),
        "bij_hoog": round(one.bij_hoog),
        "keert": one.keert,
        "omslagpunt": one.omslag,
    }


def _assumptions(case: Businesscase) -> dict[str, Any]:
    return {
        "aantal": len(case.aannamen),
        "zonder_bron": [one.id for one in case.zonder_bron()],
        "zonder_eigenaar": [one.id for one in case.zonder_eigenaar()],
        "rijen": [
            {
                "id": one.id,
                "naam": one.naam,
                "laag": one.laag,
                "midden": one.midden,
                "hoog": one.hoog,
                "eenheid": one.eenheid,
                "verdeling": one.verdeling.value,
                "bron": one.bron,
                "eigenaar": one.eigenaar,
            }
            for one in case.aannamen
        ],
    }
