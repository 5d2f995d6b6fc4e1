"""How far work in the background is: told by the verb, read by the page, stopped by a person."""

import time
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from openlea.policy.rechten import Actor
from openlea.policy.werk import WerkStaat
from openlea.storage.records.werk import Werk

LONGEST_VERSLAG = 200


class Stopped(Exception):
    """Somebody asked to stop; raised out of `step`, so that a verb ends between two steps."""


class Voortgang:
    """What a verb gets first: who asked (`actor`), and `step` to tell how far it is."""

    def __init__(
        self,
        werk: Werk,
        actor: Actor,
        *,
        every: float = 0.4,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep the work; it is written at most once per `every` seconds."""
        self.actor = actor
        self.verslag: list[dict[str, str]] = []
        self._werk = werk
        self._every = every
        self._clock = clock
        self._next = float("-inf")
        self._told: tuple[str, int, int] = ("", 0, 0)

    def step(self, text: str, done: int = 0, total: int = 0) -> None:
        """Tell what is done now, and how many of how many; raises Stopped when that was asked.

        Without a total the page shows that it runs, not how far. Not inside one long transaction:
        then nobody sees it before the end.
        """
        if text != self._told[0]:
            self.verslag.append({"op": timezone.now().isoformat(), "tekst": text[:300]})
            del self.verslag[:-LONGEST_VERSLAG]
        self._told = (text[:300], max(done, 0), max(total, 0))
        if self._clock() >= self._next:
            self._write()

    def fields(self) -> dict[str, Any]:
        """Return what was told last, as the fields of the record."""
        stap, gedaan, totaal = self._told
        return {
            "stap": stap,
            "gedaan": gedaan,
            "totaal": totaal,
            "verslag": self.verslag,
            "teken_op": timezone.now(),
        }

    def _write(self) -> None:
        mine = Werk.objects.filter(pk=self._werk.pk)
        mine.filter(staat=WerkStaat.LOOPT).update(**self.fields())
        self._next = self._clock() + self._every
        if mine.filter(stop_gevraagd=True).exists():
            raise Stopped
