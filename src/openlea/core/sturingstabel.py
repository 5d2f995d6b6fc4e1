"""The published table that says which form of steering fits a group: questions, forms, cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.errors import CatalogueError
from openlea.core.samenwerking import Sturingsvorm

STURING = "samenwerking/sturing.toml"
Antwoorden = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingsantwoord:
    """An answer, the forms that it speaks for, why in words, and what to mind whatever the form."""

    id: str
    label: str
    past: frozenset[Sturingsvorm]
    omdat: str = ""
    let_op: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingsvraag:
    """A question about the group with its answers."""

    id: str
    vraag: str
    hulp: str
    antwoorden: tuple[Sturingsantwoord, ...]

    def answer(self, gekozen: str) -> Sturingsantwoord | None:
        """Return an answer by its id, or None."""
        return next((one for one in self.antwoorden if one.id == gekozen), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingskaart:
    """A form of steering; `mits` says per question what to mind when the answer speaks against."""

    vorm: Sturingsvorm
    wat: str
    past: str
    prijs: str
    mits: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingsgeval:
    """A case with its outcome: the form, how many answers fit it, ties, and what is against."""

    id: str
    situatie: str
    antwoorden: Antwoorden
    vorm: Sturingsvorm
    past: int
    gelijk: tuple[Sturingsvorm, ...] = ()
    tegen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingstabel:
    """The whole table; the forms stand from light to heavy, which decides a tie (`gelijk`)."""

    titel: str
    bron: str
    gelijk: str
    vragen: tuple[Sturingsvraag, ...]
    vormen: tuple[Sturingskaart, ...]
    gevallen: tuple[Sturingsgeval, ...] = ()


def read_sturingstabel(roots: Sequence[Path]) -> Sturingstabel:
    """Return the table; that of the last folder goes before ours. CatalogueError when wrong."""
    shelf = read_shelf(roots, STURING)
    if len(shelf) != 1:
        raise CatalogueError(f'{STURING}: holds {len(shelf)} tables; keep one, id = "sturing"')
    return _tabel(*shelf.values())


def _tabel(entry: Entry) -> Sturingstabel:
    entry.refuse_unknown({"id", "titel", "bron", "gelijk", "vragen", "vormen", "gevallen"})
    vragen = tuple(_vraag(part) for part in entry.tables("vragen"))
    names = {one.id for one in vragen}
    vormen = tuple(_kaart(part, names) for part in entry.tables("vormen"))
    if sorted(one.vorm for one in vormen) != sorted(Sturingsvorm):
        raise entry.fault(f"needs each of these under 'vormen' once: {', '.join(Sturingsvorm)}")
    return Sturingstabel(
        titel=entry.text("titel"),
        bron=entry.text("bron"),
        gelijk=entry.text("gelijk"),
        vragen=vragen,
        vormen=vormen,
        gevallen=tuple(_geval(part) for part in entry.tables("gevallen")),
    )


def _vraag(part: Entry) -> Sturingsvraag:
    part.refuse_unknown({"id", "vraag", "hulp", "antwoorden"})
    return Sturingsvraag(
        id=part.text("id"),
        vraag=part.text("vraag"),
        hulp=part.text("hulp", ""),
        antwoorden=tuple(_antwoord(one) for one in part.tables("antwoorden")),
    )


def _antwoord(part: Entry) -> Sturingsantwoord:
    part.refuse_unknown({"id", "label", "past", "omdat", "let_op"})
    return Sturingsantwoord(
        id=part.text("id"),
        label=part.text("label"),
        past=frozenset(_vormen(part, "past")),
        omdat=part.text("omdat", ""),
        let_op=part.text("let_op", ""),
    )


def _kaart(part: Entry, vragen: set[str]) -> Sturingskaart:
    part.refuse_unknown({"id", "wat", "past", "prijs", "mits"})
    mits = _words(part, "mits")
    if set(mits) != vragen:
        raise part.fault(f"needs a sentence under 'mits' for each of: {', '.join(sorted(vragen))}")
    return Sturingskaart(
        vorm=part.choice("id", Sturingsvorm),
        wat=part.text("wat"),
        past=part.text("past"),
        prijs=part.text("prijs"),
        mits=mits,
    )


def _geval(part: Entry) -> Sturingsgeval:
    part.refuse_unknown({"id", "situatie", "antwoorden", "vorm", "past", "gelijk", "tegen"})
    past = part.values.get("past")
    if not isinstance(past, int):
        raise part.fault("needs a whole number under 'past'")
    return Sturingsgeval(
        id=part.text("id"),
        situatie=part.text("situatie"),
        antwoorden=_words(part, "antwoorden"),
        vorm=part.choice("vorm", Sturingsvorm),
        past=past,
        gelijk=_vormen(part, "gelijk"),
        tegen=part.texts("tegen"),
    )


def _vormen(part: Entry, key: str) -> tuple[Sturingsvorm, ...]:
    try:
        return tuple(Sturingsvorm(one) for one in part.texts(key))
    except ValueError as error:
        raise part.fault(f"'{key}': {error}") from error


def _words(part: Entry, key: str) -> Mapping[str, str]:
    value = part.values.get(key)
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise part.fault(f"needs a table of texts under '{key}'")
    return dict(value)
