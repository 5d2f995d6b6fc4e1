"""Lines of the log: the oldest go, and beside the keys stands up to which line that was right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from openlea.core.bewaring import Kandidaat
from openlea.core.errors import Conflict
from openlea.core.logboek import INSTALLATIE, Kopmerk
from openlea.policy.logketen import chain_faults, fingerprint
from openlea.services.bewaring.soort import Plek, Soort
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import add_marks, read_marks
from openlea.storage.vault.sleutelbos import LOGBOEK, opened_key

TOUCHED = (
    "In de oude regels van het logboek is iets veranderd of weggehaald. Daarvan is niets "
    "verwijderd. Kijk het logboek na: openlea audit verify"
)


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
    key = opened_key(LOGBOEK)
    _refuse_touched(key, head, last)
    mark = Kopmerk(keten=keten, soort="begin", volgnummer=max(nummers), zegel=last.zegel)
    add_marks([mark], fingerprint(key))
    head.begin_volgnummer, head.begin_zegel = max(nummers), last.zegel
    head.save(update_fields=["begin_volgnummer", "begin_zegel"])
    gone, _ = Logregel.objects.filter(keten=keten, volgnummer__in=nummers).delete()
    return gone


def _refuse_touched(key: bytes, head: Logketen, last: Logregel) -> None:
    """Refuse to remove what does not hold: a moment that was set back would hide a deed by law."""
    upto = last.volgnummer or 0
    kop = replace(head.as_kop(), volgnummer=upto, zegel=last.zegel)
    lines = Logregel.objects.of_keten(head.naam).filter(volgnummer__lte=upto)
    marks = [one for one in read_marks()[1] if one.keten == head.naam and one.volgnummer <= upto]
    if any(chain_faults(key, kop, (one.as_regel() for one in lines.iterator(2000)), marks)):
        raise Conflict(TOUCHED)


def _keten(plek: Plek) -> str:
    return plek.slug if plek else INSTALLATIE


LOGREGEL = Soort("logregel", _find, _remove, in_installatie=True, aaneen=True)
