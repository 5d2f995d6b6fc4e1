"""Everything the page of an action shows: its facts, and its story with the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from openlea.core.afspraak import Instemming
from openlea.core.agenda import Actie as ActieValue
from openlea.core.agenda import ActieStaat, Agenda, VerwijzingSoort, Zichtbaarheid
from openlea.core.begroting import Post, Stand
from openlea.core.errors import NotFound
from openlea.policy.afspraak import instemming
from openlea.policy.agenda_staat import is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.stand import bedragen_per_post
from openlea.policy.streefwaarde import judge
from openlea.policy.veldnaam import label
from openlea.storage.records.afspraak_seen import afspraken_of, besluiten_of
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.geschiedenis import Regel, RegelSoort, highlights_of
from openlea.storage.records.models import Actie, Document, Opmerking, Voortgang
from openlea.storage.records.verhaal import (
    actie_seen,
    documents_of,
    is_owned_by,
    may_do,
    opmerkingen_of,
    own_melding,
)
from openlea.web.pages.agenda.blik import Blik, look
from openlea.web.pages.agenda.links import address
from openlea.web.pages.agenda.rijen import ActieRij
from openlea.web.route import LeaRequest

HIGHLIGHTS, SHOWN, SHORT = 20, 4, 60
STATE_FIELDS, DAY_READ = {label("staat"), label("staat_reden")}, label("peildatum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaalregel:
    """One thing that happened: on which day, by whom, and what."""

    op: datetime
    titel: str
    icoon: str
    door: str = ""
    tekst: str = ""
    blokkade: str = ""
    staat: ActieStaat | None = None
    url: str = ""
    voor: str = ""
    terug: str = ""


Lines = Iterator[Verhaalregel]


@dataclass(frozen=True, slots=True)
class Postregel:
    """A row of the begroting with its amount per year of the agenda; None where it has none."""

    post: Post
    bedragen: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ActieBlik:
    """An action as one person sees it, and what that person may do with it."""

    blik: Blik
    record: Actie
    rij: ActieRij
    verhaal: tuple[Verhaalregel, ...]
    mag_melden: bool
    is_eigenaar: bool
    mag_wijzigen: bool
    mag_meten: bool
    mag_opmerken: bool
    mag_toevoegen: bool

    @property
    def actie(self) -> ActieValue:
        """Return the action itself."""
        return self.rij.actie

    @property
    def versie(self) -> int:
        """Return the version of what is shown, or one before: asked before the values were."""
        return self.blik.versies[self.actie.code]

    @property
    def agenda(self) -> Agenda:
        """Return the agenda that it stands in."""
        return self.blik.agenda

    @property
    def verwijzingen(self) -> list[object]:
        """Return the pointers to indicators, duties and interventions; documents are the story."""
        return [
            one
            for one in self.actie.verwijzingen
            if not (one.soort is VerwijzingSoort.DOCUMENT and one.naar.startswith("document:"))
        ]

    @property
    def posten(self) -> list[Postregel]:
        """Return the rows of the begroting that belong to this action, as they now stand."""
        bedragen = bedragen_per_post(self.agenda.begroting, Stand.BIJGESTELD)
        return [
            Postregel(post, tuple(bedragen[post.code].get(jaar) for jaar in self.agenda.jaren))
            for post in self.agenda.begroting.posten
            if post.bij == self.actie.code
        ]

    @property
    def uitkomsten(self) -> dict[str, list[str]]:
        """Return what became of each target, per year, in words."""
        return {
            one.streefwaarde.code: [
                judge(one.streefwaarde.richting, jaar, self.blik.vandaag).label
                for jaar in one.streefwaarde.jaren
            ]
            for one in self.rij.streven
        }


def read_actie(request: LeaRequest, code: str, *, to_change: bool = False) -> ActieBlik:
    """Return the action of this code with its story, or raise NotFound."""
    blik = look(request, to_change=to_change)
    rij = next((one for one in blik.rijen if one.actie.code == code), None) if blik else None
    record = actie_seen(blik.record, code, request.actor) if blik else None
    if blik is None or rij is None or record is None:
        raise NotFound(f"Er is geen actie {code}.")
    actor, works = request.actor, is_open(blik.agenda.staat)
    return ActieBlik(
        blik=blik,
        record=record,
        rij=rij,
        verhaal=tuple(_story(request, rij.actie, record)),
        mag_melden=works and may_do(record, Noun.VOORTGANG, Verb.MAKEN, actor),
        is_eigenaar=is_owned_by(record, actor.partij),
        mag_wijzigen=works and may_do(record, Noun.ACTIE, Verb.WIJZIGEN, actor),
        mag_meten=works and may_do(record, Noun.STREEFWAARDE, Verb.WIJZIGEN, actor),
        mag_opmerken=works and may_do(record, Noun.OPMERKING, Verb.MAKEN, actor),
        mag_toevoegen=works and may_do(record, Noun.DOCUMENT, Verb.MAKEN, actor),
    )


def _story(request: LeaRequest, actie: ActieValue, record: Actie) -> list[Verhaalregel]:
    """Return all that happened, newest first."""
    actor, slug = request.actor, request.werkruimte.slug
    lines = [
        *_told(actie, own_melding(record, actor), slug),
        *_said(opmerkingen_of(record, actor)),
        *_added(documents_of(record, actor), slug),
        *_agreed(record, actor, slug),
        *_changed(record, {(one.op, one.door) for one in actie.voortgang}, actor, slug),
    ]
    return sorted(lines, key=lambda line: line.op, reverse=True)


def _told(actie: ActieValue, own: Voortgang | None, slug: str) -> Iterator[Verhaalregel]:
    """Yield the updates, newest first: that one with where its maker takes it back."""
    for place, one in enumerate(reversed(actie.voortgang)):
        is_own = own is not None and place == 0 and one.op == own.op
        yield Verhaalregel(
            op=_moment(one.op),
            titel="Melding",
            icoon="vlag",
            door=one.door,
            tekst=one.gedaan,
            blokkade=one.blokkade,
            staat=one.staat,
            terug=reverse("melding_terug", args=[slug, own.pk]) if own and is_own else "",
        )


def _said(opmerkingen: Iterable[Opmerking]) -> Iterator[Verhaalregel]:
    for one in opmerkingen:
        inside = one.zichtbaarheid == Zichtbaarheid.INTERN
        yield Verhaalregel(
            op=one.gemaakt_op,
            titel="Opmerking",
            icoon="afspraak",
            door=one.door_naam,
            tekst=one.tekst,
            voor="Alleen de gemeente leest dit" if inside else "",
        )


def _added(documents: Iterable[Document], slug: str) -> Iterator[Verhaalregel]:
    for one in documents:
        yield Verhaalregel(
            op=one.gemaakt_op,
            titel=one.titel,
            icoon="document",
            door=one.door.naam if one.door else "",
            tekst="Link" if one.adres else f"Document, {_size(one.grootte)}",
            url=one.adres or reverse("document", args=[slug, one.pk]),
        )


def _agreed(record: Actie, actor: Actor, slug: str) -> Lines:
    """Yield the agreements that the action came of, and the decisions about it."""
    for one in afspraken_of(record, actor):
        said = instemming(afspraak_value(one).partijen)
        yield Verhaalregel(
            op=_moment(one.op),
            titel="Afspraak" if said is Instemming.AFGESPROKEN else "Afspraak (voorstel)",
            icoon="afspraak",
            tekst=f"{one.wat}\n{said.label}",
            url=address("afspraak", slug, str(one.pk)),
        )
    for besluit in besluiten_of(record, actor, timezone.localdate()):
        meeting = besluit.punt.vergadering
        yield Verhaalregel(
            op=_moment(besluit.op),
            titel=f"Besluit {besluit.nummer}",
            icoon="besluit",
            tekst=f"{besluit.tekst}\n{meeting.titel}" if meeting else besluit.tekst,
            url=address("besluit", slug, str(besluit.pk)),
        )


def _changed(record: Actie, told: set[tuple[date, str]], actor: Actor, slug: str) -> Lines:
    """Yield what one person changed on one day as one line, for who works with the action.

    A state that was told that day by that person is the melding itself, and not told twice.
    """
    if actor.scope(Noun.OPMERKING, Verb.ZIEN) is Scope.NIETS:
        return
    regels = highlights_of(record.agenda, record, actor, HIGHLIGHTS)
    for (day, door), together in groupby(regels, key=_day_and_who):
        same = list(together)
        tells_state = (day, door) not in told
        if lines := [line for one in same for line in _differences(one, tells_state=tells_state)]:
            yield Verhaalregel(
                op=same[0].op,
                titel="Gewijzigd",
                icoon="potlood",
                door=door,
                tekst=_some(lines),
                url=reverse("geschiedenis", args=[slug]) + f"?actie={record.code}",
            )


def _day_and_who(one: Regel) -> tuple[date, str]:
    return timezone.localdate(one.op), one.door


def _differences(one: Regel, *, tells_state: bool) -> Iterator[str]:
    if one.wat is RegelSoort.WEG:
        yield f"Weg: {one.onderwerp}"
    for veld in one.verschillen:
        where = veld.veld if one.soort == "Actie" else f"{one.onderwerp}, {veld.veld.lower()}"
        if veld.veld != DAY_READ and (tells_state or veld.veld not in STATE_FIELDS):
            yield f"{where}: {_short(veld.oud)} werd {_short(veld.nieuw)}"


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def _some(lines: list[str]) -> str:
    """Return the first few lines, and how many more there are."""
    rest = len(lines) - SHOWN
    return "\n".join([*lines[:SHOWN], f"en nog {rest}"] if rest > 0 else lines)


def _moment(op: date) -> datetime:
    """Return the end of a day: a day's update stands above what else was written that day."""
    return timezone.make_aware(datetime.combine(op, time(23, 59)))


def _size(octets: int) -> str:
    megabyte = 1024 * 1024
    if octets >= megabyte:
        return f"{octets / megabyte:.1f} MB".replace(".", ",")
    return f"{max(octets // 1024, 1)} kB"
