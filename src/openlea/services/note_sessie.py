"""Keep of a new session no more than one needs to know it again, and let the oldest end."""

from django.db import transaction

from openlea.policy.sessie import MOST_SESSIONS, device_name
from openlea.services.end_sessies import end_sessies
from openlea.storage.records.toegang import sessions_of

GEEN_ADRES = "0.0.0.0"  # noqa: S104  # stands for: no address is kept
"""The library asks an address; which one it was, is nobody's business."""


@transaction.atomic
def note_sessie(persoon: int, session_key: str, agent: str) -> None:
    """Name the device of a session coarsely, keep no address, and end the oldest above the most."""
    mine = sessions_of(persoon)
    mine.filter(session_key=session_key).update(user_agent=device_name(agent), ip=GEEN_ADRES)
    numbers = list(mine.exclude(session_key=session_key).values_list("pk", flat=True))
    for oldest in numbers[: max(0, len(numbers) + 1 - MOST_SESSIONS)]:
        end_sessies(persoon, f"meer dan {MOST_SESSIONS} tegelijk", alleen=oldest)
