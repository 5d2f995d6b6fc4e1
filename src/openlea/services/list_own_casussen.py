"""List of one's own casussen the next step that is due: its number and its day, nothing else."""

from datetime import date, timedelta

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vandaag_casus import Casuswerk
from openlea.services.list_casussen import list_casussen

SOON = timedelta(days=3)


def list_own_casussen(actor: Actor, today: date) -> tuple[Casuswerk, ...]:
    """Return the steps due within three days or late, of tables at which the actor sits."""
    if actor.lid is None or not actor.may(Noun.CASUS, Verb.ZIEN):
        return ()
    open_ones = [one for one in list_casussen(actor) if one.inhoud and not one.inhoud.is_gesloten]
    due = (
        Casuswerk(one.record.nummer, one.inhoud.volgende_voor)
        for one in open_ones
        if one.inhoud and one.inhoud.volgende_voor and one.inhoud.volgende_voor <= today + SOON
    )
    return tuple(sorted(due, key=lambda one: (one.op, one.nummer)))
