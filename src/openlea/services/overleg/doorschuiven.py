"""How an item goes on in another meeting: once, and with all that it is about."""

from django.db.models import Q

from openlea.core.overleg import PuntStaat
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.overleg.plaats import make_place
from openlea.storage.records.models import Agendapunt, Agendastuk, Vergadering

MEE = (
    *("sectie", "titel", "soort", "toelichting", "minuten", "inbrenger", "partij", "plicht"),
    *("onderwerp", "vast", "speerpunt", "actie", "zichtbaarheid"),
)
"""What goes along with an item that is carried over or copied."""


def carry_over(actor: Actor, punt: Agendapunt, target: Vergadering | None) -> Agendapunt:
    """Return the item that goes on in a meeting (None: parked); the same one when asked again.

    A meeting that has the same standing item or topic of the law already goes on with that one.
    """
    gone_on = punt.vervolg.exclude(staat=PuntStaat.VERVALLEN).order_by("id").first()
    if gone_on is not None:
        return gone_on
    same = _same_item(punt, target) if target else None
    onward = same or copy_of(punt)
    onward.komt_van = punt
    if same is None:
        onward.vergadering = target
        onward.volgorde = make_place(target) if target else 0
    keep_record(actor, onward)
    carry_papers(actor, punt, onward)
    return onward


def copy_of(punt: Agendapunt) -> Agendapunt:
    """Return a new item that says the same, on no agenda yet."""
    kept = {name: getattr(punt, name) for name in MEE}
    return Agendapunt(werkruimte_id=punt.werkruimte_id, reeks_id=punt.reeks_id, **kept)


def carry_papers(actor: Actor, punt: Agendapunt, onward: Agendapunt) -> None:
    """Hang the papers of an item on the one that goes on; each once."""
    there = set(onward.stukken.values_list("document_id", flat=True))
    for stuk in punt.stukken.order_by("id"):
        if stuk.document_id not in there:
            new = Agendastuk(
                werkruimte_id=actor.werkruimte, punt=onward, document_id=stuk.document_id
            )
            keep_record(actor, new)


def _same_item(punt: Agendapunt, target: Vergadering) -> Agendapunt | None:
    """Return the item of a meeting that is about the same, if nothing came in there yet.

    It is seen by the same people, so that no paper is shown to anybody who did not see it before.
    """
    same = Q()
    if punt.vast:
        same |= Q(vast=punt.vast)
    if punt.plicht and punt.onderwerp:
        same |= Q(plicht=punt.plicht, onderwerp=punt.onderwerp)
    if not same:
        return None
    seen = punt.zichtbaarheid
    open_there = target.punten.filter(same, staat=PuntStaat.OPEN, komt_van=None, zichtbaarheid=seen)
    return open_there.exclude(pk=punt.pk).order_by("volgorde", "id").first()
