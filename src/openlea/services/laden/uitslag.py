"""What became of a load: new, as before, held for a person, refused, or of no source at all."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class Uitslag(Keuze):
    """How a load ended."""

    NIEUW = "nieuw", "Ingelezen"
    GELIJK = "gelijk", "Was al ingelezen"
    VASTGEHOUDEN = "vastgehouden", "Vastgehouden: eerst nakijken"
    GEWEIGERD = "geweigerd", "Niet te lezen"
    OVERGESLAGEN = "overgeslagen", "Van geen bekende bron"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geladen:
    """What became of the files of one source.

    `versie` counts now: the new one, or the one that stays. `rijen` and `afgekeurd` are of the
    load itself. `bron` is '' for a file that no source knows. `sleutel` names a held load.
    """

    bron: str
    titel: str
    uitslag: Uitslag
    versie: int | None = None
    rijen: int = 0
    afgekeurd: int = 0
    edities: tuple[str, ...] = ()
    redenen: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    sleutel: str = ""

    @property
    def goed(self) -> bool:
        """Say whether nothing needs a person: a file in a folder that is of no source doesn't."""
        return self.uitslag not in (Uitslag.VASTGEHOUDEN, Uitslag.GEWEIGERD)
