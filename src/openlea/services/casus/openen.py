"""Opens a casus that was found for somebody who may see it."""

from openlea.core.casus import Casusinhoud
from openlea.core.errors import BadFile, NotFound
from openlea.services.casus.inhoud import read_inhoud
from openlea.storage.records.models import Casus


def opened(one: Casus) -> Casusinhoud | None:
    """Return the content of a casus that was found for who may see it; None when it is not here."""
    if one.gewist_op is not None:
        return None
    try:
        return read_inhoud(one)
    except (NotFound, BadFile):
        return None
