"""Count over the deliveries of a period, and keep protected numbers: the only look into the rows.

Whoever may deliver has them counted; what comes out says nothing of one person, so it may be seen
by who may see the figures of the werkruimte.
"""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort, Telstaat, as_plain
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.tellen.leveringen import deliveries_for, rows_of
from openlea.services.tellen.teller import Telopdracht
from openlea.services.tellen.tellers import TELLERS
from openlea.services.tellen.voeden import compute_counted, feed_tables
from openlea.storage.records.models import Telling, Werkruimte


def count_registraties(
    actor: Actor, soort: Telsoort, periode: str, *, rekenen: bool = True
) -> Telling:
    """Return the counts of a kind over a period, made anew, and compute the figures of it.

    Who counts more than one period computes the figures once, after the last. Call it outside a
    transaction. NotAllowed without the right to deliver, NotFound when nothing was delivered about
    the period.
    """
    if not actor.may(Noun.REGISTRATIE, Verb.MAKEN):
        raise NotAllowed("Tellen kan alleen wie registraties aanlevert.")
    teller = TELLERS[soort]
    deliveries = deliveries_for(actor.werkruimte, teller, periode)
    if not deliveries:
        raise NotFound("Over deze periode is niets aangeleverd om te tellen.")
    here = Werkruimte.objects.get(pk=actor.werkruimte)
    numbers = [one.pk for one in deliveries]
    told = f"aanleveringen {', '.join(map(str, numbers))}"[:300]
    log_deed(
        actor,
        "registraties geteld",
        f"{soort} {periode}",
        told,
        soort=Logsoort.LEZEN,
        noun=Noun.REGISTRATIE,
    )
    plaats = PlaceKey.parse(here.plaats) if here.plaats else None
    staat = teller.tel(
        Telopdracht(
            werkruimte=here.pk,
            plaats=plaats,
            periode=periode,
            vandaag=timezone.localdate(),
            rijen=rows_of(deliveries),
        )
    )
    kept = _kept(actor, staat, numbers)
    if feed_tables(here.slug, staat, plaats.code if plaats else here.slug) and rekenen:
        compute_counted(here.slug)
    return kept


@transaction.atomic
def _kept(actor: Actor, staat: Telstaat, numbers: list[int]) -> Telling:
    same = Telling.objects.of(actor.werkruimte, staat.soort).filter(periode=staat.periode)
    record = same.first() or Telling(
        werkruimte_id=actor.werkruimte, soort=staat.soort, periode=staat.periode
    )
    record.peildatum, record.methode = staat.peildatum, staat.methode
    record.definitie, record.let_op = staat.definitie, list(staat.let_op)
    record.rijen, record.aanleveringen = as_plain(staat.rijen), numbers
    return keep_record(actor, record)
