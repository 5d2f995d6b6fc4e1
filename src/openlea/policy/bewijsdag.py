"""Of which day proof of a legal task can be."""

from datetime import date

from openlea.policy.schrijfwijze import day

OUDSTE = 50
"""Years: a decision may hold for long, but a day before that is a slip of the pen."""


def fault_of_day(op: date, vanaf: date | None, today: date) -> str:
    """Return what is wrong with the day of proof, or ''; `vanaf` is when the task begins."""
    if op > today:
        return "Het bewijs kan niet van een dag in de toekomst zijn."
    if op.year < today.year - OUDSTE:
        return f"Controleer het jaar: {op.year} is te lang geleden."
    if vanaf is not None and op < vanaf:
        return f"Deze taak gaat over de tijd vanaf {day(vanaf)}. Dit bewijs is ouder."
    return ""
