"""For which kinds of places an indicator has figures, and where not: why."""

from dataclasses import dataclass
from typing import Any

from openlea.core.place import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """One indicator at one kind of place: for how many places there is a figure, or why none."""

    indicator: str
    niveau: PlaceKind
    cijfers: int
    reden: str = ""

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON."""
        return {
            "indicator": self.indicator,
            "niveau": str(self.niveau),
            "cijfers": self.cijfers,
            "reden": self.reden,
        }
