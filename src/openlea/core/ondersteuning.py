"""What schools can offer beyond the plain lesson: statements and kinds, as on the shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.keuze import Keuze

BASIS, EXTRA = "passend/ondersteuning/basis.toml", "passend/ondersteuning/extra.toml"


class Ondersteuningsgroep(Keuze):
    """Kinds of need taken together, so that a postcode holds enough children to be counted."""

    LEREN = "leren", "Leren"
    GEDRAG = "gedrag", "Gedrag en autisme"
    LICHAAM = "lichaam", "Lichaam, zien en horen"
    TAAL = "taal", "Taal"
    HOOGBEGAAFD = "hoogbegaafd", "Hoogbegaafd"
    INTENSIEF = "intensief", "EMB en residentieel"


class Ondersteuningsvorm(Keuze):
    """How a school gives extra support."""

    KLAS = "klas", "In de gewone klas"
    GROEP = "groep", "In een aparte groep"
    BUITEN = "buiten", "Met hulp van buiten de school"


class Antwoord(Keuze):
    """Whether a statement holds for a school."""

    JA = "ja", "Ja"
    DEELS = "deels", "Deels"
    NEE = "nee", "Nee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basisstelling:
    """A statement on basisondersteuning; `zin` is how it is told to parents."""

    id: str
    titel: str
    stelling: str
    zin: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondersteuningssoort:
    """A kind of extra support; `vraag` completes 'Welke school kan …?'."""

    id: str
    titel: str
    groep: Ondersteuningsgroep
    vraag: str


def read_basis(roots: Sequence[Path]) -> Mapping[str, Basisstelling]:
    """Return the statements by id, in order; CatalogueError when one is wrong."""
    return {naam: _basis(entry) for naam, entry in read_shelf(roots, BASIS).items()}


def read_soorten(roots: Sequence[Path]) -> Mapping[str, Ondersteuningssoort]:
    """Return the kinds by id, in order; CatalogueError when one is wrong."""
    return {naam: _soort(entry) for naam, entry in read_shelf(roots, EXTRA).items()}


def _basis(entry: Entry) -> Basisstelling:
    keys = ("titel", "stelling", "zin", "bron")
    entry.refuse_unknown(set(keys))
    return Basisstelling(id=entry.id, **{key: entry.text(key) for key in keys})


def _soort(entry: Entry) -> Ondersteuningssoort:
    entry.refuse_unknown({"titel", "groep", "vraag"})
    return Ondersteuningssoort(
        id=entry.id,
        titel=entry.text("titel"),
        groep=entry.choice("groep", Ondersteuningsgroep),
        vraag=entry.text("vraag"),
    )
