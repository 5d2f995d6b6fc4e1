"""Switch a sign-in service on or off: off, nobody is in by it, and its accounts stay."""

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.services.end_sessies import end_sessies
from openlea.services.log_event import log_event
from openlea.storage.records import models as records


@transaction.atomic
def switch_inlogdienst(slug: str, *, aan: bool, door: int | None = None) -> records.Inlogdienst:
    """Return the service, on or off; one that is so already stays as it is. Raises NotFound."""
    held = records.Inlogdienst.objects.select_for_update(no_key=True)
    dienst = held.filter(slug=slug).first()
    if dienst is None:
        raise NotFound("Deze inlogdienst is er niet.")
    if dienst.is_aan != aan:
        dienst.is_aan = aan
        dienst.versie += 1
        dienst._history_user = records.Persoon.objects.filter(pk=door or 0).first()  # type: ignore[attr-defined]  # noqa: SLF001
        dienst.save()
        werk = "inlogdienst aangezet" if aan else "inlogdienst uitgezet"
        log_event(werk, slug, soort=Logsoort.RECHT, persoon=door)
        if not aan:
            _end_sessies(slug)
    return dienst


def _end_sessies(slug: str) -> None:
    """Sign out whose account the service opens: one that is no longer trusted opened them."""
    for persoon in SocialAccount.objects.filter(provider=slug).values_list("user_id", flat=True):
        end_sessies(persoon, "inlogdienst uitgezet")
