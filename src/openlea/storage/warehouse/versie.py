"""One version of a table: what was loaded, from which files, by which reader, and how it looks.

It is written as JSON inside the very commit that adds the rows, so that the two are one.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from openlea.core.bron import Definitief, Lading
from openlea.policy.kengetal import Kengetallen, Kolombeeld

LANDELIJK = "landelijk"
"""The layer of public tables, shared by every werkruimte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """A file as it was received: its name, and the sha256 of its bytes."""

    naam: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A version of one table in one layer; `lading` is what people are told of it.

    `parser` is the sha256 of the source file that read it: another reader makes another version.
    `kengetallen` tell per edition how the content looks. `kenmerken` are what the publisher's
    address said of it, to ask next time whether anything changed. `vrijgegeven` names who let a
    held load pass, and why it was held; empty for what passed by itself. `opnieuw` says that
    the table began afresh with it: editions of before are in it no longer.
    """

    laag: str
    lading: Lading
    licentie: str = ""
    parser: str = ""
    codering: str = ""
    bestanden: tuple[Ontvangst, ...] = ()
    kengetallen: Mapping[str, Kengetallen] = field(default_factory=dict)
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    vrijgegeven: str = ""
    opnieuw: bool = False

    @property
    def versie(self) -> int:
        """Return its number within the table; 0 is what the bundle ships."""
        return self.lading.versie

    @property
    def rejects(self) -> str:
        """Return the name under which its rejected rows lie."""
        return f"{self.lading.sha256}-{self.parser[:8] or 'bundel'}"

    def numbered(self, versie: int, laag: str) -> "Versie":
        """Return the same with its place in the table."""
        return replace(self, laag=laag, lading=replace(self.lading, versie=versie))

    def to_json(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=_plain, separators=(",", ":"))


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a manifest")


@lru_cache(maxsize=512)
def read_versie(text: str) -> Versie:
    """Return the version that a manifest tells of."""
    return versie_of(json.loads(text))


def versie_of(found: Mapping[str, Any]) -> Versie:
    """Return the version of a manifest that was read as JSON."""
    return Versie(
        **{
            **found,
            "lading": _lading(found["lading"]),
            "bestanden": tuple(Ontvangst(**one) for one in found["bestanden"]),
            "kengetallen": {key: _kengetallen(one) for key, one in found["kengetallen"].items()},
        }
    )


def _lading(found: Mapping[str, Any]) -> Lading:
    return Lading(
        **{
            **found,
            "moment": datetime.fromisoformat(found["moment"]),
            "definitief": Definitief(found["definitief"]),
            "edities": tuple(found["edities"]),
            "let_op": tuple(found["let_op"]),
        }
    )


def _kengetallen(found: Mapping[str, Any]) -> Kengetallen:
    kolommen = {name: _kolombeeld(one) for name, one in found["kolommen"].items()}
    return Kengetallen(**{**found, "kolommen": kolommen})


def _kolombeeld(found: Mapping[str, Any]) -> Kolombeeld:
    return Kolombeeld(
        **{
            **found,
            "verdeling": {key: (rijen, som) for key, (rijen, som) in found["verdeling"].items()},
            "inhoud": tuple(found["inhoud"]),
            "samenhang": tuple(found["samenhang"]),
            "groepen": {key: tuple(marks) for key, marks in found["groepen"].items()},
        }
    )


def merged(parts: Mapping[str, Versie]) -> Versie:
    """Return one version for what several loads left in a table, given the load per edition."""
    unique = {part.lading.sha256: part for part in parts.values()}
    one = max(unique.values(), key=lambda part: part.lading.moment)
    kengetallen = {
        editie: part.kengetallen.get(editie, Kengetallen(rijen=part.lading.rijen))
        for editie, part in sorted(parts.items())
    }
    lading = replace(
        one.lading,
        edities=tuple(sorted(parts)),
        rijen=sum(beeld.rijen for beeld in kengetallen.values()),
        rijen_in=sum(part.lading.rijen_in for part in unique.values()),
        afgekeurd=sum(part.lading.afgekeurd for part in unique.values()),
        let_op=tuple(dict.fromkeys(zin for part in unique.values() for zin in part.lading.let_op)),
    )
    bestanden = tuple(file for part in unique.values() for file in part.bestanden)
    return replace(one, lading=lading, bestanden=bestanden, kengetallen=kengetallen)
