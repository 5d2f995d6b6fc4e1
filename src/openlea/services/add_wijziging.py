"""Change the amount of a post for a year by a decision; the first amount stays to be seen."""

from dataclasses import asdict

from django.db import transaction

from openlea.core.begroting import Stand, Wijziging
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.agenda_rijen import WIJZIGINGEN
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def add_wijziging(actor: Actor, wijziging: Wijziging) -> records.Begrotingswijziging:
    """Add a change and return it; sent twice, it is there once.

    Raises BadInput with the field, NotFound for an unknown post, NotAllowed like every verb.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.WIJZIGEN)
    post = agenda.posten.filter(code=wijziging.post).first()
    if post is None:
        raise NotFound(f"Er is geen post {wijziging.post}.")
    if wijziging.stand is Stand.PRIMITIEF:
        reden = "Het eerste bedrag wijzig je bij de post zelf. Kies bijgesteld of prognose."
        raise BadInput([Fout("", "stand", reden)])
    values = {k: v for k, v in asdict(wijziging).items() if k != "post"}
    same = post.wijzigingen.filter(**values).first()
    if same:
        return same
    with transaction.atomic():
        kept = keep_record(
            actor,
            records.Begrotingswijziging(werkruimte_id=actor.werkruimte, post=post, **values),
        )
        mine = f"{post.code} {wijziging.jaar} "
        check_change(agenda, lambda f: f.blad == WIJZIGINGEN and f.sleutel.startswith(mine))
        log_deed(
            actor,
            "begroting gewijzigd",
            post.code,
            f"{wijziging.jaar} {wijziging.stand}",
            soort=Logsoort.MAKEN,
            noun=Noun.GELD,
        )
    return kept
