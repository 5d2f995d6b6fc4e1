"""Describe the yearly questions of the oversight: what is known, what is answered, what is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings

from openlea.catalogue.kaartenkast import open_toezichtvragen
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.plicht import Grondslag, Plicht
from openlea.core.toezichtvraag import Toezichtdeel, Toezichtvraag
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.controlestand import Controlestand, judge_control
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.toezicht import (
    Toezichtoordeel,
    Toezichttelling,
    judge_vraag,
    reads_toezicht,
    tally,
)
from openlea.services.toetsing.vindingen import find_vindingen
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import openable, own_soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaat:
    """Where it stands, as it is cited, with the text of that day and how sure the duty is."""

    plicht: str
    tekst: str
    link: str
    stand: Controlestand


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagbeeld:
    """A question with its place in the law, how far it is, and the answer that was given.

    `document` is the proof beside the answer, None when there is none or it may not be opened.
    """

    vraag: Toezichtvraag
    citaten: tuple[Citaat, ...]
    oordeel: Toezichtoordeel
    antwoord: "records.Toezichtantwoord | None"
    document: "records.Document | None"

    @property
    def keuze(self) -> Antwoord | None:
        """Return what was answered, or None."""
        return Antwoord(self.antwoord.keuze) if self.antwoord and self.antwoord.keuze else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepbeeld:
    """Questions about one thing."""

    naam: str
    vragen: tuple[Vraagbeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbeeld:
    """One oversight: its groups of questions and their totals."""

    deel: Toezichtdeel
    groepen: tuple[Groepbeeld, ...]
    telling: Toezichttelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtbeeld:
    """All questions of a calendar year."""

    jaar: int
    delen: tuple[Deelbeeld, ...]
    telling: Toezichttelling

    @property
    def vragen(self) -> tuple[Vraagbeeld, ...]:
        """Return every question in order."""
        return tuple(one for deel in self.delen for groep in deel.groepen for one in groep.vragen)


def describe_toezicht(actor: Actor, jaar: int, today: date) -> Toezichtbeeld:
    """Return the questions of a year as they stand, in a fixed number of queries.

    Law is cited as it holds on the last day of that year; `today` says how old its reading is.
    NotAllowed for who may not read the municipality's own answers.
    """
    if not reads_toezicht(actor.scope(Noun.TOETS, Verb.ZIEN), own_soort(actor)):
        raise NotAllowed("De antwoorden aan het toezicht zijn van de gemeente.")
    beelden = tuple(_beelden(actor, jaar, today))
    delen = tuple(
        Deelbeeld(
            deel=deel,
            groepen=_groups(own),
            telling=tally(one.oordeel for one in own),
        )
        for deel in Toezichtdeel
        if (own := [one for one in beelden if one.vraag.deel is deel])
    )
    telling = tally(one.oordeel for one in beelden)
    return Toezichtbeeld(jaar=jaar, delen=delen, telling=telling)


def _beelden(actor: Actor, jaar: int, today: date) -> Iterator[Vraagbeeld]:
    roots = find_roots(settings.CATALOGUE)
    vragen, plichten = open_toezichtvragen(roots), open_plichten(roots).plichten
    named = {plicht for vraag in vragen.values() for plicht in vraag.noemt}
    soorten = {soort for vraag in vragen.values() for soort in vraag.plansoorten}
    vindingen = find_vindingen(actor, jaar, named, soorten)
    answers = records.Toezichtantwoord.objects.of(actor.werkruimte).filter(jaar=jaar)
    given = {one.vraag: one for one in answers}
    seen = openable(actor).in_bulk([one.document_id for one in given.values() if one.document_id])
    for vraag in vragen.values():
        told = given.get(vraag.id)
        keuze = Antwoord(told.keuze) if told and told.keuze else None
        proven = bool(told and told.document_id)
        yield Vraagbeeld(
            vraag=vraag,
            citaten=tuple(_citaten(vraag, plichten, date(jaar, 12, 31), today)),
            oordeel=judge_vraag(vraag, vindingen, keuze, heeft_document=proven),
            antwoord=told,
            document=seen.get(told.document_id or 0) if told else None,
        )


def _citaten(
    vraag: Toezichtvraag, plichten: Mapping[str, Plicht], op: date, today: date
) -> Iterator[Citaat]:
    told: set[Grondslag] = set()
    for naam in vraag.noemt:
        plicht = plichten.get(naam)
        if plicht is None or not plicht.in_force(op):
            continue
        grondslag = plicht.on(op).grondslag
        if grondslag not in told:
            told.add(grondslag)
            yield Citaat(
                plicht=naam,
                tekst=str(grondslag),
                link=grondslag.link(op),
                stand=judge_control(plicht, today),
            )


def _groups(beelden: list[Vraagbeeld]) -> tuple[Groepbeeld, ...]:
    grouped = groupby(beelden, key=lambda one: one.vraag.groep)
    return tuple(Groepbeeld(naam=naam, vragen=tuple(own)) for naam, own in grouped)
