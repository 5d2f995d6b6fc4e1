"""Say for oneself whether one comes to a meeting."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.overleg import Aanwezigheid
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_prepared
from openlea.storage.records.models import Deelnemer

TE_ZEGGEN = frozenset({Aanwezigheid.AANWEZIG, Aanwezigheid.AFGEMELD})


@transaction.atomic
def answer_uitnodiging(actor: Actor, vergadering: int, komt: Aanwezigheid) -> Deelnemer:
    """Keep the own answer and return the place at the table.

    Raises NotFound for who was not asked, BadInput for another answer or a meeting that began.
    """
    meeting = find_vergadering(actor, Verb.ZIEN, vergadering)
    own = Deelnemer.objects.of(meeting.pk).filter(lid_id=actor.lid or 0).first()
    if own is None or actor.bekijkt_als is not None:
        raise NotFound("Je staat niet op de lijst van deze vergadering.")
    refuse_unless_prepared(meeting)
    if komt not in TE_ZEGGEN:
        raise BadInput([Fout("", "komt", "Kies of je komt.")])
    own.aanwezigheid = komt
    kept = keep_record(actor, own)
    log_deed(
        actor, "uitnodiging beantwoord", f"vergadering {meeting.pk}", str(komt), noun=Noun.OVERLEG
    )
    return kept
