"""What came of computing: which indicators were made again, and why others were not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Berekend:
    """The layer and its version now; indicators by id.

    `zonder_bron` names the tables that aren't there; `mislukt` says what went wrong in an
    indicator's own file. Neither has figures. `rijen` is how many figures were made.
    """

    laag: str
    versie: int
    opnieuw: tuple[str, ...] = ()
    ongewijzigd: tuple[str, ...] = ()
    zonder_bron: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mislukt: Mapping[str, str] = field(default_factory=dict)
    rijen: int = 0

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON, with a sentence for people."""
        return {
            "laag": self.laag,
            "versie": self.versie,
            "opnieuw": list(self.opnieuw),
            "ongewijzigd": list(self.ongewijzigd),
            "zonder_bron": {name: list(some) for name, some in self.zonder_bron.items()},
            "mislukt": dict(self.mislukt),
            "rijen": self.rijen,
            "zin": self.zin,
        }

    @property
    def zin(self) -> str:
        """Return in a sentence what was done."""
        parts = [f"{_some(len(self.opnieuw))} opnieuw berekend ({self.rijen} cijfers)"]
        if self.ongewijzigd:
            parts.append(f"{_some(len(self.ongewijzigd))} ongewijzigd")
        if self.zonder_bron:
            parts.append(f"{_some(len(self.zonder_bron))} zonder tabel")
        if self.mislukt:
            parts.append(f"{_some(len(self.mislukt))} mislukt")
        return ", ".join(parts) + "."


def _some(count: int) -> str:
    return "1 indicator" if count == 1 else f"{count} indicatoren"
