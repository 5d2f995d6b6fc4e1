"""Choose the rules of a round of placement: from the shelf, or a text of one's own."""

from django.db import transaction

from openlea.catalogue.plaatsregelkast import find_rules
from openlea.core.errors import BadInput, Fout
from openlea.policy.plaatsregels import read_plaatsregels
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.plaats.ronde import refuse_promised
from openlea.storage.records.models import Plaatsingsronde

EIGEN = "eigen regels"
LONGEST = 20_000


@transaction.atomic
def keep_plaatsregels(
    actor: Actor, nummer: int, *, naam: str = "", tekst: str = "", versie: int | None = None
) -> Plaatsingsronde:
    """Return the round with rules: those of the shelf called `naam`, or `tekst` as TOML.

    BadInput names the line or the key that is wrong; Conflict when a promise stands.
    """
    ronde = find_ronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    refuse_promised(ronde)
    if naam:
        file = find_rules(naam)
        if file is None:
            raise BadInput([Fout("", "naam", "Kies regels van de plank.")])
        tekst = file.read_text("utf-8")
    tekst = tekst.replace("\r\n", "\n")
    if len(tekst) > LONGEST:
        raise BadInput([Fout("", "tekst", f"Dit is langer dan {LONGEST} tekens.")])
    read_plaatsregels(tekst, naam or EIGEN)
    ronde.regels, ronde.regels_naam = tekst, naam or EIGEN
    kept = keep_record(actor, ronde, versie=versie)
    log_deed(
        actor, "plaatsregels gekozen", f"ronde {kept.pk}", kept.regels_naam, noun=Noun.PLAATSING
    )
    return kept
