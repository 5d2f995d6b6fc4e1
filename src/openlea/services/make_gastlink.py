"""Make a link that lets a guest read one meeting without an account."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.log_deed import log_deed
from openlea.services.overleg.gastlinks import new_link
from openlea.storage.records.models import Gastlink

LANGST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """A new link, and its address: that can be shown only now."""

    link: Gastlink
    adres: str


@transaction.atomic
def make_gastlink(actor: Actor, vergadering: int, voor: str, dagen: int = 14) -> Gemaakt:
    """Return a link that opens for so many days, at most 90.

    Raises BadInput with the field, NotFound and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    faults = [] if voor.strip() else [Fout("", "voor", "Vul in voor wie de link is.")]
    if not 1 <= dagen <= LANGST:
        faults.append(Fout("", "dagen", f"Kies een aantal dagen van 1 tot en met {LANGST}."))
    if meeting.staat == VergaderingStaat.CONCEPT:
        faults.append(Fout("", "", "Verstuur eerst de uitnodiging. Een concept ziet niemand."))
    if faults:
        raise BadInput(faults)
    until = timezone.now() + timedelta(days=dagen)
    link, adres = new_link(actor, meeting, voor.strip(), until)
    log_deed(
        actor,
        "gastlink gemaakt",
        f"vergadering {meeting.pk}",
        link.voor,
        soort=Logsoort.RECHT,
        noun=Noun.OVERLEG,
    )
    return Gemaakt(link=link, adres=adres)
