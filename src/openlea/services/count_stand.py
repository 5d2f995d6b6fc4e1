"""Count what stands in the installation, for a program that watches it; no person, no content."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Min
from django.utils import timezone

from openlea.core.logboek import INSTALLATIE, Logsoort
from openlea.core.teken import MAIL_MISLUKT, MAIL_WEG, WERKER
from openlea.services.gezondheid.diensten import BACKUP
from openlea.storage.records.models import Logregel, Teken, Werk

GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Counts and ages of one moment; ages in seconds, None for what never happened."""

    werk: dict[str, int]
    rij_oud: float | None
    werker_stil: float | None
    mails: int
    mails_mislukt: int
    inloggen_geweigerd: int
    ongezegeld: int
    backup_oud: float | None
    schijf_vrij: int
    schijf_totaal: int


def count_stand() -> Stand:
    """Return the counts of now, in a fixed number of queries."""
    now = timezone.now()
    signs = Teken.objects.counts()
    states = Werk.objects.order_by().values_list("staat").annotate(Count("id"))
    waiting = Werk.objects.waiting().aggregate(oldest=Min("aangevraagd_op"))["oldest"]
    ours = Logregel.objects.filter(keten=INSTALLATIE)
    made = ours.filter(werk=BACKUP).order_by("-moment").values_list("moment", flat=True).first()
    disk = shutil.disk_usage(Path(settings.DATA))
    return Stand(
        werk=dict(states),
        rij_oud=_age(waiting, now),
        werker_stil=_age(Teken.objects.moment(WERKER), now),
        mails=signs.get(MAIL_WEG, 0),
        mails_mislukt=signs.get(MAIL_MISLUKT, 0),
        inloggen_geweigerd=ours.filter(soort=Logsoort.INLOGGEN, werk=GEWEIGERD).count(),
        ongezegeld=Logregel.objects.unsealed().count(),
        backup_oud=_age(made, now),
        schijf_vrij=disk.free,
        schijf_totaal=disk.total,
    )


def _age(moment: datetime | None, now: datetime) -> float | None:
    return max(0.0, (now - moment).total_seconds()) if moment else None
