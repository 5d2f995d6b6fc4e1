"""Find the one membership that somebody wants to change, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records


def find_lid(actor: Actor, lid: int, *, alleen_beheer: bool = True) -> records.Lidmaatschap:
    """Return a membership of this werkruimte.

    `alleen_beheer` asks the right to change everybody; without it people of the own partij are
    within reach too. Raises NotAllowed, and NotFound for who is not in this werkruimte.
    """
    scope = actor.scope(Noun.LID, Verb.WIJZIGEN)
    found = records.Lidmaatschap.objects.of(actor.werkruimte).filter(pk=lid).first()
    if scope is Scope.NIETS or (alleen_beheer and scope is not Scope.ALLES):
        raise NotAllowed("Alleen een agendabeheerder verandert mensen en rollen.")
    if found is None:
        raise NotFound("Deze persoon is er niet.")
    if scope is not Scope.ALLES and (actor.partij is None or found.partij_id != actor.partij):
        raise NotFound("Deze persoon is er niet.")
    return found
