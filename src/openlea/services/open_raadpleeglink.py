"""Open the link of a round of questions: find for which group it is, and whether it still opens."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from django.utils import timezone

from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.raadpleeglink import Raadpleegoordeel, judge_raadpleeglink
from openlea.storage.records.models import Raadpleeggroep, Raadpleging


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleegdeur:
    """A link that exists: for which group of which round, and whether it opens today."""

    oordeel: Raadpleegoordeel
    groep: Raadpleeggroep

    @property
    def raadpleging(self) -> Raadpleging:
        """Return the round."""
        return self.groep.raadpleging


def open_raadpleeglink(token: str, *, hold: bool = False) -> Raadpleegdeur | None:
    """Return what a link opens, or None for one that never was or was replaced.

    Nothing is logged and nothing kept: who looks is nobody's business. With `hold` the group is
    held, inside a transaction, so that the round can't close at the same moment.
    """
    kenmerk = sha256(token.encode()).hexdigest()
    every = Raadpleeggroep.objects.of_link(kenmerk)
    groep = (every.select_for_update(of=("self",)) if hold else every).first()
    if groep is None or not compare_digest(groep.kenmerk, kenmerk):
        return None
    ronde = groep.raadpleging
    oordeel = judge_raadpleeglink(
        RaadplegingStaat(ronde.staat),
        ronde.opent_op,
        ronde.sluit_op,
        timezone.localdate(),
        ingetrokken=groep.ingetrokken_op is not None,
    )
    return Raadpleegdeur(oordeel=oordeel, groep=groep)
