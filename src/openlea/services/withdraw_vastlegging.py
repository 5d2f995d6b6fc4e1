"""Take a promise back before the draw, with a reason that everybody who sees the round reads."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.loting import canonical
from openlea.policy.persoonswaarde import is_recognisable
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.plaats.ronde import INGETROKKEN, VOORAF
from openlea.services.plaats.stukken import keep_pieces
from openlea.storage.records.models import Plaatsingsronde, Plaatsingsstuk

LONGEST = 300
GELOOT = "De tekst van de dag is al bekend. Wie nu intrekt, zou kunnen kiezen. Rond de loting af."


@transaction.atomic
def withdraw_vastlegging(
    actor: Actor, nummer: int, reden: str, *, versie: int | None = None
) -> Plaatsingsronde:
    """Return the round without promise; the old one and the reason stay as a public piece.

    BadInput without a reason; Conflict when nothing was promised, or the text of the day is known.
    """
    ronde = find_kinderronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    said = " ".join(reden.split())
    if not said or len(said) > LONGEST:
        raise BadInput([Fout("", "reden", f"Zeg in hoogstens {LONGEST} tekens waarom.")])
    if is_recognisable(said):
        raise BadInput([Fout("", "reden", "Zet hier geen nummer of adres van een persoon.")])
    if ronde.vastgelegd_op is None:
        raise Conflict("Er is niets vastgelegd.")
    if ronde.zaad or ronde.geplaatst_op is not None:
        raise Conflict(GELOOT)
    old = Plaatsingsstuk.objects.filter(ronde=ronde)
    count = old.filter(naam__startswith=INGETROKKEN).count()
    told = {
        "vastlegging": ronde.vastlegging,
        "vastgelegd_op": ronde.vastgelegd_op.isoformat(),
        "ingetrokken_op": timezone.now().isoformat(),
        "reden": said,
    }
    old.filter(naam__in=VOORAF).delete()
    keep_pieces(actor, ronde, {f"{INGETROKKEN}{count + 1:02d}.json": canonical(told)})
    ronde.vastlegging, ronde.vastgelegd_op, ronde.geheim = "", None, ""
    kept = keep_record(actor, ronde, versie=versie)
    log_deed(actor, "vastlegging ingetrokken", f"ronde {kept.pk}", said, noun=Noun.AANMELDING)
    return kept
