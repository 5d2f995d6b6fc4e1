"""Walk the log and note whether it is whole, so that the page of the beheerder can tell."""

from openlea.core.teken import LOGBOEK_HEEL, LOGBOEK_STUK
from openlea.services.note_teken import note_teken
from openlea.services.verify_log import verify_log


def check_log() -> bool:
    """Return whether the log is whole, and note that it was checked now."""
    klopt = verify_log().klopt
    note_teken(LOGBOEK_HEEL if klopt else LOGBOEK_STUK)
    return klopt
