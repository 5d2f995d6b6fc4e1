"""The file that somebody is busy taking in: which one, and what it would do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.agenda import Agenda
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor
from openlea.policy.veldnaam import label
from openlea.services.herstel import kluis
from openlea.services.herstel.plek import Plek
from openlea.services.import_agenda import Verslag, import_agenda
from openlea.services.inlezen.reconcile import Verandering, Wat
from openlea.services.read_agenda_file import read_agenda_file
from openlea.services.read_cells import read_cells
from openlea.web.route import LeaRequest

MOST_SHOWN = 100
"""Faults that are shown at once; after these are corrected the next come."""


@dataclass(frozen=True, slots=True)
class Wachtend:
    """A file that waits: the name it came with, its key and what is in it."""

    naam: str
    sleutel: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Foutplek:
    """One place with a fault, with what stands there when that can be corrected here."""

    plek: Plek
    redenen: tuple[str, ...]
    waarde: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """How many of one kind are new, change or disappear."""

    soort: str
    nieuw: int
    gewijzigd: int
    verdwijnt: int


@dataclass(frozen=True, slots=True)
class Regel:
    """One change in words."""

    wat: Wat
    soort: str
    code: str
    velden: str


@dataclass(frozen=True, slots=True)
class Nakijk:
    """What a file would do, or why it can't."""

    verslag: Verslag | None = None
    fouten: tuple[Foutplek, ...] = ()
    meer: int = 0
    verwijder: str = ""

    @property
    def tellingen(self) -> list[Telling]:
        """Return per kind how many records change, in the order of the file."""
        changes = self.verslag.veranderingen if self.verslag else ()
        seen = Counter((one.soort, one.wat) for one in changes)
        return [
            Telling(
                soort,
                seen[soort, Wat.NIEUW],
                seen[soort, Wat.GEWIJZIGD],
                seen[soort, Wat.VERDWIJNT],
            )
            for soort in dict.fromkeys(one.soort for one in changes)
        ]

    @property
    def regels(self) -> list[Regel]:
        """Return every change in words, what disappears first."""
        changes = self.verslag.veranderingen if self.verslag else ()
        order = [Wat.VERDWIJNT, Wat.GEWIJZIGD, Wat.NIEUW]
        return [_line(one) for one in sorted(changes, key=lambda one: order.index(one.wat))]

    @property
    def is_te_herstellen(self) -> bool:
        """Return whether there is anything that can be corrected on the page."""
        return any(one.waarde is not None for one in self.fouten)


def _line(one: Verandering) -> Regel:
    velden = ", ".join(label(veld).lower() for veld in one.velden if veld != "volgorde")
    return Regel(one.wat, one.soort, one.code, velden or "volgorde" if one.velden else "")


def session_key(request: LeaRequest) -> str:
    """Return under which name the session keeps which file waits in this werkruimte."""
    return f"inlezen_{request.werkruimte.pk}"


def waiting(request: LeaRequest) -> Wachtend | None:
    """Return the file that this person is busy with here, or None."""
    told = request.session.get(session_key(request))
    if not told or (inhoud := kluis.take(told["sleutel"])) is None:
        return None
    return Wachtend(told["naam"], told["sleutel"], inhoud)


def keep_waiting(request: LeaRequest, naam: str, inhoud: bytes) -> None:
    """Let a file wait, in place of the one that waited."""
    forget(request)
    request.session[session_key(request)] = {"naam": naam, "sleutel": kluis.put(inhoud)}


def forget(request: LeaRequest) -> None:
    """Remove the file that waits."""
    told = request.session.pop(session_key(request), None)
    if told:
        kluis.drop(told["sleutel"])


def look_through(actor: Actor, file: Wachtend) -> Nakijk:
    """Return what a file would do, without doing it."""
    try:
        new = read_agenda_file(file.naam, file.inhoud)
    except BadInput as refused:
        return _faults(file, refused.fouten)
    try:
        return Nakijk(import_agenda(actor, new, proef=True))
    except BadInput as refused:
        return _with_removal(actor, new) or _faults(file, refused.fouten)


def _with_removal(actor: Actor, new: Agenda) -> Nakijk | None:
    """Return what happens when actions with a story may go, if nothing else is in the way."""
    try:
        verslag = import_agenda(actor, new, verwijder=True, proef=True)
    except BadInput:
        return None
    gone = [o.code for o in verslag.veranderingen if o.wat is Wat.VERDWIJNT and o.soort == "Acties"]
    return Nakijk(verslag, verwijder=", ".join(gone))


def _faults(file: Wachtend, fouten: Sequence[Fout]) -> Nakijk:
    redenen: dict[Plek, list[str]] = {}
    for fout in fouten:
        redenen.setdefault(Plek(fout.blad, fout.cel), []).append(fout.reden)
    shown = list(redenen)[:MOST_SHOWN]
    texts = read_cells(file.naam, file.inhoud, shown)
    plekken = tuple(Foutplek(one, tuple(redenen[one]), texts.get(one)) for one in shown)
    return Nakijk(fouten=plekken, meer=len(redenen) - len(shown))
