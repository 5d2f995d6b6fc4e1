"""What a norm came out at on a day, with the law it rests on and how sure that law is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openlea.core.plicht import Grondslag
from openlea.policy.controlestand import Controlestand
from openlea.policy.normen.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Normoordeel:
    """An outcome under the law of a day; `fouten` names own files of law that were left out."""

    uitkomst: Uitkomst
    grondslag: Grondslag
    op: date
    stand: Controlestand
    fouten: Mapping[Path, str]

    @property
    def waarde(self) -> int | float | date | bool | None:
        """Return the value as JSON knows it: whole where it is whole."""
        found = self.uitkomst.waarde
        if not isinstance(found, Decimal):
            return found
        return int(found) if found == found.to_integral_value() else float(found)

    def as_plain(self) -> dict[str, Any]:
        """Return it as it is handed out; a day stays a day, no value is None."""
        return {
            "norm": self.uitkomst.norm,
            "waarde": self.waarde,
            "eenheid": self.uitkomst.eenheid,
            "grondslag": self.grondslag.as_plain(self.op),
            "toelichting": self.uitkomst.toelichting,
            "oordeel": self.uitkomst.oordeel,
            "stappen": list(self.uitkomst.stappen),
            "status": str(self.stand.zekerheid),
            "controlezin": self.stand.zin,
        }
