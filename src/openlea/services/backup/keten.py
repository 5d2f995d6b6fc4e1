"""Says beside the keys where the log that was restored ends, so that it goes on from there."""

from openlea.core.logboek import Kopmerk
from openlea.policy.logketen import fingerprint
from openlea.storage.records.models import Logketen
from openlea.storage.vault.logkop import add_marks
from openlea.storage.vault.sleutelbos import LOGBOEK, has_key, opened_key


def mark_restored() -> bool:
    """Mark the end of each chain; no when there are chains and their key is not here yet."""
    heads = Logketen.objects.exclude(volgnummer=0)
    if not heads.exists():
        return True
    if not has_key(LOGBOEK):
        return False
    merken = [
        Kopmerk(soort="herstel", keten=one.naam, volgnummer=one.volgnummer, zegel=one.zegel)
        for one in heads
    ]
    add_marks(merken, fingerprint(opened_key(LOGBOEK)))
    return True
