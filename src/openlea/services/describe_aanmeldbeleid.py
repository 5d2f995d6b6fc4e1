"""How one applies at every school of a gemeente: beside each other, what they share, what lacks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.aanmeldbeleid import Aanmeldbeleid
from openlea.core.errors import NotAllowed
from openlea.policy.aanmeldkengetal import Kengetal, count_policies
from openlea.policy.aanmeldregels import is_voorbeeld
from openlea.policy.aanmeldvergelijking import Gedeeld, compare_policies
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schooljaar import school_year_of, year_after, year_before
from openlea.services.aanmelden.ontbrekend import missing_by_partij
from openlea.services.aanmelden.scholen import School, may_keep, schools_here
from openlea.storage.records.aanmeldbeleid_values import aanmeldbeleid_value
from openlea.storage.records.models import Aanmeldbeleid as Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What is asked of the list; '' asks nothing."""

    schooljaar: str = ""
    pc4: str = ""
    denominatie: str = ""
    voorrang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingevuld:
    """A school with how one applies there, and whether this reader may change it."""

    school: School
    beleid: Aanmeldbeleid
    mag_wijzigen: bool

    @property
    def is_voorbeeld(self) -> bool:
        """Return whether it only shows how this works."""
        return is_voorbeeld(self.beleid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontbreekt:
    """A board with its schools that nobody filled in, each with whether this reader may."""

    bestuur: str
    scholen: tuple[tuple[School, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dag:
    """A day on which something happens, what, and at which schools."""

    op: date
    wat: str
    scholen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldblad:
    """All that is told of a school year; `totaal` and `open` count schools after the choice.

    `vorig_jaar` counts what this reader may take over from the year before.
    """

    schooljaar: str
    jaren: tuple[str, ...]
    ingevuld: tuple[Ingevuld, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    gedeeld: tuple[Gedeeld, ...]
    kengetallen: tuple[Kengetal, ...]
    dagen: tuple[Dag, ...]
    peildatum: str
    scholen: tuple[School, ...]
    vorig_jaar: int

    @property
    def open(self) -> int:
        """Return how many schools are not filled in."""
        return sum(len(one.scholen) for one in self.ontbreekt)

    @property
    def totaal(self) -> int:
        """Return how many schools there are; an example is none."""
        return len(self.ingevuld) - self.voorbeelden + self.open

    @property
    def voorbeelden(self) -> int:
        """Return how many are only there to show how this works."""
        return sum(one.is_voorbeeld for one in self.ingevuld)


def describe_aanmeldbeleid(actor: Actor, keuze: Keuze, today: date) -> Aanmeldblad:
    """Return the admission policies of a school year; without one, the newest that has any.

    Two queries and one read of the register, however many schools there are.
    """
    if not actor.may(Noun.AANMELDBELEID, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    kept = list(Record.objects.of(actor.werkruimte))
    jaren = _years(kept, today)
    newest = max((one.schooljaar for one in kept), default=jaren[-1])
    jaar = keuze.schooljaar if keuze.schooljaar in jaren else newest
    own = [one for one in kept if one.schooljaar == jaar]
    by_school = {one.school: aanmeldbeleid_value(one) for one in own}
    earlier = [one for one in kept if one.schooljaar == year_before(jaar)]
    here = schools_here(actor.werkruimte, [*own, *earlier])
    every = here.scholen.values()
    scholen = tuple(one for one in every if one.in_register or one.code in by_school)
    old = {one.school for one in earlier} - by_school.keys()
    asked = [one for one in scholen if _fits(one, by_school.get(one.code), keuze)]
    known = [by_school[one.code] for one in asked if one.code in by_school]
    return Aanmeldblad(
        schooljaar=jaar,
        jaren=jaren,
        ingevuld=tuple(_filled(actor, asked, by_school)),
        ontbreekt=tuple(_missing(actor, asked, by_school.keys())),
        gedeeld=compare_policies(known, len(asked)),
        kengetallen=count_policies(known, len(asked) - sum(map(is_voorbeeld, known))),
        dagen=tuple(_days(known)),
        peildatum=here.peildatum,
        scholen=scholen,
        vorig_jaar=sum(may_keep(actor, here.scholen[code], Verb.MAKEN) for code in old),
    )


def _years(kept: Sequence[Record], today: date) -> tuple[str, ...]:
    now = school_year_of(today)
    return tuple(sorted({now, year_after(now), *(one.schooljaar for one in kept)}))


def _fits(school: School, beleid: Aanmeldbeleid | None, keuze: Keuze) -> bool:
    """Say whether a school is asked for; of one that isn't filled in, who goes first is unknown."""
    if keuze.pc4 and school.pc4 != keuze.pc4:
        return False
    if keuze.denominatie and school.denominatie != keuze.denominatie:
        return False
    if not keuze.voorrang or beleid is None:
        return True
    return keuze.voorrang in {str(one) for one in beleid.voorrang}


def _filled(
    actor: Actor, scholen: Sequence[School], by_school: Mapping[str, Aanmeldbeleid]
) -> Iterator[Ingevuld]:
    for one in scholen:
        if one.code in by_school:
            yield Ingevuld(
                school=one,
                beleid=by_school[one.code],
                mag_wijzigen=may_keep(actor, one, Verb.WIJZIGEN),
            )


def _missing(
    actor: Actor, scholen: Sequence[School], known: Collection[str]
) -> Iterator[Ontbreekt]:
    for bestuur, some in missing_by_partij(scholen, known).items():
        told = tuple((one, may_keep(actor, one, Verb.MAKEN)) for one in some)
        yield Ontbreekt(bestuur=bestuur, scholen=told)


def _days(known: Sequence[Aanmeldbeleid]) -> Iterator[Dag]:
    """Yield the days in order; schools that do the same on a day stand together."""
    found: dict[tuple[date, str], list[str]] = {}
    for one in known:
        for day, wat in (
            (one.aanmelden_van, "Aanmelden begint"),
            (one.aanmelden_tot, "Laatste dag om aan te melden"),
            (one.loting_op, "Loting"),
            (one.uitslag_op, "Uitslag"),
        ):
            if day is not None:
                found.setdefault((day, wat), []).append(one.naam)
    for (day, wat), names in sorted(found.items()):
        yield Dag(op=day, wat=wat, scholen=tuple(sorted(names)))
