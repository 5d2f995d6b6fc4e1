"""Leerplicht from the command line: who is at home, and the report to the raad."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.policy.rechten import Actor
    from openlea.storage.records.models import Werkruimte

FORMATEN = ("docx", "pdf")
Waar = Annotated[
    str, Parameter(name="--werkruimte", help="Adres van de werkruimte; anders de enige.")
]
Jaar = Annotated[str, Parameter(name="--schooljaar", help="Schooljaar, zoals 2025-2026.")]
Uit = Annotated[Path, Parameter(name="--out", help="Het bestand: eindigt op .docx of .pdf.")]
Concept = Annotated[
    bool,
    Parameter(name="--concept", negative="", help="Ook als het schooljaar nog niet voorbij is."),
]
verslag = App(name="verslag", help="Verslagen die de wet vraagt.")


def add_to(app: App) -> None:
    """Add the commands about leerplicht."""
    app.command(thuiszitters)
    app.command(verslag)


def thuiszitters(
    *, schooljaar: Jaar = "", werkruimte: Waar = "", data: Data = None, json: Json = False
) -> None:
    """Toon hoeveel leerplichtigen thuiszitten, en wie daar niet onder valt."""
    start(data)
    from openlea.services.describe_leerplicht import describe_leerplicht
    from openlea.services.leerplicht.als_json import thuiszitters_as_plain

    found = describe_leerplicht(_reader(_where(werkruimte)), schooljaar)
    if found.staat is None:
        sys.exit("Er is nog geen registratie van leerplicht aangeleverd.")
    if json:
        return tell(thuiszitters_as_plain(found.reeks))
    for one in found.tabel("thuiszitters").regels:
        say(f"{one.titel}: {one.teksten[-1]}")
    return None


@verslag.command
def leerplicht(
    *,
    schooljaar: Jaar,
    out: Uit,
    werkruimte: Waar = "",
    concept: Concept = False,
    data: Data = None,
) -> None:
    """Schrijf het leerplichtverslag over een afgesloten schooljaar, in Word of PDF.

    Word komt in het eigen sjabloon van de werkruimte, als dat er is.
    """
    formaat = out.suffix.lower().removeprefix(".")
    if formaat not in FORMATEN:
        sys.exit(f"'{out.name}' eindigt niet op .{' of .'.join(FORMATEN)}.")
    start(data)
    out.write_bytes(_made(_where(werkruimte), schooljaar, formaat, concept=concept))
    say(f"Geschreven: {out}")


def _made(where: "Werkruimte", schooljaar: str, formaat: str, *, concept: bool) -> bytes:
    from django.utils import timezone

    from openlea.policy.leerplichtverslag import last_day, refuse_open
    from openlea.services.describe_leerplichtverslag import describe_leerplichtverslag
    from openlea.services.papier.leerplichtverslag import compose_leerplichtverslag
    from openlea.services.sjabloon.inhoud import template_of
    from openlea.services.write_stuk import write_stuk

    today = timezone.localdate()
    last_day(schooljaar)
    if not concept:
        refuse_open(schooljaar, today)
    beeld = describe_leerplichtverslag(_reader(where), schooljaar)
    if not beeld.heeft_cijfers:
        sys.exit(f"Over schooljaar {schooljaar} is nog niets aangeleverd.")
    stuk = compose_leerplichtverslag(beeld, today)
    return write_stuk(stuk, formaat, template_of(where.pk) if formaat == "docx" else None)


def _where(slug: str) -> "Werkruimte":
    """Return the werkruimte that was named, or the only one with a gemeente, or say which."""
    if slug:
        return known(slug)
    from openlea.storage.records.models import Werkruimte

    every = list(Werkruimte.objects.order_by("slug"))
    if len(every) == 1:
        return every[0]
    names = ", ".join(one.slug for one in every)
    sys.exit(f"Kies een werkruimte met --werkruimte: {names}.")


def _reader(where: "Werkruimte") -> "Actor":
    """Return who runs this command: whoever may run it here reads all figures here."""
    from openlea.policy.rechten import Actor, LidRol

    return Actor(werkruimte=where.pk, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")
