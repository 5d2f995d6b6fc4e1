"""End work of which nothing was heard any more, so that it can be asked again."""

from django.utils import timezone

from openlea.policy.werk import GEEN_TEKEN, WerkStaat
from openlea.storage.records.werk import Werk


def end_silent_work() -> int:
    """Mark what gave no sign of life for two minutes as failed, and return how many."""
    now = timezone.now()
    silent = Werk.objects.silent(now)
    return silent.update(staat=WerkStaat.MISLUKT, fout=GEEN_TEKEN, klaar_op=now)
