"""The dossier of a meeting from the command line, as Word, PDF or a web page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, say, start

if TYPE_CHECKING:
    from openlea.storage.records.models import Vergadering

FORMATEN = ("docx", "pdf", "html")
Uit = Annotated[Path, Parameter(name="--out", help="Het bestand: eindigt op .docx, .pdf of .html.")]


def add_to(app: App) -> None:
    """Add the command about the dossier."""
    app.command(dossier)


def dossier(nummer: int, /, *, out: Uit, data: Data = None) -> None:
    """Schrijf het dossier van een vergadering; het nummer staat in het adres van de vergadering.

    Word komt in het eigen sjabloon van de werkruimte, als dat er is.
    """
    formaat = out.suffix.lower().removeprefix(".")
    if formaat not in FORMATEN:
        sys.exit(f"'{out.name}' eindigt niet op .{', .'.join(FORMATEN)}.")
    start(data)
    out.write_bytes(_made(_meeting(nummer), formaat))
    say(f"Geschreven: {out}")


def _meeting(nummer: int) -> "Vergadering":
    """Return the meeting with this number, or say that there is none and stop."""
    from openlea.storage.records.models import Vergadering

    found = Vergadering.objects.select_related("werkruimte").filter(pk=nummer).first()
    if found is None:
        sys.exit(f"Er is geen vergadering met nummer {nummer}.")
    return found


def _made(meeting: "Vergadering", formaat: str) -> bytes:
    from django.utils import timezone

    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.describe_dossier import describe_dossier
    from openlea.services.papier.dossier import compose_dossier
    from openlea.services.sjabloon.inhoud import template_of
    from openlea.services.write_stuk import write_stuk

    today, where = timezone.localdate(), meeting.werkruimte
    # Whoever may run this command here reads everything here.
    actor = Actor(werkruimte=where.pk, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")
    stuk = compose_dossier(describe_dossier(actor, meeting.pk, today), where.naam, today)
    return write_stuk(stuk, formaat, template_of(where.pk) if formaat == "docx" else None)
