"""The agenda from the command line: read it, check it, hand it out, take it in."""

import json as plain_json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import DEMO, Data, Json, Slug, current, known, say, start, tell, values

if TYPE_CHECKING:
    from openlea.core.errors import BadInput

app = App(name="agenda", help="De agenda van een werkruimte: bekijken, uitvoeren, inlezen.")


@app.command
def begroting(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Uitgaven, middelen en saldo per jaar, het structurele tekort en de signalen."""
    start(data)
    from django.conf import settings

    from openlea.core.notatie import euro
    from openlea.services.describe_begroting import describe_begroting

    table = describe_begroting(values(werkruimte), settings.CATALOGUE)
    if json:
        return tell(table)
    for jaar, one in table["jaren"].items():
        bedragen = (f"{naam} {euro(round(bedrag * 100))}" for naam, bedrag in one.items())
        say(f"{jaar}  " + "  ".join(bedragen))
    for signaal in table["signalen"]:
        say(f"{signaal['ernst']}: {signaal['tekst']}")
    return None


@app.command
def show(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """De ambities, speerpunten en acties."""
    start(data)
    from openlea.services.describe_tree import describe_tree

    table = describe_tree(values(werkruimte))
    if json:
        return tell(table)
    for ambitie in table["boom"]:
        say(f"{ambitie['code']}  {ambitie['naam']}")
        for speerpunt in ambitie["speerpunten"]:
            say(f"  {speerpunt['code']}  {speerpunt['naam']}")
            for actie in speerpunt["acties"]:
                say(f"    {actie['code']}  {actie['naam']}")
    return None


@app.command
def check(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Hoe meetbaar de agenda is, wie eigenaar is en hoe vers de meldingen zijn."""
    start(data)
    from django.utils import timezone

    from openlea.services.describe_upkeep import describe_upkeep

    since = current(werkruimte).in_gebruik_op
    table = describe_upkeep(values(werkruimte), since, timezone.localdate())
    if json:
        return tell(table)
    meting, eigenaren = table["meetbaarheid"], table["eigenaren"]
    say(f"Meetbaar: {meting['meetbaar']} van {meting['speerpunten']} speerpunten")
    say(f"Met eigenaar: {eigenaren['met_eigenaar']} van {eigenaren['acties']} acties")
    for line in meting["ontbreekt"]:
        say(f"  {line}")
    return None


@app.command
def export(bestand: Path, *, werkruimte: Slug = DEMO, data: Data = None) -> None:
    """Schrijf de agenda naar een bestand: .xlsx, .json, .docx of .pdf."""
    start(data)
    from openlea.services.export_agenda import export_agenda
    from openlea.storage.records.as_values import everything

    found = current(werkruimte)
    formaat = bestand.suffix.lstrip(".").lower()
    inhoud = export_agenda(everything(found.werkruimte_id).actor, formaat)
    bestand.write_bytes(inhoud)
    say(f"Geschreven: {bestand} ({len(inhoud)} bytes)")


@app.command(name="import")
def import_(
    bestand: Path,
    *,
    check: Annotated[bool, Parameter(name="--check", negative="")] = False,
    verwijder: Annotated[bool, Parameter(name="--verwijder", negative="")] = False,
    werkruimte: Slug = DEMO,
    data: Data = None,
) -> None:
    """Lees een agenda in uit .xlsx of .json; met --check alleen nakijken."""
    start(data)
    from openlea.core.errors import BadInput
    from openlea.services.import_agenda import import_agenda
    from openlea.services.read_agenda_file import read_agenda_file
    from openlea.storage.records.as_values import everything

    actor = everything(known(werkruimte).pk).actor
    try:
        new = read_agenda_file(bestand.name, bestand.read_bytes())
        verslag = import_agenda(actor, new, verwijder=verwijder, proef=check)
    except BadInput as error:
        _tell_faults(error)
        sys.exit(1)
    for change in verslag.veranderingen:
        say(f"{change.wat.label}: {change.soort} {change.code}")
    say(f"{'Zou doen' if check else 'Gedaan'}: {len(verslag.veranderingen)} veranderingen.")


def _tell_faults(error: "BadInput") -> None:
    """Print each fault as one line of JSON."""
    for fout in error.fouten:
        line = {"blad": fout.blad, "cel": fout.cel, "reden": fout.reden}
        say(plain_json.dumps(line, ensure_ascii=False))
