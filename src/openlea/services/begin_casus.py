"""Begin a casus: it gets the next number, its content goes in the vault, who begins sits at it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.casus import Casusinhoud
from openlea.core.errors import BadInput, NotAllowed
from openlea.policy.casus import day_faults, faults_of
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.casus.inhoud import sealed
from openlea.services.casus.treden import treden
from openlea.services.find_casus import NIET
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casus, Casuslid, Werkruimte


@transaction.atomic
def begin_casus(actor: Actor, inhoud: Casusinhoud, verwijderen_op: date) -> Casus:
    """Return the new casus. BadInput with the fields; NotAllowed for who can sit at no table."""
    if actor.scope(Noun.CASUS, Verb.MAKEN) is not Scope.EIGEN_TAFEL or actor.lid is None:
        raise NotAllowed(NIET)
    today = timezone.localdate()
    if fouten := [*faults_of(inhoud, treden(), today), *day_faults(verwijderen_op, today)]:
        raise BadInput(fouten)
    # Two who begin at once get two numbers.
    here = Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
    last = Casus.objects.of(here.pk).values_list("nummer", flat=True).first() or 0
    one = Casus(werkruimte=here, nummer=last + 1, verwijderen_op=verwijderen_op)
    with sealed(one, inhoud):
        kept = keep_record(actor, one)
        keep_record(actor, Casuslid(werkruimte=here, casus=kept, lid_id=actor.lid))
        log_deed(actor, "casus begonnen", f"casus {kept.nummer}", noun=Noun.CASUS)
    return kept
