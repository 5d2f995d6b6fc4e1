"""The mark by which the subsidie of a school is known, so that it's made only once."""

from openlea.storage.records.models import Verdeling


def mark_of(record: Verdeling, plek: int) -> str:
    """Return the kenmerk of the subsidie of the school on a place (from 0) in the outcome."""
    return f"VD{record.pk}-{record.jaar}-{plek + 1:03d}"
