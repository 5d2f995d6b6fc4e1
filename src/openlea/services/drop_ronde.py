"""Throw away a round that was neither drawn nor made public; its rows are erased for good."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Conflict, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_kinderronde import PLAATSER
from openlea.services.find_ronde import find_ronde
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.services.log_deed import log_deed

REDEN = "De plaatsingsronde is verwijderd."
GELOOT = "Er is geloot. De ronde blijft staan: wie haar weg kan doen, kan loten tot het past."
OPENBAAR = "Deze ronde is openbaar. Zij blijft staan, zodat iedereen haar kan nagaan."


def drop_ronde(actor: Actor, nummer: int) -> None:
    """Erase a round; who may not touch single children only one without them.

    Call it outside a transaction. Conflict for what everybody has seen, and for what was drawn of
    real children: that stays to be checked.
    """
    with transaction.atomic():
        ronde = find_ronde(actor, nummer, Verb.WIJZIGEN, hold=True)
        if ronde.zichtbaarheid == Zichtbaarheid.PUBLIEK:
            raise Conflict(OPENBAAR)
        if ronde.zaad and not ronde.is_verzonnen:
            raise Conflict(GELOOT)
        every = [ronde.aanmeldingen, ronde.uitkomsten]
        held = [one for one in every if one is not None and one.gewist_op is None]
        if held and actor.scope(Noun.AANMELDING, Verb.WIJZIGEN) is not Scope.ALLES:
            raise NotAllowed(PLAATSER)
        gone = [mark_erased(actor, one, REDEN) for one in held]
        log_deed(
            actor,
            "plaatsingsronde verwijderd",
            f"ronde {ronde.pk}",
            str(ronde),
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.PLAATSING,
        )
        ronde.delete()
    for one in gone:
        wipe(one)
