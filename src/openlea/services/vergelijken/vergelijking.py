"""A municipality beside the ten that are most like it: why these, and how their figures lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from openlea.catalogue.vergelijkbaar import Kenmerk
from openlea.core.cijfer import Cijfer
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Overeenkomst:
    """One feature of one of the ten: its value, and its part of the squared distance.

    Both are None when it isn't known of one of the two.
    """

    kenmerk: str
    waarde: float | None
    deel: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naaste:
    """One of the ten; `ontbreekt` names the features on which it couldn't be compared."""

    key: PlaceKey
    naam: str
    afstand: float
    kenmerken: tuple[Overeenkomst, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bandbreedte:
    """How a figure lies among the ten, in one period: a band, never a ranking.

    `uitersten` runs from the lowest to the highest that any of them can be, `band` holds the middle
    half, `midden` the median: a range when counts are hidden. `aantal` of them have the figure.
    """

    indicator: str
    periode: str
    eigen: Cijfer | None
    aantal: int
    uitersten: Bereik
    band: Bereik
    midden: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """The ten nearest, nearest first; `eigen` are our own features, `ontbreekt` those we lack."""

    gemeente: PlaceKey
    naam: str
    kenmerken: tuple[Kenmerk, ...]
    eigen: tuple[float | None, ...]
    ontbreekt: tuple[str, ...]
    naasten: tuple[Naaste, ...]
    banden: tuple[Bandbreedte, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON."""
        return {
            "gemeente": str(self.gemeente),
            "naam": self.naam,
            "kenmerken": [
                {
                    "kenmerk": one.id,
                    "titel": one.titel,
                    "bron": one.tabel or one.indicator,
                    "periode": one.periode,
                    "schaal": str(one.schaal),
                    "gewicht": one.gewicht,
                    "waarde": own,
                }
                for one, own in zip(self.kenmerken, self.eigen, strict=True)
            ],
            "ontbreekt": list(self.ontbreekt),
            "naasten": [_plain(one) for one in self.naasten],
            "banden": [_band(one) for one in self.banden],
        }


def band_of(
    indicator: str, periode: str, eigen: Cijfer | None, others: Sequence[Cijfer]
) -> Bandbreedte | None:
    """Return the band of the others' figures of one period; None when fewer than two are known."""
    known = [each.bereik for each in others if each.bereik is not None]
    if len(known) < 2:  # noqa: PLR2004  # one number is no band
        return None
    low, high = [one.laag for one in known], [one.hoog for one in known]
    return Bandbreedte(
        indicator=indicator,
        periode=periode,
        eigen=eigen,
        aantal=len(known),
        uitersten=Bereik(min(low), max(high)),
        band=Bereik(_quarter(low, 0), _quarter(high, 2)),
        midden=Bereik(median(low), median(high)),
    )


def _quarter(values: Sequence[float], which: int) -> float:
    return quantiles(values, n=4, method="inclusive")[which]


def _plain(naaste: Naaste) -> dict[str, Any]:
    return {
        "gemeente": str(naaste.key),
        "naam": naaste.naam,
        "afstand": round(naaste.afstand, 4),
        "kenmerken": {
            one.kenmerk: {
                "waarde": one.waarde,
                "deel": None if one.deel is None else round(one.deel, 4),
            }
            for one in naaste.kenmerken
        },
        "ontbreekt": list(naaste.ontbreekt),
    }


def _band(band: Bandbreedte) -> dict[str, Any]:
    eigen = band.eigen.bereik if band.eigen else None
    return {
        "indicator": band.indicator,
        "periode": band.periode,
        "eigen": [eigen.laag, eigen.hoog] if eigen else None,
        "aantal": band.aantal,
        "laagst": band.uitersten.laag,
        "p25": band.band.laag,
        "midden": [band.midden.laag, band.midden.hoog],
        "p75": band.band.hoog,
        "hoogst": band.uitersten.hoog,
    }
