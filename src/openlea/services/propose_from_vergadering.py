"""Propose a meeting that was held as proof: the topics it dealt with, and what was agreed there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.conf import settings
from django.db import transaction

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.catalogue import find_roots
from openlea.policy.bewijsvoorstel import Gemaakt, Overleg, from_afspraken
from openlea.policy.overlegbewijs import covered_by, made_in
from openlea.policy.overlegplan import kaart_of
from openlea.policy.schrijfwijze import day
from openlea.services.overleg.plan_lezen import at_table, meeting_rule
from openlea.services.propose_overleg import propose_overleg
from openlea.services.taken.plank import plichten_here
from openlea.services.taken.voorstellen import keep_found
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.as_values import everything
from openlea.storage.records.verplichting_values import verplichting_value

Delen = Mapping[str, tuple[str, ...]]


@transaction.atomic
def propose_from_vergadering(vergadering: "records.Vergadering") -> int:
    """Propose what a held meeting shows for the waiting tasks of its year; return how many are new.

    There is no actor: the product proposes, a person accepts. Only partijen that were there are
    told of. Again, after the minutes changed, adds what is new and nothing double.
    """
    kaart = kaart_of(open_overlegkaarten(find_roots(settings.CATALOGUE)), vergadering.reeks.soort)
    regel = meeting_rule(vergadering)
    covered = covered_by(kaart, plichten_here(), regel)
    seats = records.Deelnemer.objects.filter(vergadering=vergadering).select_related("partij")
    present = tuple(sorted({one.partij.code for one in at_table(seats) if one.partij}))
    made = _propose_agreed(vergadering) if regel.is_held else 0
    if not covered or not present:
        return made
    return made + sum(
        propose_overleg(vergadering.werkruimte_id, one)
        for one in _parts(vergadering, covered, present)
    )


def _parts(
    vergadering: "records.Vergadering", covered: Delen, present: tuple[str, ...]
) -> Iterator[Overleg]:
    """Yield the meeting as proof, and apart from it the topics that were added since."""
    key = f"vergadering/{vergadering.pk}"
    titel = f"{vergadering.titel}, {day(vergadering.op)}"
    told = _told(vergadering, f"overleg:{key}")
    yield Overleg(
        verwijzing=key, titel=titel, op=vergadering.op, plichten=covered, partijen=present
    )
    for (plicht, partij), codes in told.items():
        fresh = tuple(code for code in covered.get(plicht, ()) if code not in codes)
        if codes and fresh and partij in present:
            yield Overleg(
                verwijzing=f"{key}+{'+'.join(fresh)}",
                titel=titel,
                op=vergadering.op,
                plichten={plicht: fresh},
                partijen=(partij,),
            )


def _told(vergadering: "records.Vergadering", key: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return per duty and partij which topics this meeting was proposed for before."""
    rows = records.Bewijs.objects.of(vergadering.werkruimte_id).filter(verwijzing__startswith=key)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in rows.select_related("verplichting__partij"):
        if one.verwijzing == key or one.verwijzing.startswith(f"{key}+"):
            taak = one.verplichting
            found[taak.plicht, taak.partij.code].update(one.onderwerpen)
    return {each: frozenset(codes) for each, codes in found.items()}


def _propose_agreed(vergadering: "records.Vergadering") -> int:
    """Propose the measurable agreements of a meeting for the duty that asks measurable goals."""
    made = tuple(_agreed(vergadering))
    asked = {plicht for one in made for plicht in one.plichten}
    every = records.Verplichting.objects.of(vergadering.werkruimte_id).waiting()
    rows = every.in_year(vergadering.op.year).filter(plicht__in=sorted(asked))
    taken = {one.pk: one for one in rows}
    found = {
        nummer: tuple(from_afspraken(verplichting_value(one), made))
        for nummer, one in taken.items()
    }
    shown = {nummer: each for nummer, each in found.items() if each}
    return keep_found(everything(vergadering.werkruimte_id).actor, taken, shown)


def _agreed(vergadering: "records.Vergadering") -> Iterator[Gemaakt]:
    every = records.Afspraak.objects.of(vergadering.werkruimte_id)
    for one in with_partijen(every.filter(punt__vergadering=vergadering)):
        found = made_in(afspraak_value(one), one.punt.plicht if one.punt else "")
        if found is not None:
            yield found
