"""How many documents there may be: by an action, and in a whole werkruimte."""

from django.conf import settings
from django.db.models import Sum

from openlea.services.stukken.weigering import refused
from openlea.storage.records.models import Actie, Document

MOST_PER_ACTIE = 200
"""Nobody finds anything among more; it also keeps one page from growing without end."""
MEGABYTE = 1_000_000


def refuse_full(werkruimte: int, more: int) -> None:
    """Raise BadInput when so many bytes more would not fit in a werkruimte.

    Two who add at the same moment may both fit: this guards a disk, not an account.
    """
    if not more:
        return
    held = Document.objects.filter(werkruimte_id=werkruimte).aggregate(all=Sum("grootte"))["all"]
    if (held or 0) + more > settings.OPSLAG_MB * MEGABYTE:
        raise refused("De werkruimte is vol. Deel een link, of vraag de beheerder om meer ruimte.")


def refuse_more(actie: Actie) -> None:
    """Raise BadInput when an action has as many documents as it may have."""
    if actie.verwijzingen.exclude(document=None).count() >= MOST_PER_ACTIE:
        raise refused(
            f"Bij deze actie staan al {MOST_PER_ACTIE} documenten. Haal er eerst een weg."
        )
