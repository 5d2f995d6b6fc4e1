"""Everything that one needs to trust and defend a number."""

from dataclasses import dataclass
from typing import Any

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.bron import Bron, Lading
from openlea.core.cijfer import Bronversie, Cijfer
from openlea.core.place import PlaceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """One table behind a number: its source, the version that was read, and what was loaded."""

    versie: Bronversie
    bron: Bron
    lading: Lading

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON."""
        return {
            "bron": self.versie.bron,
            "versie": self.versie.versie,
            "laag": self.versie.laag,
            "titel": self.bron.titel,
            "uitgever": self.lading.uitgever,
            "licentie": self.bron.licentie,
            "pagina": self.bron.pagina,
            "adres": self.lading.adres,
            "sha256": self.lading.sha256,
            "moment": self.lading.moment.isoformat(),
            "edities": list(self.lading.edities),
            "definitief": str(self.lading.definitief),
            "rijen_in": self.lading.rijen_in,
            "rijen": self.lading.rijen,
            "afgekeurd": self.lading.afgekeurd,
            "let_op": list(dict.fromkeys((*self.bron.let_op, *self.lading.let_op))),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verklaring:
    """A number with its card, its place by name, its sum in words and the way it came.

    `cijfer` is None when there is no number for this place; `reden` then says why. `getal` is the
    number or range as it's written, with its unit.
    """

    indicator: IndicatorFile
    plaats: PlaceKey
    plaatsnaam: str
    cijfer: Cijfer | None
    reden: str
    getal: str
    som: tuple[str, ...]
    herkomst: tuple[Herkomst, ...]
    let_op: tuple[str, ...]
    norm: str

    def as_plain(self) -> dict[str, Any]:
        """Return it as what fits in JSON."""
        card, cijfer = self.indicator.card, self.cijfer
        bereik = cijfer.bereik if cijfer else None
        return {
            "indicator": self.indicator.id,
            "titel": card.titel,
            "plaats": str(self.plaats),
            "naam": self.plaatsnaam,
            "periode": cijfer.periode if cijfer else None,
            "waarde": cijfer.waarde if cijfer else None,
            "laag": bereik.laag if bereik else None,
            "hoog": bereik.hoog if bereik else None,
            "eenheid": card.eenheid,
            "status": str(cijfer.status) if cijfer else None,
            "bronversies": [str(each) for each in cijfer.bronversies] if cijfer else [],
            "getal": self.getal,
            "reden": self.reden,
            "definitie": card.definitie,
            "som": list(self.som),
            "keten": [each.as_plain() for each in self.herkomst],
            "rijen_gebruikt": cijfer.rijen if cijfer else 0,
            "let_op": list(self.let_op),
            "voorbeeld": {
                "tabellen": dict(self.indicator.example.given),
                "plaatsen": self.indicator.example.places,
                "uitkomst": [list(line) for line in self.indicator.example.expect],
                "uitleg": self.indicator.example.uitleg,
            },
            "norm": self.norm,
            "bron_definitie": card.bron_definitie,
        }
