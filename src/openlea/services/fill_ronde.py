"""Fill a round with made-up children on the real schools of the gemeente, to try it."""

from openlea.catalogue.plaatsregelkast import find_rules
from openlea.core.bron import Bestand
from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_aanmeldingen import keep_aanmeldingen
from openlea.services.keep_plaatsregels import keep_plaatsregels
from openlea.services.keep_plekken import keep_plekken
from openlea.services.offer_aanmeldingen import offer_aanmeldingen
from openlea.services.plaats.ronde import refuse_promised
from openlea.services.plaats.verzinnen import invent_children
from openlea.storage.records.models import Plaatsingsronde, Werkruimte

AANTAL = 120
REGELS = "po_zoals_utrecht"


def fill_ronde(
    actor: Actor, nummer: int, versie: int | None = None, *, aantal: int = AANTAL
) -> Plaatsingsronde:
    """Return the round with schools, rules if it had none, and children who don't exist.

    Call it outside a transaction. Their numbers and their delivery say that they were made up.
    Conflict when a promise stands, or real applications are there; BadInput for a place without
    schools.
    """
    ronde = find_kinderronde(actor, nummer, Verb.MAKEN)
    refuse_promised(ronde)
    kept = ronde.aanmeldingen
    if kept is not None and kept.gewist_op is None and not ronde.is_verzonnen:
        raise Conflict("Er zijn al aanmeldingen. Probeer een voorbeeld in een nieuwe ronde.")
    naam = Werkruimte.objects.values_list("naam", flat=True).get(pk=actor.werkruimte)
    found = invent_children(naam, aantal)
    scholen = Bestand(naam="scholen.csv", inhoud=found.scholen_csv.encode())
    ronde = keep_plekken(actor, nummer, scholen, versie=versie)
    if not ronde.regels and find_rules(REGELS) is not None:
        ronde = keep_plaatsregels(actor, nummer, naam=REGELS)
    kinderen = Bestand(naam="kinderen.csv", inhoud=found.kinderen_csv.encode())
    new = offer_aanmeldingen(actor, nummer, kinderen, verzonnen=True)
    return keep_aanmeldingen(actor, nummer, new.pk)
