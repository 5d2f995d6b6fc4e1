"""The days on which pupils, children or money are counted, as lines of a calendar."""

from collections.abc import Iterator

from openlea.core.kalender import Kalenderregel
from openlea.core.plicht import Houder
from openlea.policy.kalender import kalender_of
from openlea.policy.kalenderregel import line_of
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.kalender.aanvraag import Aanvraag
from openlea.services.taken.houderschap import holders_of_partij


def lines_of_counts(aanvraag: Aanvraag) -> Iterator[Kalenderregel]:
    """Yield the days of counting of last year, this year and the next; nobody hands in anything."""
    if aanvraag.actor.scope(Noun.TAAK, Verb.ZIEN) is Scope.NIETS:
        return
    houders = _houders(aanvraag)
    for jaar in range(aanvraag.today.year - 1, aanvraag.today.year + 2):
        for punt in kalender_of(aanvraag.plichten.values(), jaar, aanvraag.today, houders):
            if punt.telling:
                yield line_of(punt)


def _houders(aanvraag: Aanvraag) -> frozenset[Houder] | None:
    """Return the holders that a partij can be; None for all."""
    if aanvraag.partij is None:
        return None
    return holders_of_partij(aanvraag.partij)
