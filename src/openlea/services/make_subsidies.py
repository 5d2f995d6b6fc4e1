"""Make of each amount of a decided division a subsidie; done again it makes none twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from openlea.core.begroting import Subsidie
from openlea.core.errors import BadInput, Fout
from openlea.policy.agenda_rijen import SUBSIDIES
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.check_change import check_change
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.keep_subsidie import keep_subsidie
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.services.verdelen.subsidiekenmerk import mark_of
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat

AT_ONCE = 100
"""So many in one go, so that nobody waits; the next hundred come with the next push."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toekenning:
    """From which post, to whom (code of a partij per school), on which day, on what terms."""

    post: str
    ontvangers: Mapping[str, str]
    beschikt_op: date
    voorwaarden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegekend:
    """What was made: kenmerken, the schools that have no recipient yet, and how many wait."""

    verdeling: Verdeling
    gemaakt: tuple[str, ...]
    zonder: tuple[str, ...]
    wachten: int = 0


@transaction.atomic
def make_subsidies(
    actor: Actor, nummer: int, toekenning: Toekenning, versie: int | None = None
) -> Toegekend:
    """Return what was made; all of it is kept, or nothing when one can't be.

    Raises BadInput before a decision or with what is wrong, Conflict when somebody was first,
    NotFound, and NotAllowed when the agenda is closed or the right is lacking.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True)
    if record.staat == VerdelingStaat.CONCEPT or not record.uitkomst:
        raise BadInput([Fout("", "", "Besluit eerst over deze verdeling.")])
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN)
    there = set(agenda.subsidies.values_list("kenmerk", flat=True))
    missing = [one for one in _due(record) if one[0] not in there]
    able = [one for one in missing if toekenning.ontvangers.get(one[1]["school"])]
    for kenmerk, one in able[:AT_ONCE]:
        keep_subsidie(actor, _subsidie(record, toekenning, kenmerk, one), samen=True)
    made = tuple(kenmerk for kenmerk, _ in able[:AT_ONCE])
    check_change(agenda, lambda f: f.blad == SUBSIDIES and f.sleutel in made)
    _note(actor, record, toekenning, versie)
    log_deed(
        actor,
        "subsidies van een verdeling gemaakt",
        f"verdeling {record.pk}",
        f"{len(made)} subsidies",
        noun=Noun.VERDELING,
    )
    return Toegekend(
        verdeling=record,
        gemaakt=made,
        zonder=tuple(
            one["school"] for _, one in missing if not toekenning.ontvangers.get(one["school"])
        ),
        wachten=len(able) - len(made),
    )


def _due(record: Verdeling) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield kenmerk and outcome of every school that gets anything."""
    for plek, one in enumerate((record.uitkomst or {})["verdeling"]["scholen"]):
        if one["bedrag"] > 0:
            yield mark_of(record, plek), one


def _subsidie(
    record: Verdeling, toekenning: Toekenning, kenmerk: str, one: Mapping[str, Any]
) -> Subsidie:
    return Subsidie(
        kenmerk=kenmerk,
        post=toekenning.post,
        regeling=record.regeling or str(record),
        ontvanger=toekenning.ontvangers[one["school"]],
        jaar=record.jaar,
        beschikt=one["bedrag"] * CENTS,
        beschikt_op=toekenning.beschikt_op,
        voorwaarden=toekenning.voorwaarden,
        prestatie=f"Voor {one['school']}. {one['zin']}",
    )


def _note(actor: Actor, record: Verdeling, toekenning: Toekenning, versie: int | None) -> None:
    """Keep on the division what was made, and that it is done when every school has its own."""
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN)
    there = set(agenda.subsidies.values_list("kenmerk", flat=True))
    due = [kenmerk for kenmerk, _ in _due(record)]
    record.post = agenda.posten.filter(code=toekenning.post).first()
    record.ontvangers = dict(record.ontvangers) | {
        school: code for school, code in toekenning.ontvangers.items() if code
    }
    record.subsidies = [kenmerk for kenmerk in due if kenmerk in there]
    if record.subsidies == due:
        record.staat = VerdelingStaat.TOEGEKEND
    keep_record(actor, record, versie=versie)
