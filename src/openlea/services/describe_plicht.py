"""One duty told whole: its versions, what papers say of it, and what serves it in a werkruimte."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError, NotInForce
from openlea.core.plicht import Grondslag, Plicht, Versie
from openlea.core.seednotitie import Seed, SeedNotitie, SeedNotities, read_seednotities
from openlea.policy.controlestand import Controlestand, judge_control
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.taak import Taak
from openlea.services.describe_taken import Vraag, describe_taken
from openlea.services.find_plicht import find_plicht
from openlea.services.plichten.plicht_op_dag import PlichtOpDag, on_day
from openlea.storage.records.models import Actie, Agenda, Plichtkoppeling
from openlea.storage.records.scope import acties_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """A place in the law, with the text of a day that belongs to it."""

    grondslag: Grondslag
    link: str
    juriconnect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versieregel:
    """A version with its places in the law; `op` is a day on which it holds."""

    versie: Versie
    op: date
    geldt: bool
    vindplaatsen: tuple[Vindplaats, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kanttekening:
    """What a paper says of a duty that does not hold, and what does."""

    seed: Seed
    notitie: SeedNotitie


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtverhaal:
    """A duty on a day; `nu` is None when it does not hold then, `dichtstbij` when it does."""

    plicht: Plicht
    op: date
    stand: Controlestand
    nu: PlichtOpDag | None
    dichtstbij: date | None
    versies: tuple[Versieregel, ...]
    kanttekeningen: tuple[Kanttekening, ...]
    genoemd: tuple[str, ...]
    taken: tuple[Taak, ...]
    dient: tuple[Plichtkoppeling, ...]


def describe_plicht(actor: Actor, naam: str, op: date, today: date) -> Plichtverhaal:
    """Return a duty as it was on a day, with what this actor may see of it here.

    NotFound for an unknown id. The tasks are those of the year of today, of every partij.
    """
    plicht = find_plicht(naam)
    nu, near = _on(plicht, op, today)
    papers = _papers()
    asked = Vraag(jaar=today.year, partij="", plicht=plicht.id)
    return Plichtverhaal(
        plicht=plicht,
        op=op,
        stand=judge_control(plicht, today),
        nu=nu,
        dichtstbij=near,
        versies=tuple(_line(one, op) for one in reversed(plicht.versies)),
        kanttekeningen=_notes(plicht.id, papers),
        genoemd=tuple(_named(one, papers) for one in plicht.seeds),
        taken=describe_taken(actor, asked, today).taken,
        dient=_served(actor, plicht.id),
    )


def _on(plicht: Plicht, op: date, today: date) -> tuple[PlichtOpDag | None, date | None]:
    try:
        return on_day(plicht, op, today), None
    except NotInForce as refused:
        return None, refused.dichtstbij


def _line(versie: Versie, op: date) -> Versieregel:
    """Return a version with the text of the day that was asked, or of its own last day."""
    day = op if versie.holds(op) else versie.tot or versie.van
    places = (
        Vindplaats(grondslag=one, link=one.link(day), juriconnect=one.juriconnect(day))
        for one in versie.grondslagen
    )
    return Versieregel(versie=versie, op=day, geldt=versie.holds(op), vindplaatsen=tuple(places))


def _papers() -> SeedNotities:
    """Return the notes on papers; a wrong file of one's own leaves ours."""
    try:
        return read_seednotities(find_roots(settings.CATALOGUE))
    except CatalogueError:
        return read_seednotities(find_roots())


def _named(text: str, papers: SeedNotities) -> str:
    """Return 'S1 §1.2' with the name of the paper; what isn't one of them stays as it is."""
    code, _, place = text.partition(" ")
    paper = papers.seeds.get(code)
    return f"{paper.naam}, {place}".rstrip(", ") if paper else text


def _notes(naam: str, found: SeedNotities) -> tuple[Kanttekening, ...]:
    return tuple(Kanttekening(seed=found.seeds[one.seed], notitie=one) for one in found.about(naam))


def _served(actor: Actor, naam: str) -> tuple[Plichtkoppeling, ...]:
    """Return what serves it in the agenda that is worked with, as far as this actor may see."""
    scope = actor.scope(Noun.ACTIE, Verb.ZIEN)
    current = Agenda.objects.current(actor.werkruimte)
    seen = acties_within(Actie.objects.filter(agenda=current), scope, actor)
    return tuple(Plichtkoppeling.objects.of(actor.werkruimte).filter(plicht=naam, actie__in=seen))
