"""Book money on a post by hand: promised or spent, on a day."""

from dataclasses import asdict

from django.db import transaction

from openlea.core.begroting import Boeking
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.agenda_rijen import REALISATIE
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def add_boeking(actor: Actor, boeking: Boeking) -> records.Boeking:
    """Add a booking and return it; two equal ones are two, as in any ledger.

    Raises BadInput with the field, NotFound for an unknown post, NotAllowed like every verb.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN)
    post = agenda.posten.filter(code=boeking.post).first()
    if post is None:
        raise NotFound(f"Er is geen post {boeking.post}.")
    stroom = agenda.geldstromen.filter(code=boeking.geldstroom).first()
    if boeking.geldstroom and stroom is None:
        raise BadInput([Fout("", "geldstroom", "Kies een geldstroom uit de lijst.")])
    values = asdict(boeking) | {"post": post, "geldstroom": stroom}
    with transaction.atomic():
        kept = keep_record(actor, records.Boeking(werkruimte_id=actor.werkruimte, **values))
        mine = f"{post.code} {boeking.op} "
        check_change(agenda, lambda f: f.blad == REALISATIE and f.sleutel.startswith(mine))
        log_deed(
            actor, "geboekt", post.code, str(boeking.jaar), soort=Logsoort.MAKEN, noun=Noun.GELD
        )
    return kept
