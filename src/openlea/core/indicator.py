"""An indicator: what it asks, in which unit, of which places, and what may not be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.place import PlaceKind


class Soort(Keuze):
    """What kind of result it shows."""

    EFFECT = "effect", "Effect: wat er voor kinderen verandert"
    PRESTATIE = "prestatie", "Prestatie: wat partners doen"
    CONTEXT = "context", "Context: hoe de gemeente eruitziet"


class Richting(Keuze):
    """Which way is wished; 'geen' when more is neither better nor worse."""

    HOGER = "hoger", "Hoger is gewenst"
    LAGER = "lager", "Lager is gewenst"
    GEEN = "geen", "Geen gewenste richting"


class Maat(Keuze):
    """How facts of small places become the figure of a larger one."""

    AANTAL = "aantal", "Optellen"
    AANDEEL = "aandeel", "Deel door geheel"
    VERHOUDING = "verhouding", "Het een per het ander"
    GEMIDDELDE = "gemiddelde", "Gewogen gemiddelde"
    WAARDE = "waarde", "Zoals de bron het geeft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breuk:
    """From which period on the series can't be compared with what came before, and why."""

    vanaf: str
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """The card of an indicator; the id is the name of its file.

    `grein` is the kind of place of the facts that compute() returns; `niveaus` are the kinds of
    places that get a figure; `geen_niveau` says for every other kind why not. `let_op` are the
    caveats, first what may not be compared. `norm` is a value to hold the figure to, by `niveaus`
    alike, with `norm_bron` for where it is written.
    """

    titel: str
    vraag: str
    eenheid: str
    soort: Soort
    richting: Richting
    maat: Maat
    grein: PlaceKind
    niveaus: tuple[PlaceKind, ...]
    geen_niveau: Mapping[PlaceKind, str]
    definitie: str
    let_op: tuple[str, ...]
    bron_definitie: str
    decimalen: int = 0
    breuken: tuple[Breuk, ...] = ()
    norm: float | None = None
    norm_bron: str = ""
    gemeten_door: str = "openbare cijfers"
    personen: bool = True
    """Whether it counts persons: then a share of fewer than ten isn't shown."""
    swv: str = ""
    """PO or VO, when the figure of a samenwerkingsverband counts one of the two sectors."""
    controle: date | None = None
    zin: str = ""
    """How a sentence says it: 'gaat {waarde} van de leerlingen naar het speciaal onderwijs'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example: small tables in, figures out. It is the test, and is shown on the page.

    `given` holds a table of text per parameter of compute(): the names of the columns first, then a
    row per line, parted by white space; `<5` may stand for a hidden count, `.` for nothing,
    `~` for a space.
    `expect` holds lines of: kind, code, period, low, high.
    """

    given: Mapping[str, str]
    expect: Sequence[tuple[str, str, str, float | None, float | None]]
    uitleg: str = ""
    places: str = ""
    """Which place lies in which, as a table of text: code, boven_soort, boven_code."""


SCHOOL_LEVELS = tuple(kind for kind in PlaceKind if kind is not PlaceKind.PC4)
"""The places that schools lie in."""
HOME_LEVELS = tuple(kind for kind in PlaceKind if kind not in (PlaceKind.SCHOOL, PlaceKind.BESTUUR))
"""The places that people live in."""
