"""Describe one assignment: its parts, its steps, its proposals and its story."""

from dataclasses import dataclass
from datetime import date

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor
from openlea.services.opdracht.beelden import Opdrachtbeeld, Voorstelbeeld, show_all
from openlea.services.opdracht.verloop import Verloopregel, story_of
from openlea.storage.records.opdracht_seen import opdrachten_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtverhaal:
    """An assignment as it stands, and how it came there."""

    beeld: Opdrachtbeeld
    verloop: tuple[Verloopregel, ...]

    def voorstel(self, nummer: int) -> Voorstelbeeld:
        """Return one of its proposals; NotFound when it is not among those that are seen."""
        for one in self.beeld.voorstellen:
            if one.record.pk == nummer:
                return one
        raise NotFound("Dit voorstel is er niet.")


def describe_opdracht(actor: Actor, nummer: int, today: date) -> Opdrachtverhaal:
    """Return an assignment with its proposals and its story; NotFound when it is not seen."""
    found = list(opdrachten_seen(actor, today).filter(pk=nummer))
    if not found:
        raise NotFound("Deze opdracht is er niet.")
    (beeld,) = show_all(actor, found, today)
    return Opdrachtverhaal(beeld=beeld, verloop=story_of(beeld))
