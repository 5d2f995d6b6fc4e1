"""Take in the schools and their places of a round, from a file of which a person named columns."""

from django.db import transaction

from openlea.core.bron import Bestand
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.plaats.aanmelddeur import open_blad, read_plaatsen
from openlea.services.plaats.aanmeldkoppen import Koppeling, guess_plek
from openlea.services.plaats.ronde import plain_plekken, refuse_promised
from openlea.storage.records.models import Plaatsingsronde


@transaction.atomic
def keep_plekken(
    actor: Actor,
    nummer: int,
    bestand: Bestand,
    koppeling: Koppeling | None = None,
    *,
    versie: int | None = None,
) -> Plaatsingsronde:
    """Return the round with these places; without `koppeling` the columns are guessed.

    BadInput names every line and column that is wrong; Conflict when a promise stands.
    """
    ronde = find_ronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    refuse_promised(ronde)
    blad = open_blad(bestand)
    chosen = guess_plek(blad.koppen) if koppeling is None else koppeling
    plekken = read_plaatsen(blad, chosen)
    ronde.plekken = plain_plekken(plekken)
    kept = keep_record(actor, ronde, versie=versie)
    log_deed(
        actor,
        "plekken ingelezen",
        f"ronde {kept.pk}",
        f"{len(plekken)} plekken",
        noun=Noun.PLAATSING,
    )
    return kept
