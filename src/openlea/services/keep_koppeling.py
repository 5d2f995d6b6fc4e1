"""Keep how the columns of a ledger export are read, so that it is asked once."""

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.grootboek.koppeling import VELDEN, VERPLICHT, Koppeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records.models import Kolomkoppeling

SOORT = "grootboek"


def keep_koppeling(actor: Actor, koppeling: Koppeling) -> Kolomkoppeling:
    """Keep a koppeling under the name of its columns and return it.

    What was learned of other kostenplaatsen stays. Raises BadInput with the field that misses.
    """
    open_agenda(actor, Noun.GELD, Verb.WIJZIGEN)
    if missing := [
        Fout("", veld, f"Kies de kolom voor: {VELDEN[veld].lower()}.")
        for veld in VERPLICHT
        if not koppeling.kolommen.get(veld)
    ]:
        raise BadInput(missing)
    naam = " · ".join(koppeling.kolommen[veld] for veld in VELDEN if koppeling.kolommen.get(veld))
    found = Kolomkoppeling.objects.filter(
        werkruimte_id=actor.werkruimte, soort=SOORT, naam=naam[:120]
    ).first()
    one = found or Kolomkoppeling(werkruimte_id=actor.werkruimte, soort=SOORT, naam=naam[:120])
    learned = dict(one.kolommen.get("posten", {})) if found else {}
    one.kolommen = koppeling.as_json() | {"posten": learned | dict(koppeling.posten)}
    kept = keep_record(actor, one)
    log_deed(actor, "kolommen onthouden", SOORT, noun=Noun.GELD)
    return kept
