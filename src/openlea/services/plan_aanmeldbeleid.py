"""Look at a file of admission policies: what is new, what changes, what is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.aanmeldbeleid import Aanmeldbeleid
from openlea.core.errors import BadFile, Fout, NotAllowed
from openlea.policy.aanmeldregels import aanmeldbeleid_faults, has_content
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.aanmelden.kolommen import changes
from openlea.services.aanmelden.lezen import Regel, at_row, read_rows
from openlea.services.aanmelden.scholen import School, may_keep, schools_here
from openlea.services.grootboek.tabel import read_tabel
from openlea.storage.records.aanmeldbeleid_values import aanmeldbeleid_value
from openlea.storage.records.models import Aanmeldbeleid as Record

MOST_ROWS = 2_000
Verschil = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A policy as it becomes, the version that it had, and what differs (head, was, becomes)."""

    beleid: Aanmeldbeleid
    versie: int | None
    verschillen: tuple[Verschil, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldplan:
    """What reading in would do; nothing is written when there is any fault."""

    nieuw: tuple[Wijziging, ...]
    gewijzigd: tuple[Wijziging, ...]
    gelijk: int
    fouten: tuple[Fout, ...]

    @property
    def is_goed(self) -> bool:
        """Return whether nothing stands in the way, and there is something to do."""
        return not self.fouten and bool(self.nieuw or self.gewijzigd)


def plan_aanmeldbeleid(actor: Actor, content: bytes, today: date) -> Aanmeldplan:
    """Return what reading in this csv or xlsx would do; BadFile when it is no such table.

    A row of a school that is still empty, as our own file has them, does nothing.
    """
    if not actor.may(Noun.AANMELDBELEID, Verb.MAKEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    gelezen = read_rows(read_tabel(content, zoals="Vestigingscode, School en Schooljaar"))
    if len(gelezen.regels) > MOST_ROWS:
        reden = f"Er zijn meer dan {MOST_ROWS} regels. Maak een uitsnede."
        raise BadFile([Fout("", "", reden)])
    kept = list(Record.objects.of(actor.werkruimte))
    known = {(one.school, one.schooljaar): one for one in kept}
    scholen = schools_here(actor.werkruimte, kept).scholen
    fouten = [*gelezen.fouten, *_doubles(gelezen.regels)]
    made: list[Wijziging] = []
    for regel in gelezen.regels:
        change, faults = _planned(actor, regel, known, scholen, today)
        if change.versie is None and not has_content(change.beleid):
            continue
        fouten += [at_row(regel.nummer, one) for one in faults]
        made.append(change)
    return Aanmeldplan(
        nieuw=tuple(one for one in made if one.versie is None),
        gewijzigd=tuple(one for one in made if one.versie is not None and one.verschillen),
        gelijk=sum(one.versie is not None and not one.verschillen for one in made),
        fouten=tuple(fouten),
    )


def _planned(
    actor: Actor,
    regel: Regel,
    known: Mapping[tuple[str, str], Record],
    scholen: Mapping[str, School],
    today: date,
) -> tuple[Wijziging, list[Fout]]:
    record = known.get((regel.velden["school"], regel.velden["schooljaar"]))
    before = aanmeldbeleid_value(record) if record else None
    school = scholen.get(regel.velden["school"])
    naam = school.naam if school else regel.velden["naam"]
    after = Regel(regel.nummer, {**regel.velden, "naam": naam}).onto(before)
    faults = list(aanmeldbeleid_faults(after, today))
    if not may_keep(actor, school or School(code="", naam=""), Verb.MAKEN):
        faults.append(Fout("", "school", "Dit kan alleen voor een school van je eigen partij."))
    differs = changes(before, after) if before else ()
    return Wijziging(after, record.versie if record else None, differs), faults


def _doubles(regels: tuple[Regel, ...]) -> Iterator[Fout]:
    keys = [(one.velden["school"], one.velden["schooljaar"]) for one in regels]
    often = Counter(keys)
    for one, key in zip(regels, keys, strict=True):
        if often[key] > 1:
            reden = "Deze school staat voor dit jaar meer dan één keer in het bestand."
            yield at_row(one.nummer, Fout("", "school", reden))
