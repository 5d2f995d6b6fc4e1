"""Count one try of something within a stretch of time, for all processes of the site together."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from openlea.services.toegang.tellersleutel import tellersleutel
from openlea.storage.records.models import Teller

SWEEP = 200
"""How many counts that ran out are removed in passing, so that no try waits for a cleaning."""

# One statement, so that two tries at the same moment never read the same count.
COUNT = """
INSERT INTO {table} (sleutel, aantal, verloopt_op) VALUES (%s, 1, %s)
ON CONFLICT (sleutel) DO UPDATE SET
    aantal = CASE WHEN {table}.verloopt_op <= %s THEN 1 ELSE {table}.aantal + 1 END,
    verloopt_op = CASE WHEN {table}.verloopt_op <= %s THEN excluded.verloopt_op
                  ELSE {table}.verloopt_op END
RETURNING aantal
"""


def count_try(sleutel: str, seconden: int) -> int:
    """Count a try and return how many there are now, this one included.

    `sleutel` says what is counted and is kept as a keyed hash; the stretch of `seconden` begins at
    the first try and starts anew after it ran out. In a transaction that fails it counts nothing.
    """
    now = timezone.now()
    moment = connection.ops.adapt_datetimefield_value(now)
    until = connection.ops.adapt_datetimefield_value(now + timedelta(seconds=seconden))
    with connection.cursor() as cursor:
        asked = COUNT.format(table=Teller._meta.db_table)  # noqa: SLF001  # the public way to its name
        cursor.execute(asked, [tellersleutel(sleutel), until, moment, moment])
        counted = int(cursor.fetchone()[0])
    if counted == 1:
        _sweep()
    return counted


def _sweep() -> None:
    """Remove counts that ran out; one that another process holds is left for the next time."""
    with transaction.atomic():
        held = Teller.objects.select_for_update(skip_locked=True)
        gone = list(
            held.filter(verloopt_op__lte=timezone.now()).values_list("pk", flat=True)[:SWEEP]
        )
        if gone:
            Teller.objects.filter(pk__in=gone).delete()
