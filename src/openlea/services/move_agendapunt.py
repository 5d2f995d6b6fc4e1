"""Move an item one place up or down on the agenda."""

from typing import Literal

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import moved
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_prepared
from openlea.storage.records.models import Agendapunt, Vergadering


@transaction.atomic
def move_agendapunt(actor: Actor, nummer: int, stap: Literal[-1, 1]) -> Agendapunt:
    """Move an item earlier (-1) or later (1) and return it; at an end it stays where it is.

    Raises BadInput for an item that is on no agenda that is prepared, NotFound and NotAllowed.
    """
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    if punt.vergadering_id is None or punt.vergadering is None:
        raise BadInput([Fout("", "", "Dit punt staat nog op geen agenda.")])
    refuse_unless_prepared(punt.vergadering)
    # Held, because two who move at once would leave two items on one place.
    Vergadering.objects.select_for_update(no_key=True, of=("self",)).get(pk=punt.vergadering_id)
    order = list(Agendapunt.objects.on_agenda(punt.vergadering_id).values_list("pk", flat=True))
    if punt.pk not in order:
        raise BadInput([Fout("", "", "Dit punt is vervallen.")])
    for place, pk in enumerate(moved(order, punt.pk, stap)):
        # A place is no content: no new version, so that nobody's open form is refused for it.
        Agendapunt.objects.filter(pk=pk).exclude(volgorde=place).update(volgorde=place)
    log_deed(actor, "agendapunt verplaatst", f"agendapunt {punt.pk}", noun=Noun.OVERLEG)
    punt.refresh_from_db(fields=["volgorde"])
    return punt
