"""Who is asked when for the proof of a legal task, and when that ask is over."""

from collections.abc import Mapping
from datetime import date, timedelta

from openlea.core.verplichting import TaakStaat, Verplichting
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, VerzoekStaat, Waarom
from openlea.policy.verzoek import Wie

ASK_BEFORE = timedelta(days=60)
"""Two months: time for a piece to pass college and raad, or to call a consultation together."""
ASK_UNTIL = timedelta(days=90)
"""What is longer behind when it is first noticed is a matter for the page, not for the mail."""
LOOK_AHEAD = 10
"""From October on next year's tasks are made too: the first of them fall due in January."""


def due_proof(waiting: Mapping[int, Verplichting], today: date, wie: Wie) -> tuple[Verzoek, ...]:
    """Return an ask for each waiting task (by its number) that is due within 60 days, or was.

    A partij without anybody to receive it makes no ask; the page shows the task all the same.
    """
    return tuple(
        Verzoek(
            soort=VerzoekSoort.BEWIJS,
            onderwerp=OnderwerpSoort.VERPLICHTING,
            code=str(nummer),
            aan=aan,
            partij=taak.partij,
            periode=str(taak.jaar),
            vraag=question_of(taak),
            waarom=Waarom.WET,
            voor=taak.uiterlijk,
            gemaakt_op=today,
        )
        for nummer, taak in waiting.items()
        if taak.uiterlijk - ASK_BEFORE <= today <= taak.uiterlijk + ASK_UNTIL
        and (aan := wie(taak.partij, "")) is not None
    )


def question_of(taak: Verplichting) -> str:
    """Return in Dutch what is asked about a task."""
    over = f" over {taak.over}" if taak.over else ""
    return f"{taak.titel}{over}: is dit gedaan? Voeg het bewijs toe."


def state_of_ask(staat: TaakStaat | None) -> VerzoekStaat:
    """Return what becomes of an ask; None for a task that the law no longer asks."""
    if staat is None or staat is TaakStaat.NIET_VAN_TOEPASSING:
        return VerzoekStaat.VERVALLEN
    return VerzoekStaat.GEDAAN if staat is TaakStaat.BEWEZEN else VerzoekStaat.OPEN


def years_in_view(today: date) -> tuple[int, ...]:
    """Return the years whose tasks must stand ready on a day."""
    return (today.year, today.year + 1) if today.month >= LOOK_AHEAD else (today.year,)
