"""Says beside the keys where the log that was restored ends, so that it goes on from there."""

from openlea.core.logboek import Kopmerk
from openlea.policy.logketen import fingerprint
from openlea.storage.records.models import Logketen
from openlea.storage.vault.logkop import add_marks, read_marks
from openlea.storage.vault.sleutelbos import LOGBOEK, has_key, opened_key


def mark_restored() -> bool:
    """Mark the end of each chain; no when there are chains and their key is not here yet.

    A chain that is marked and not in what was restored begins again: its old marks say nothing.
    """
    heads = list(Logketen.objects.exclude(volgnummer=0))
    if not has_key(LOGBOEK):
        return not heads
    gone = {one.keten for one in read_marks()[1]} - {one.naam for one in heads}
    merken = [
        *(_mark(one.naam, one.volgnummer, one.zegel) for one in heads),
        *(_mark(naam, 0, "") for naam in sorted(gone)),
    ]
    if merken:
        add_marks(merken, fingerprint(opened_key(LOGBOEK)))
    return True


def _mark(keten: str, volgnummer: int, zegel: str) -> Kopmerk:
    return Kopmerk(soort="herstel", keten=keten, volgnummer=volgnummer, zegel=zegel)
