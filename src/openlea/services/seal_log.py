"""Number and seal the lines of the log that no chain holds yet."""

import time

from django.db import connection, transaction

from openlea.core.logboek import Kopmerk
from openlea.policy.logketen import fingerprint, sealed
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import add_marks, mark_file, read_marks, seconds_since_mark
from openlea.storage.vault.sleutelbos import LOGBOEK, key_of

AT_ONCE = 1000
SECONDS_BETWEEN_MARKS = 60


def seal_log(keten: str | None = None) -> int:
    """Seal what waits in one chain, or in all of them, and return how many lines that were.

    Two processes may ask at once: one waits for the other, and finds nothing left to do.
    """
    waiting = Logregel.objects.unsealed().exclude(keten="")
    chains = {keten} if keten else set(waiting.order_by().values_list("keten", flat=True))
    total = sum(_seal_chain(one) for one in sorted(chains))
    if keten is None and _is_behind():
        _mark()
    return total


def _seal_chain(keten: str) -> int:
    """Seal a chain in parts, until nothing waits."""
    total = 0
    while Logregel.objects.unsealed().filter(keten=keten).exists():
        count = _seal_some(keten)
        if not count:
            break
        total += count
    if total:
        _mark()
    return total


def _seal_some(keten: str) -> int:
    key = key_of(LOGBOEK)
    Logketen.objects.get_or_create(naam=keten)
    with transaction.atomic():
        _wait_briefly()
        head = Logketen.objects.select_for_update().get(naam=keten)
        _begin_marks(key)
        waiting = list(Logregel.objects.unsealed().filter(keten=keten)[:AT_ONCE])
        found = sealed(key, (one.as_regel() for one in waiting), head.as_kop())
        for line, regel in zip(waiting, found, strict=True):
            line.volgnummer, line.vorige, line.zegel = regel.volgnummer, regel.vorige, regel.zegel
        if waiting:
            Logregel.objects.bulk_update(waiting, ["volgnummer", "vorige", "zegel"], batch_size=200)
            head.volgnummer, head.zegel = waiting[-1].volgnummer or 0, waiting[-1].zegel
            head.save(update_fields=["volgnummer", "zegel"])
    return len(waiting)


def _begin_marks(key: bytes) -> None:
    """Begin the file of marks before the very first line; one that vanished later stays missed."""
    if not mark_file().is_file() and not Logketen.objects.exclude(volgnummer=0).exists():
        add_marks([], fingerprint(key))


def _is_behind() -> bool:
    """Return whether the newest sealed line is younger than the last mark: a quiet hour began."""
    newest = Logregel.objects.exclude(volgnummer=None).order_by("-id").values_list("moment")
    moment = next(iter(newest[:1]), None)
    return moment is not None and time.time() - seconds_since_mark() < moment[0].timestamp()


def _wait_briefly() -> None:
    """Let PostgreSQL give up after some seconds; the line is sealed with the next one then."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '5s'")


def _mark() -> None:
    """Note beside the keys where every chain ends, at most once a minute."""
    if not mark_file().is_file() or seconds_since_mark() < SECONDS_BETWEEN_MARKS:
        return
    _, noted = read_marks()
    last = {one.keten: (one.volgnummer, one.zegel) for one in noted}
    heads = [
        Kopmerk(soort="kop", keten=one.naam, volgnummer=one.volgnummer, zegel=one.zegel)
        for one in Logketen.objects.exclude(volgnummer=0)
    ]
    new = [one for one in heads if last.get(one.keten) != (one.volgnummer, one.zegel)]
    if new:
        add_marks(new, fingerprint(key_of(LOGBOEK)))
