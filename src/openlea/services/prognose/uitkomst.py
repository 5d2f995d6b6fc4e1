"""A forecast as it's told: per year a middle and a range, per school what it means."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from openlea.engines.forecast.backtest import Score
from openlea.policy.prognosenorm import Gemiddelde, Ondernorm
from openlea.policy.prognoseverschil import Prognoseverschil
from openlea.services.prognose.invoer import School


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarpunt:
    """The pupils of a year: the middle, and what holds 80 in 100 cases."""

    jaar: int
    laag: float
    midden: float
    hoog: float

    def as_plain(self) -> dict[str, Any]:
        """Return whole pupils."""
        return {
            "jaar": self.jaar,
            "laag": round(self.laag),
            "midden": round(self.midden),
            "hoog": round(self.hoog),
        }


Reeks = tuple[Jaarpunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Buur:
    """The nearest other school of the same denominatie: its code, and how far in km by road."""

    vestiging: str
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolprognose:
    """A school: now, in years to come, beside the norm and beside the forecast of DUO."""

    school: School
    nu: Jaarpunt
    reeks: Reeks
    norm: Ondernorm | None = None
    buur: Buur | None = None
    duo: tuple[Prognoseverschil, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Return the contract of the command."""
        return {
            "vestiging": self.school.vestiging,
            "naam": self.school.naam,
            "bestuur": self.school.bestuur,
            "denominatie": self.school.denominatie,
            "nu": self.nu.as_plain(),
            "reeks": [one.as_plain() for one in self.reeks],
            "norm": None if self.norm is None else _rounded(asdict(self.norm), 3),
            "dichtstbij_zelfde_denominatie": None if self.buur is None else asdict(self.buur),
            "duo": [_rounded(asdict(one) | {"verschil": one.verschil}, 2) for one in self.duo],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Normstand:
    """The opheffingsnorm, the fewest pupils on 1 October that meet it, and where it comes from."""

    norm: int
    leerlingen: int
    herkomst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prognose:
    """The forecast of a gemeente, with what it was made of; `terugtoets` is empty when none ran."""

    gemeente: str
    naam: str
    soort: str
    geteld: tuple[int, ...]
    bron: str
    nu: Jaarpunt
    scenarios: Mapping[str, Reeks]
    scholen: tuple[Schoolprognose, ...]
    terugtoets: tuple[Score, ...]
    geen_terugtoets: str
    aannames: tuple[tuple[str, str], ...]
    norm: Normstand | None = None
    besturen: tuple[Gemiddelde, ...] = field(default=())

    def as_plain(self) -> dict[str, Any]:
        """Return the contract of the command."""
        return {
            "gemeente": self.gemeente,
            "naam": self.naam,
            "soort": self.soort,
            "eenheid": "leerlingen",
            "interval": "80 van de 100 keer",
            "geteld": list(self.geteld),
            "bron": self.bron,
            "nu": self.nu.as_plain(),
            "reeks": [one.as_plain() for one in self.scenarios["midden"]],
            "scenarios": {
                name: [one.as_plain() for one in reeks] for name, reeks in self.scenarios.items()
            },
            "terugtoets": {
                "gedaan": bool(self.terugtoets),
                "reden": self.geen_terugtoets,
                "rijen": [score_as_plain(one) for one in self.terugtoets],
            },
            "aannames": [{"wat": what, "bron": source} for what, source in self.aannames],
            "norm": None if self.norm is None else asdict(self.norm),
            "gemiddelde_schoolgrootte": [_rounded(asdict(one), 1) for one in self.besturen],
            "scholen": [one.as_plain() for one in self.scholen],
        }


def score_as_plain(score: Score) -> dict[str, Any]:
    """Return a row of a back-test: in percent, with the number of schools."""
    told = asdict(score)
    others = {f"mape_{who}": value for who, value in told.pop("anderen").items()}
    return _rounded(told | others, 2)


def _rounded(told: dict[str, Any], digits: int) -> dict[str, Any]:
    return {
        key: round(value, digits) if isinstance(value, float) else value
        for key, value in told.items()
    }
