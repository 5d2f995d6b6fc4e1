"""Counts what hangs on a part of the agenda."""

from django.db.models import Q

from openlea.policy.inhoud import Inhoud
from openlea.storage.records import models as records

Deel = records.Ambitie | records.Speerpunt | records.Actie


def inhoud_of(deel: Deel) -> Inhoud:
    """Return what hangs on an ambitie, speerpunt or actie, in a fixed number of queries."""
    if isinstance(deel, records.Ambitie):
        return Inhoud(speerpunten=deel.speerpunten.count(), posten=deel.posten.count())
    measured = records.Jaarwaarde.objects.filter(werkelijk__isnull=False)
    if isinstance(deel, records.Speerpunt):
        return Inhoud(
            acties=deel.acties.count(),
            posten=deel.posten.count(),
            metingen=measured.filter(streefwaarde__speerpunt=deel).count(),
        )
    further = records.Actie.objects.filter(Q(samengevoegd_met=deel) | Q(opgevolgd_door=deel))
    return Inhoud(
        posten=deel.posten.count(),
        meldingen=deel.voortgang.count(),
        metingen=measured.filter(streefwaarde__actie=deel).count(),
        opmerkingen=deel.opmerkingen.count(),
        documenten=deel.verwijzingen.exclude(document=None).count(),
        vervolg=tuple(further.order_by("volgorde", "id").values_list("code", flat=True)),
    )
