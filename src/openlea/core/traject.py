"""Processes of public schools as the shelf describes them: their steps, by whom and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze
from openlea.core.termijn import Regel
from openlea.core.termijnplank import WAYS, read_termijn

TRAJECTEN = "*/trajecten.toml"
KEYS = {"titel", "waarom", "vorm", "stap", "jaarlijks", "bron", "controle", "checked", "noot"}
KEYS_STAP = {"titel", "wie", "uitleg", "bewijs", "plicht", "termijn", "waarde", "na"}


class Bestuursvorm(Keuze):
    """In which form public schools are governed; it decides what is asked of the raad."""

    ZONDER_RVT = "zonder_rvt", "Zonder raad van toezicht"
    MET_RVT = "met_rvt", "Met raad van toezicht"
    SAMENWERKING = "samenwerking", "Samenwerkingsbestuur of -school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step. Its last day follows from a term of a duty (`plicht` and `termijn`), or `regel`.

    It is counted from the day of step `na`, or else from the beginning. `waarde` names a number of
    the duty that counts here.
    """

    code: str
    titel: str
    wie: str
    uitleg: str = ""
    bewijs: str = ""
    plicht: str = ""
    termijn: str = ""
    waarde: str = ""
    na: str = ""
    regel: Regel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectkaart:
    """A kind of process; `vormen` are the forms of government that it is for, none for all."""

    id: str
    titel: str
    waarom: str
    bron: str
    controle: Controle
    nagelezen_op: date
    stappen: tuple[Stap, ...]
    vormen: tuple[Bestuursvorm, ...] = ()
    jaarlijks: bool = False
    noot: str = ""

    @property
    def is_read(self) -> bool:
        """Return whether somebody read it at the source."""
        return self.controle in {Controle.WETTEKST, Controle.OFFICIEEL}

    def fits(self, vorm: Bestuursvorm) -> bool:
        """Return whether public schools that are governed like this can have this process."""
        return not self.vormen or vorm in self.vormen


def read_trajecten(roots: Sequence[Path]) -> Mapping[str, Trajectkaart]:
    """Return every kind of process by id, in the order of the file; CatalogueError when wrong."""
    return {naam: _kaart(entry) for naam, entry in read_shelf(roots, TRAJECTEN).items()}


def _kaart(entry: Entry) -> Trajectkaart:
    entry.refuse_unknown(KEYS)
    stappen = tuple(_stap(part) for part in entry.tables("stap"))
    _refuse_loose(entry, stappen)
    return Trajectkaart(
        id=entry.id,
        titel=entry.text("titel"),
        waarom=" ".join(entry.text("waarom").split()),
        bron=entry.text("bron"),
        controle=entry.choice("controle", Controle),
        nagelezen_op=entry.day("checked"),
        stappen=stappen,
        vormen=_vormen(entry),
        jaarlijks=entry.values.get("jaarlijks") is True,
        noot=" ".join(entry.text("noot", "").split()),
    )


def _stap(part: Entry) -> Stap:
    own = {key: value for key, value in part.values.items() if key not in {*KEYS_STAP, "code"}}
    regel = read_termijn(Entry(part.id, part.file, own)).regel if set(own) & set(WAYS) else None
    if own and regel is None:
        part.refuse_unknown({*KEYS_STAP, "code", *WAYS})
    if regel is not None and "termijn" in part.values:
        raise part.fault("has a term of its own and one of a duty; keep one of them")
    return Stap(
        code=part.text("code"),
        titel=part.text("titel"),
        wie=part.text("wie"),
        uitleg=part.text("uitleg", "").strip(),
        bewijs=part.text("bewijs", ""),
        plicht=part.text("plicht", ""),
        termijn=part.text("termijn", ""),
        waarde=part.text("waarde", ""),
        na=part.text("na", ""),
        regel=regel,
    )


def _refuse_loose(entry: Entry, stappen: Sequence[Stap]) -> None:
    """Refuse a process without steps, two steps of one code, and a step after one that isn't."""
    if not stappen:
        raise entry.fault(f"needs at least one [[{entry.id}.stap]]")
    seen: set[str] = set()
    for stap in stappen:
        if stap.code in seen:
            raise entry.fault(f"has two steps '{stap.code}'; give each a code of its own")
        if stap.na and stap.na not in seen:
            raise entry.fault(f"step '{stap.code}' comes after '{stap.na}', which is no step above")
        seen.add(stap.code)


def _vormen(entry: Entry) -> tuple[Bestuursvorm, ...]:
    try:
        return tuple(Bestuursvorm(one) for one in entry.texts("vorm"))
    except ValueError as error:
        raise entry.fault(f"'vorm': {error}") from error
