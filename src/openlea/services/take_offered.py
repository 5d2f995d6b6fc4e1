"""Put on the agenda of a meeting what the law asks this year, or what always comes back there."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor, Verb
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.find_vergadering import find_vergadering
from openlea.services.overleg.aanbod import Aanbodpunt, offered_items
from openlea.storage.records.models import Agendapunt


@transaction.atomic
def take_offered(
    actor: Actor, vergadering: int, sleutels: Collection[str], today: date
) -> tuple[Agendapunt, ...]:
    """Return the items that were added, in the order of the offer.

    What is no longer offered, because another agenda took it or it was dealt with, adds nothing.
    Raises NotFound and NotAllowed, and BadInput for a meeting that is not prepared any more.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    offer = offered_items(meeting.reeks, today, meeting)
    visible = Zichtbaarheid(meeting.zichtbaarheid)
    return tuple(
        add_agendapunt(actor, _written(one, visible), vergadering=meeting.pk)
        for one in offer.punten
        if one.sleutel in sleutels
    )


def _written(one: Aanbodpunt, zichtbaarheid: Zichtbaarheid) -> Puntopzet:
    return Puntopzet(
        titel=one.titel,
        sectie=one.sectie,
        soort=one.soort,
        toelichting=one.toelichting,
        minuten=one.minuten,
        plicht=one.plicht,
        onderwerp=one.onderwerp,
        vast=one.vast,
        zichtbaarheid=zichtbaarheid,
    )
