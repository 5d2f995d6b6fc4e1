"""Lines of the log: the oldest go, and beside the keys stands up to which line that was right."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from openlea.core.bewaring import Kandidaat
from openlea.core.logboek import INSTALLATIE, Kopmerk
from openlea.policy.logketen import fingerprint
from openlea.services.bewaring.soort import Plek, Soort
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import add_marks
from openlea.storage.vault.sleutelbos import LOGBOEK, key_of


def _find(plek: Plek, voor: date) -> Sequence[Kandidaat]:
    """Return the sealed lines of before a day, by their number in the chain."""
    lines = Logregel.objects.of_keten(_keten(plek)).filter(moment__date__lt=voor)
    found = lines.values_list("volgnummer", "moment")
    return [Kandidaat(nummer, timezone.localdate(moment)) for nummer, moment in found if nummer]


def _remove(plek: Plek, nummers: Sequence[int]) -> int:
    """Remove the beginning of the chain; the mark is written first, so that no gap goes unsaid."""
    keten = _keten(plek)
    head = Logketen.objects.select_for_update().get(naam=keten)
    last = Logregel.objects.get(keten=keten, volgnummer=max(nummers))
    mark = Kopmerk(keten=keten, soort="begin", volgnummer=max(nummers), zegel=last.zegel)
    add_marks([mark], fingerprint(key_of(LOGBOEK)))
    head.begin_volgnummer, head.begin_zegel = max(nummers), last.zegel
    head.save(update_fields=["begin_volgnummer", "begin_zegel"])
    gone, _ = Logregel.objects.filter(keten=keten, volgnummer__in=nummers).delete()
    return gone


def _keten(plek: Plek) -> str:
    return plek.slug if plek else INSTALLATIE


LOGREGEL = Soort("logregel", _find, _remove, in_installatie=True, aaneen=True)
