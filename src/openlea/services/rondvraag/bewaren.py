"""Keeps an ask as it was decided: a new one, one with another state, one that passes on."""

from django.utils import timezone

from openlea.core.verzoek import Verzoek, VerzoekStaat
from openlea.policy.ontvanger import pass_on
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.rondvraag.kring import Kring
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import verzoek_value


def keep_new(actor: Actor, agenda: records.Agenda | None, verzoek: Verzoek) -> records.Verzoek:
    """Keep an ask that is new, or new for this person; a legal task has no agenda."""
    one = records.Verzoek(
        werkruimte_id=actor.werkruimte,
        agenda=agenda,
        soort=verzoek.soort,
        onderwerp_soort=verzoek.onderwerp,
        onderwerp_code=verzoek.code,
        aan_id=verzoek.aan,
        partij_code=verzoek.partij,
        periode=verzoek.periode,
        vraag=verzoek.vraag,
        waarom=verzoek.waarom,
        voor=verzoek.voor,
        trap=verzoek.escalatie,
        trap_op=verzoek.gemaakt_op,
        sleutel=verzoek.sleutel,
    )
    return keep_record(actor, one)


def keep_staat(actor: Actor, one: records.Verzoek, staat: VerzoekStaat) -> None:
    """Close an ask; only what is done has a moment at which it was done."""
    one.staat = staat
    one.gedaan_op = timezone.now() if staat is VerzoekStaat.GEDAAN else None
    keep_record(actor, one)


def pass_on_open(actor: Actor, kring: Kring, open_now: list[records.Verzoek]) -> int:
    """Pass on what has to go to somebody else today, and return how many did."""
    before = records.Verzoek.objects.of(actor.werkruimte).filter(
        sleutel__in=[one.sleutel for one in open_now]
    )
    had: dict[str, set[int]] = {}
    for sleutel, lid in before.values_list("sleutel", "aan_id"):
        had.setdefault(sleutel, set()).add(lid)
    return sum(_passes_on(actor, kring, one, had[one.sleutel]) for one in open_now)


def _passes_on(actor: Actor, kring: Kring, one: records.Verzoek, had: set[int]) -> bool:
    value = verzoek_value(one)
    changed = pass_on(value, kring.in_line(value), kring.leden, kring.today, had)
    if changed is None:
        return False
    closed, opened = changed
    keep_staat(actor, one, closed.staat)
    keep_new(actor, one.agenda, opened)
    return True
