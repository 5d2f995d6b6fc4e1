"""Hand out the agenda as a file, with only what the asker may see."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone

from openlea.core.agenda import Agenda
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.write_docx import write_docx
from openlea.services.write_json import write_json
from openlea.services.write_pdf import write_pdf
from openlea.services.write_xlsx import write_xlsx
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.document_values import with_addresses
from openlea.storage.records.models import Agenda as AgendaRecord

_WRITERS: dict[str, Callable[[Agenda, date], bytes]] = {
    "xlsx": lambda agenda, _op: write_xlsx(agenda),
    "json": lambda agenda, _op: write_json(agenda).encode(),
    "docx": write_docx,
    "pdf": write_pdf,
}


def export_agenda(actor: Actor, formaat: str) -> bytes:
    """Return the current agenda as the bytes of a file: xlsx, json, docx or pdf.

    Raises BadInput for another form, NotAllowed without the right, NotFound without an agenda.
    """
    if not actor.may(Noun.BESTAND, Verb.ZIEN):
        raise NotAllowed("Je rol geeft geen recht op de agenda als bestand.")
    if formaat not in _WRITERS:
        reden = f"'{formaat}' kan niet. Kies uit {', '.join(_WRITERS)}."
        raise BadInput([Fout("", "formaat", reden)])
    agenda = AgendaRecord.objects.current(actor.werkruimte)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    seen = with_addresses(agenda_values(agenda, sight_of(actor)), agenda, actor)
    content = _WRITERS[formaat](seen, timezone.localdate())
    if actor.lid:
        log_deed(
            actor,
            "agenda uitgevoerd",
            agenda.titel,
            formaat,
            soort=Logsoort.EXPORTEREN,
            noun=Noun.BESTAND,
        )
    return content
