"""Ask for what the agendas and the law need today; close what is answered, pass on what stuck."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from openlea.core.agenda import AgendaStaat
from openlea.core.logboek import Logsoort
from openlea.core.verzoek import Verzoek, VerzoekSoort, VerzoekStaat
from openlea.policy.agenda_staat import is_open
from openlea.policy.rechten import Actor, Noun
from openlea.policy.verzoek import (
    due_eigenaren,
    due_metingen,
    due_updates,
    not_yet_asked,
    question_of_owners,
    settle,
    without_owner,
)
from openlea.services.afspraken.ronde import ask_bevestigingen, is_about
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.bewaren import keep_new, keep_staat, pass_on_open
from openlea.services.rondvraag.kring import AgendaKring, kring_of, people_of
from openlea.services.taken.ronde import ask_proof
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything
from openlea.storage.records.verzoek_values import verzoek_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondvraag:
    """What one round of asking changed, in numbers of asks."""

    gevraagd: int = 0
    doorgegeven: int = 0
    gesloten: int = 0


def ask_updates(today: date, *, werkruimte: str | None = None) -> Rondvraag:
    """Bring the asks of every werkruimte (or one, by slug) to today, and return what changed.

    A second time on the same day changes nothing. A closed agenda asks nothing any more.
    """
    rooms = records.Werkruimte.objects.order_by("id")
    if werkruimte is not None:
        rooms = rooms.filter(slug=werkruimte)
    each = [_ask_in(room.pk, today) for room in rooms]
    return Rondvraag(
        gevraagd=sum(one.gevraagd for one in each),
        doorgegeven=sum(one.doorgegeven for one in each),
        gesloten=sum(one.gesloten for one in each),
    )


@transaction.atomic
def _ask_in(werkruimte: int, today: date) -> Rondvraag:
    # Two rounds at once take their turn, so that the second finds what the first has asked.
    records.Werkruimte.objects.select_for_update(no_key=True).get(pk=werkruimte)
    record = records.Agenda.objects.current(werkruimte)
    actor = everything(werkruimte).actor
    kring = kring_of(record, today) if record else people_of(werkruimte, today)
    known = list(records.Verzoek.objects.of(werkruimte).select_related("agenda", "aan"))
    of_wet = [one for one in known if one.soort == VerzoekSoort.BEWIJS]
    of_afspraak = [one for one in known if is_about(one)]
    others = [one for one in known if one.soort != VerzoekSoort.BEWIJS and not is_about(one)]
    proof = ask_proof(actor, kring, of_wet)
    agreed = ask_bevestigingen(actor, kring, of_afspraak)
    closed = proof.gesloten + agreed.gesloten
    new: tuple[Verzoek, ...] = ()
    if isinstance(kring, AgendaKring):
        closed, new = closed + _settle_all(actor, kring, others), _new(kring, others)
    else:
        others = []
    passed = pass_on_open(
        actor,
        kring,
        [one for one in (*of_wet, *of_afspraak, *others) if one.staat == VerzoekStaat.OPEN],
    )
    # What the law or an agreement asks has no agenda: it goes on in the next one.
    for verzoek in new:
        keep_new(actor, record, verzoek)
    for verzoek in (*proof.nieuw, *agreed.nieuw):
        keep_new(actor, None, verzoek)
    asked = len(new) + len(proof.nieuw) + len(agreed.nieuw)
    if asked or passed:
        log_deed(
            actor,
            "gevraagd",
            f"{asked} nieuw",
            f"{passed} doorgegeven",
            soort=Logsoort.MAKEN,
            noun=Noun.VERZOEK,
        )
    return Rondvraag(gevraagd=asked, doorgegeven=passed, gesloten=closed)


def _settle_all(actor: Actor, kring: AgendaKring, known: Iterable[records.Verzoek]) -> int:
    asking = is_open(AgendaStaat(kring.record.staat))
    return sum(_settle(actor, kring, one, asking=asking) for one in known)


def _settle(actor: Actor, kring: AgendaKring, one: records.Verzoek, *, asking: bool) -> bool:
    """Close an ask that is answered or no longer needed; return whether that was so."""
    if one.staat != VerzoekStaat.OPEN:
        return False
    if not asking or one.agenda_id != kring.record.pk:
        keep_staat(actor, one, VerzoekStaat.VERVALLEN)
        return True
    settled = settle(verzoek_value(one), kring.agenda, kring.since)
    if not settled.is_open:
        keep_staat(actor, one, settled.staat)
        return True
    if settled.soort is VerzoekSoort.EIGENAAR:
        _count_again(actor, kring, one)
    return False


def _count_again(actor: Actor, kring: AgendaKring, one: records.Verzoek) -> None:
    """Let the number in the question be the number of today."""
    vraag = question_of_owners(len(without_owner(kring.agenda)))
    if one.vraag != vraag:
        one.vraag = vraag
        keep_record(actor, one)


def _new(kring: AgendaKring, known: Iterable[records.Verzoek]) -> tuple[Verzoek, ...]:
    if not is_open(AgendaStaat(kring.record.staat)):
        return ()
    asked = tuple(verzoek_value(one) for one in known)
    place = (kring.agenda, kring.since, kring.today, kring.wie)
    due = (*due_updates(*place), *due_metingen(*place))
    # Who keeps the agenda is asked once at a time for owners, however many rounds go by.
    if not any(one.soort is VerzoekSoort.EIGENAAR and one.is_open for one in asked):
        due = (*due, *due_eigenaren(*place))
    return not_yet_asked(due, asked)
