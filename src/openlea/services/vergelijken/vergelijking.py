"""A municipality beside the ten that are most like it: why these, and how their figures lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.catalogue.vergelijkbaar import Kenmerk
from openlea.core.cijfer import Cijfer
from openlea.core.place import PlaceKey
from openlea.policy.band import Band, band_of


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
    """How a figure lies among the ten, in one period: a band, never a ranking."""

    indicator: str
    periode: str
    eigen: Cijfer | None
    band: Band


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


def bandwidth(
    indicator: str, periode: str, eigen: Cijfer | None, others: Sequence[Cijfer]
) -> Bandbreedte | None:
    """Return the band of the others' figures of one period; None when too few are known."""
    band = band_of([each.bereik for each in others if each.bereik is not None])
    if band is None:
        return None
    return Bandbreedte(indicator=indicator, periode=periode, eigen=eigen, band=band)


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


def _band(one: Bandbreedte) -> dict[str, Any]:
    eigen, band = one.eigen.bereik if one.eigen else None, one.band
    return {
        "indicator": one.indicator,
        "periode": one.periode,
        "eigen": [eigen.laag, eigen.hoog] if eigen else None,
        "aantal": band.aantal,
        "uitersten": [band.uitersten.laag, band.uitersten.hoog],
        "meeste": [band.midden.laag, band.midden.hoog],
        "middelste": band.middelste,
    }
