"""How the figures of an indicator were made: from which versions of which tables, by which file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openlea.core.cijfer import Bronversie


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenwijze:
    """The versions that were read, the fingerprint of how was reckoned, and the moment (UTC)."""

    indicator: str
    versies: tuple[Bronversie, ...]
    vingerafdruk: str
    moment: datetime

    def same_as(self, other: "Rekenwijze | None") -> bool:
        """Say whether reckoning again would give the same figures."""
        if other is None:
            return False
        return (self.versies, self.vingerafdruk) == (other.versies, other.vingerafdruk)


def as_text(rekenwijzen: Iterable[Rekenwijze]) -> str:
    """Return them as JSON, to be kept with the commit that they belong to."""
    return json.dumps({each.indicator: _as_plain(each) for each in rekenwijzen})


def from_text(text: str) -> Mapping[str, Rekenwijze]:
    """Return by indicator what `as_text` wrote."""
    return {name: _from_plain(name, plain) for name, plain in json.loads(text).items()}


def _as_plain(rekenwijze: Rekenwijze) -> dict[str, Any]:
    return {
        "versies": [[each.bron, each.versie, each.laag] for each in rekenwijze.versies],
        "vingerafdruk": rekenwijze.vingerafdruk,
        "moment": rekenwijze.moment.isoformat(),
    }


def _from_plain(indicator: str, plain: Mapping[str, Any]) -> Rekenwijze:
    return Rekenwijze(
        indicator=indicator,
        versies=tuple(
            Bronversie(bron=bron, versie=versie, laag=laag)
            for bron, versie, laag in plain["versies"]
        ),
        vingerafdruk=plain["vingerafdruk"],
        moment=datetime.fromisoformat(plain["moment"]),
    )
