"""Hold something back from removal: a kind as a whole, or one of it, with the reason."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.bewaring.soorten import SOORTEN
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Bewaarstop, Werkruimte

HERE = {one.id for one in SOORTEN if one.in_werkruimte}


@transaction.atomic
def keep_bewaarstop(
    actor: Actor, soort: str, nummer: int | None, reden: str, *, van: date, tot: date | None = None
) -> Bewaarstop:
    """Return the new hold; without `nummer` it is on all of the kind, without `tot` it goes on.

    NotAllowed without the right, BadInput with the field for a kind, reason or days that can't be.
    """
    if not actor.may(Noun.BEWARING, Verb.MAKEN):
        raise NotAllowed("Een bewaarstop zetten mag alleen de agendabeheerder.")
    if fouten := _faults(soort, reden, van, tot):
        raise BadInput(fouten)
    # What removes takes this too: a hold never comes between its look and its deed.
    Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
    new = Bewaarstop(
        werkruimte_id=actor.werkruimte,
        soort=soort,
        nummer=nummer,
        reden=reden.strip(),
        van=van,
        tot=tot,
        door_id=actor.persoon,
    )
    kept = keep_record(actor, new)
    log_deed(actor, "bewaarstop gezet", str(kept), soort=Logsoort.MAKEN, noun=Noun.BEWARING)
    return kept


def _faults(soort: str, reden: str, van: date, tot: date | None) -> list[Fout]:
    fouten = []
    if soort not in HERE:
        fouten.append(Fout("", "soort", "Kies waarvoor de bewaarstop geldt."))
    if not reden.strip():
        fouten.append(Fout("", "reden", "Zeg waarom dit langer bewaard moet blijven."))
    if tot is not None and tot < van:
        fouten.append(Fout("", "tot", "De laatste dag ligt voor de eerste dag."))
    return fouten
