"""The groups whose spread over schools can be measured with what is public."""

from dataclasses import dataclass

from openlea.catalogue.referentieniveaus import REACHED


@dataclass(frozen=True, slots=True)
class Groep:
    """Pupils in the last year who don't reach a level; the id is that of its indicator."""

    id: str
    domein: str
    niveau: str

    @property
    def naam(self) -> str:
        """Return what it's called in a list of choices."""
        return f"{self.domein.capitalize()}: haalt {self.niveau} niet"

    @property
    def in_zin(self) -> str:
        """Return what it's called in a sentence."""
        return f"leerlingen in groep 8 die {self.niveau} voor {self.domein} niet halen"

    @property
    def haalt(self) -> tuple[str, ...]:
        """Return the levels in the table that suffice."""
        return REACHED[self.niveau]


GROEPEN = (
    Groep("rekenen_1s", "rekenen", "1S"),
    Groep("taalverzorging_2f", "taalverzorging", "2F"),
    Groep("lezen_2f", "lezen", "2F"),
    Groep("rekenen_1f", "rekenen", "1F"),
    Groep("taalverzorging_1f", "taalverzorging", "1F"),
    Groep("lezen_1f", "lezen", "1F"),
)
"""The usual one first: about half of all pupils, so hidden counts and chance blur it least."""
