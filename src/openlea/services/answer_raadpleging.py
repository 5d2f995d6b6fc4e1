"""Keep what somebody answered by a link: nobody's name, no address, no moment, no order."""

import secrets
from collections.abc import Mapping
from uuid import uuid4

from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout, NotFound
from openlea.core.raadpleging import Vraag, VraagSoort
from openlea.policy.raadpleeglink import Raadpleegoordeel
from openlea.policy.raadpleging_uitkomst import Waarde, fits
from openlea.services.open_raadpleeglink import open_raadpleeglink
from openlea.storage.records.models import Raadpleegantwoord, Raadpleeggroep
from openlea.storage.records.raadpleging_values import questions_of

LANGST = 2000
"""Letters in an answer in one's own words."""


@transaction.atomic
def answer_raadpleging(token: str, waarden: Mapping[str, Waarde]) -> None:
    """Keep one answer; what is left out, and 'weet ik niet', is not kept.

    Raises NotFound for a link that never was, Conflict for one that doesn't open, BadInput with the
    question for what is no answer to it, or when nothing at all is answered.
    """
    deur = open_raadpleeglink(token, hold=True)
    if deur is None:
        raise NotFound("Deze link kennen we niet.")
    if deur.oordeel is not Raadpleegoordeel.GELDIG:
        raise Conflict(deur.oordeel.label)
    vragen = {one.id: one for one in questions_of(deur.raadpleging)}
    if fouten := [fout for naam, value in waarden.items() for fout in _faults(vragen, naam, value)]:
        raise BadInput(fouten)
    if not waarden:
        raise BadInput(
            [Fout("", "", "Je hebt nog niets ingevuld. Beantwoord ten minste één vraag.")]
        )
    _shuffle_in(deur.groep, {naam: _kept(value) for naam, value in waarden.items()})


def _faults(vragen: Mapping[str, Vraag], naam: str, value: Waarde) -> list[Fout]:
    vraag = vragen.get(naam)
    if vraag is None:
        return [Fout("", naam, "Deze vraag is er niet.")]
    if not fits(vraag, value):
        return [Fout("", naam, "Kies een van de antwoorden.")]
    if vraag.soort is VraagSoort.TEKST and len(str(value)) > LANGST:
        return [Fout("", naam, f"Maak je antwoord korter: hoogstens {LANGST} letters.")]
    return []


def _kept(value: Waarde) -> object:
    if isinstance(value, str):
        return value.strip()
    return list(value) if isinstance(value, tuple) else value


def _shuffle_in(groep: Raadpleeggroep, waarden: Mapping[str, object]) -> None:
    """Keep an answer in a place of chance: a database often keeps rows in order of arrival.

    The new row takes over what a row of chance held, and that row holds the new answer.
    """
    place = {"werkruimte_id": groep.werkruimte_id, "groep": groep}
    there = list(groep.antwoorden.all())
    chosen = secrets.randbelow(len(there) + 1)
    if chosen == len(there):
        Raadpleegantwoord.objects.create(id=uuid4(), waarden=waarden, **place)
        return
    other = there[chosen]
    Raadpleegantwoord.objects.create(id=uuid4(), waarden=other.waarden, **place)
    other.waarden = waarden
    other.save(update_fields=["waarden"])
