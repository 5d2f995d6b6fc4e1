"""Choose an own term for one kind of record, with the reason; or take ours again."""

from django.conf import settings
from django.db import transaction

from openlea.catalogue.bewaarkast import open_bewaarkaarten
from openlea.core.bewaring import LONGEST
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Bewaartermijn

OWN_DAY = "Hiervan staat de laatste dag bij elk stuk zelf; een termijn is er niet."


@transaction.atomic
def keep_bewaartermijn(
    actor: Actor, soort: str, maanden: int | None, waarom: str = ""
) -> Bewaartermijn | None:
    """Return the own term, or None when `maanden` is None and the proposed term holds again.

    NotAllowed without the right, BadInput with the field for a kind, a length or a missing reason.
    """
    if not actor.may(Noun.BEWARING, Verb.WIJZIGEN):
        raise NotAllowed("Een bewaartermijn kiezen mag alleen de agendabeheerder.")
    if fouten := _faults(soort, maanden, waarom):
        raise BadInput(fouten)
    found = Bewaartermijn.objects.filter(werkruimte_id=actor.werkruimte, soort=soort).first()
    what = f"{soort}: {'voorstel' if maanden is None else f'{maanden} maanden'}"
    log_deed(actor, "bewaartermijn gekozen", what, soort=Logsoort.WIJZIGEN, noun=Noun.BEWARING)
    if maanden is None:
        if found:
            found.delete()
        return None
    own = found or Bewaartermijn(werkruimte_id=actor.werkruimte, soort=soort)
    own.maanden, own.waarom = maanden, waarom.strip()
    return keep_record(actor, own)


def _faults(soort: str, maanden: int | None, waarom: str) -> list[Fout]:
    kaart = open_bewaarkaarten(find_roots(settings.CATALOGUE)).get(soort)
    if kaart is None or not kaart.maanden:
        return [Fout("", "soort", OWN_DAY)]
    fouten = []
    if maanden is not None and not kaart.minstens <= maanden <= LONGEST:
        said = f"Kies {kaart.minstens} tot en met {LONGEST} maanden."
        fouten.append(Fout("", "maanden", said))
    if maanden is not None and not waarom.strip():
        fouten.append(Fout("", "waarom", "Zeg waarom deze termijn nodig is."))
    return fouten
