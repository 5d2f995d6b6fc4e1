"""Write down a line about an item; a line that is sent again is kept once."""

from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.core.overleg import VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderorde import may_write_line
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.tafel import find_attended_item, leads
from openlea.storage.records.models import Agendapunt, Notitie, Vergadering

LANGST = 4000
NIET_NU = "Meeschrijven kan zolang de vergadering bezig is. Daarna schrijft de secretaris."
VAN_EEN_ANDER = "Dit kenmerk hoort bij een regel van iemand anders. Verstuur je regel nog een keer."


def add_notitie(actor: Actor, punt: int, tekst: str, sleutel: str) -> Notitie:
    """Keep a line about an item and return it.

    `sleutel` is made by who writes: with one that is known for the item, the line that is there is
    returned and nothing is added. Raises BadInput with the field, NotFound and NotAllowed.
    """
    item = find_attended_item(actor, Verb.MAKEN, punt)
    meeting = item.vergadering
    text = tekst.strip()
    if known := _known(actor, item, sleutel):
        return known
    _check(actor, meeting, text, sleutel)
    line = Notitie(
        werkruimte_id=actor.werkruimte,
        punt=item,
        sleutel=sleutel,
        tekst=text,
        door_id=actor.persoon,
        door_naam=actor.naam,
    )
    try:
        with transaction.atomic():
            kept = keep_record(actor, line)
            where = f"agendapunt {item.pk}"
            log_deed(actor, "regel opgeschreven", where, soort=Logsoort.MAKEN, noun=Noun.NOTULEN)
            return kept
    except BadInput:
        # The same line came in twice at the same moment: the other one was first.
        if known := _known(actor, item, sleutel):
            return known
        raise


def _known(actor: Actor, punt: Agendapunt, sleutel: str) -> Notitie | None:
    found = Notitie.objects.filter(punt=punt, sleutel=sleutel).first() if sleutel else None
    if found is not None and found.door_id != actor.persoon:
        raise Conflict(VAN_EEN_ANDER)
    return found


def _check(actor: Actor, meeting: Vergadering | None, text: str, sleutel: str) -> None:
    if meeting is None or not may_write_line(
        VergaderingStaat(meeting.staat),
        VerslagStaat(meeting.verslag_staat),
        leads=leads(actor, meeting),
    ):
        raise NotAllowed(NIET_NU)
    if not text:
        raise BadInput([Fout("", "tekst", "Schrijf eerst iets op.")])
    if len(text) > LANGST:
        reden = f"Een regel is hoogstens {LANGST} tekens. Maak er twee regels van."
        raise BadInput([Fout("", "tekst", reden)])
    if not sleutel or len(sleutel) > 64:  # noqa: PLR2004 - as long as its column
        raise BadInput(
            [Fout("", "sleutel", "Deze regel heeft geen kenmerk. Laad de pagina opnieuw.")]
        )
