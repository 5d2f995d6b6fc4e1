"""For whom a calendar is made: who reads it, of which party, and from which day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.kalender import Kalenderregel
from openlea.core.plicht import Plicht
from openlea.policy.rechten import Actor
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """Who reads, in which werkruimte, on which day; `partij` None is all that the actor may see.

    `jaar` is the one calendar year that is asked for; None is from a good year ago on.
    """

    actor: Actor
    werkruimte: records.Werkruimte
    partij: records.Partij | None
    today: date
    plichten: Mapping[str, Plicht]
    jaar: int | None = None


Bijdrage = Callable[[Aanvraag], Iterable[Kalenderregel]]
"""Something that adds lines to a calendar: it asks the rights of the actor by itself."""
