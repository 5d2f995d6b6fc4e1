"""Take in a file of admission policies: all of its rows, or none."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.grootboek.wachtkamer import fingerprint
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid
from openlea.services.log_deed import log_deed
from openlea.services.plan_aanmeldbeleid import Aanmeldplan, plan_aanmeldbeleid


@transaction.atomic
def import_aanmeldbeleid(actor: Actor, content: bytes, today: date) -> Aanmeldplan:
    """Keep what a file says and return what was done; the same file a second time changes nothing.

    Any fault raises BadInput, with row and column, and leaves what was there.
    """
    plan = plan_aanmeldbeleid(actor, content, today)
    if plan.fouten:
        raise BadInput(plan.fouten)
    if not plan.is_goed:
        raise BadInput([Fout("", "", "Er is niets nieuws in dit bestand.")])
    for one in (*plan.nieuw, *plan.gewijzigd):
        keep_aanmeldbeleid(actor, one.beleid, today, one.versie)
    log_deed(
        actor,
        "aanmeldbeleid ingelezen",
        fingerprint(content),
        f"{len(plan.nieuw)} nieuw, {len(plan.gewijzigd)} gewijzigd",
        soort=Logsoort.MAKEN,
        noun=Noun.AANMELDBELEID,
    )
    return plan
