"""What is on the shelf about working together: four models, and tips for an agenda."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.samenwerking import Samenwerkingsmodel

MODELLEN = "samenwerking/samenwerkingsmodellen.toml"
TIPS = "samenwerking/tips.toml"
_MODEL = {"wat", "nadruk", "past", "let_op", "voorbeeld", "beeld", "bron"}
_ONDERWERP = {"id", "titel", "waarom", "woorden", "algemeen"}
_TIP = {"id", "onderwerp", "titel", "tekst", "plek"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modelkaart:
    """A model of cooperation: what it is, what it stresses, when it fits, what to mind."""

    model: Samenwerkingsmodel
    wat: str
    nadruk: str
    past: str
    let_op: str
    voorbeeld: str
    beeld: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeronderwerp:
    """A topic on which routes are compared; an action with one of its `woorden` belongs to it.

    What is `algemeen` takes no action by a word.
    """

    id: str
    titel: str
    waarom: str
    woorden: tuple[str, ...] = ()
    algemeen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """Something one can put in an agenda as an action; `plek` is where the source says it."""

    id: str
    onderwerp: str
    titel: str
    tekst: str
    plek: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipblad:
    """The tips of one source, by topic."""

    id: str
    titel: str
    bron: str
    onderwerpen: tuple[Leeronderwerp, ...]
    tips: tuple[Tip, ...]

    def find(self, tip: str) -> Tip | None:
        """Return a tip by its id, or None."""
        return next((one for one in self.tips if one.id == tip), None)


def read_modelkaarten(roots: Sequence[Path]) -> Mapping[str, Modelkaart]:
    """Return the card of every model, in the order of the list; CatalogueError when one is wrong.

    A municipality may word a model its own way; there are no other models.
    """
    shelf = read_shelf(roots, MODELLEN)
    for entry in shelf.values():
        if entry.id not in list(Samenwerkingsmodel):
            allowed = ", ".join(Samenwerkingsmodel)
            raise entry.fault(f"is not a model of cooperation; use one of: {allowed}")
    return {str(one): _model(shelf[one]) for one in Samenwerkingsmodel if one in shelf}


def read_tips(roots: Sequence[Path]) -> Mapping[str, Tipblad]:
    """Return the lists of tips by id; CatalogueError when one is wrong."""
    return {naam: _blad(entry) for naam, entry in read_shelf(roots, TIPS).items()}


def _model(entry: Entry) -> Modelkaart:
    entry.refuse_unknown(_MODEL)
    told = {key: " ".join(entry.text(key).split()) for key in _MODEL}
    return Modelkaart(model=Samenwerkingsmodel(entry.id), **told)


def _blad(entry: Entry) -> Tipblad:
    entry.refuse_unknown({"id", "titel", "bron", "onderwerpen", "tips"})
    onderwerpen = tuple(_onderwerp(part) for part in entry.tables("onderwerpen"))
    known = {one.id for one in onderwerpen}
    tips = tuple(_tip(part, known) for part in entry.tables("tips"))
    if len({one.id for one in tips}) != len(tips):
        raise entry.fault("has two tips with the same id; give one another id")
    return Tipblad(
        id=entry.id,
        titel=entry.text("titel"),
        bron=entry.text("bron"),
        onderwerpen=onderwerpen,
        tips=tips,
    )


def _onderwerp(part: Entry) -> Leeronderwerp:
    part.refuse_unknown(_ONDERWERP)
    return Leeronderwerp(
        id=part.text("id"),
        titel=part.text("titel"),
        waarom=part.text("waarom"),
        woorden=part.texts("woorden"),
        algemeen=part.values.get("algemeen") is True,
    )


def _tip(part: Entry, known: set[str]) -> Tip:
    part.refuse_unknown(_TIP)
    if part.text("onderwerp") not in known:
        raise part.fault(f"'onderwerp' is not one of: {', '.join(sorted(known))}")
    return Tip(**{key: " ".join(part.text(key).split()) for key in _TIP})
