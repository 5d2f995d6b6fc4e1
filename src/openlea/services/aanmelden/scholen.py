"""The schools of a werkruimte: those in the register of DUO, and those that somebody typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openlea.core.errors import BadInput, NotAllowed
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Aanmeldbeleid, Partij, Werkruimte
from openlea.storage.warehouse.schoolregister import EMPTY, Register, read_register
from openlea.storage.warehouse.warehouse import open_warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school, with the partij that answers for it: `partij` is its pk, None when nobody does.

    That is its board; `schrijvers` are the pks of who may write for it, the school itself too.
    """

    code: str
    naam: str
    bestuur: str = ""
    partij: int | None = None
    partij_code: str = ""
    schrijvers: frozenset[int] = frozenset()
    bestuurscode: str = ""
    denominatie: str = ""
    pc4: str = ""
    in_register: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scholen:
    """The schools by code, and the day of the register ('' when it isn't there)."""

    scholen: Mapping[str, School]
    peildatum: str


def schools_here(werkruimte: int, kept: Iterable[Aanmeldbeleid] = ()) -> Scholen:
    """Return the schools of the gemeente, and besides them those of `kept` that are only typed."""
    found = _register(werkruimte)
    partijen = {one.plaats: one for one in Partij.objects.of(werkruimte) if one.plaats}
    scholen = {}
    for row in found.scholen:
        board = partijen.get(f"{PlaceKind.BESTUUR}:{row.bestuur}")
        itself = partijen.get(f"{PlaceKind.SCHOOL}:{row.code}")
        owner = board or itself
        scholen[row.code] = School(
            code=row.code,
            naam=row.naam,
            bestuur=board.naam if board else f"Schoolbestuur {row.bestuur}",
            partij=owner.pk if owner else None,
            partij_code=owner.code if owner else "",
            schrijvers=frozenset(one.pk for one in (board, itself) if one),
            bestuurscode=row.bestuur,
            denominatie=row.denominatie,
            pc4=row.pc4,
        )
    for one in kept:
        scholen.setdefault(one.school, _typed(one))
    return Scholen(scholen=scholen, peildatum=found.peildatum)


def may_keep(actor: Actor, school: School, verb: Verb) -> bool:
    """Say whether an actor may write for a school: everybody's, or one of the own partij."""
    scope = actor.scope(Noun.AANMELDBELEID, verb)
    if scope is Scope.ALLES:
        return True
    return scope is Scope.EIGEN_PARTIJ and actor.partij in school.schrijvers


def refuse_others(actor: Actor, school: School, verb: Verb) -> None:
    """Raise NotAllowed for who may not write for this school."""
    if not may_keep(actor, school, verb):
        raise NotAllowed("Dit kan alleen voor een school van je eigen partij.")


def _typed(one: Aanmeldbeleid) -> School:
    return School(
        code=one.school,
        naam=one.naam,
        bestuur=one.partij.naam if one.partij else "",
        partij=one.partij_id,
        partij_code=one.partij.code if one.partij else "",
        schrijvers=frozenset({one.partij_id} if one.partij_id else ()),
        in_register=False,
    )


def _register(werkruimte: int) -> Register:
    plaats = Werkruimte.objects.values_list("plaats", flat=True).get(pk=werkruimte)
    try:
        key = PlaceKey.parse(plaats)
    except BadInput:
        return EMPTY
    if key.kind is not PlaceKind.GEMEENTE:
        return EMPTY
    return read_register(open_warehouse(), key.code)
