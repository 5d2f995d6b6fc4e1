"""Reads what lies ready for one item of a meeting, for who sits at the table."""

from datetime import date

from openlea.policy.rechten import Actor
from openlea.services.overleg.dossier import Dossierpunt
from openlea.services.overleg.dossier_lezen import read_dossierpunten
from openlea.storage.records import models as records


def dossier_of_punt(actor: Actor, punt: "records.Agendapunt", today: date) -> Dossierpunt:
    """Return an item that the actor sees with all that they may know of it; `plaats` is 1."""
    return read_dossierpunten(actor, [punt], today)[0]
