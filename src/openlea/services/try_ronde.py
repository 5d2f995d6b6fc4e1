"""Try the rules of a round over many lotteries and keep what it gave, never by child."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.log_deed import log_deed
from openlea.services.plaats.proef import run_proef
from openlea.services.read_aanmeldingen import read_aanmeldingen
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.records.models import Plaatsingsproef


def try_ronde(voortgang: Voortgang, ronde: int, lotingen: int, zaad: int) -> dict[str, str]:
    """Keep a trial of this round; in the background. The same ask gives the same outcome.

    NotAllowed for who may not see applications, NotFound without them, BadInput for too many
    lotteries.
    """
    actor = voortgang.actor
    kinderen, plekken, regels = read_aanmeldingen(actor, ronde, "regels proberen")
    record = find_ronde(actor, ronde, Verb.ZIEN)
    found = run_proef(
        kinderen, plekken, regels, record.regels.encode(), lotingen, zaad, voortgang.step
    )
    with transaction.atomic():
        proef = Plaatsingsproef.objects.create(
            werkruimte_id=actor.werkruimte,
            ronde=record,
            lotingen=lotingen,
            zaad=zaad,
            gegevens=found["gegevens_sha256"],
            uitkomst=found,
            door_id=actor.persoon,
        )
        log_deed(
            actor,
            "regels geprobeerd",
            f"ronde {record.pk}",
            f"{lotingen} lotingen, zaad {zaad}",
            soort=Logsoort.MAKEN,
            noun=Noun.PLAATSING,
        )
    return {
        "zin": f"{lotingen} lotingen voor {len(found['varianten'])} varianten van de regels.",
        "naar": f"kansen/plaatsen/{record.pk}/proef/?proef={proef.pk}",
    }
