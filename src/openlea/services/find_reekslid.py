"""Find a seat of a series that somebody wants to change."""

from openlea.core.errors import NotFound
from openlea.storage.records.models import Overlegreeks, Reekslid


def find_reekslid(series: Overlegreeks, nummer: int) -> Reekslid:
    """Return a seat of a series that was found before; NotFound for any other."""
    found = Reekslid.objects.of(series.pk).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze plek in het overleg is er niet.")
    return found
