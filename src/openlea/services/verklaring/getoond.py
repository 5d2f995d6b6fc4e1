"""A figure as it's handed out: the number or its range, with unit, mark and versions."""

from dataclasses import dataclass
from typing import Any, Self

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.services.verklaring.getal import range_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoond:
    """A figure with the title and the unit of its card; `getal` is how it's written."""

    titel: str
    eenheid: str
    getal: str
    cijfer: Cijfer

    @classmethod
    def of(cls, entry: IndicatorFile, cijfer: Cijfer) -> Self:
        """Return a figure as it's handed out."""
        card = entry.card
        known = cijfer.bereik and range_in_words(cijfer.bereik, card.eenheid, card.decimalen)
        return cls(
            titel=card.titel,
            eenheid=card.eenheid,
            getal=known or cijfer.status.label,
            cijfer=cijfer,
        )

    @property
    def periode(self) -> str:
        """Return its period, empty when there is no figure."""
        return self.cijfer.periode

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON; the number is null when only a range is known."""
        cijfer, bereik = self.cijfer, self.cijfer.bereik
        return {
            "indicator": cijfer.indicator,
            "plaats": str(cijfer.plaats),
            "periode": cijfer.periode or None,
            "waarde": cijfer.waarde,
            "laag": bereik.laag if bereik else None,
            "hoog": bereik.hoog if bereik else None,
            "eenheid": self.eenheid,
            "status": str(cijfer.status),
            "bronversies": [str(each) for each in cijfer.bronversies],
        }
