"""Open LEA from the command line: the demo, the agenda, reminders and rights."""

import json
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

if TYPE_CHECKING:
    from openlea.core.agenda import Agenda
    from openlea.core.errors import BadInput
    from openlea.storage.records.models import Agenda as AgendaRecord
    from openlea.storage.records.models import Werkruimte

app = App(name="openlea", help="De open werkruimte voor de Lokale Educatieve Agenda.")
agenda_app = App(name="agenda", help="De agenda van een werkruimte: bekijken, uitvoeren, inlezen.")
app.command(agenda_app)

Data = Annotated[Path | None, Parameter(name="--data", help="Map met gegevens (anders: var).")]
Slug = Annotated[str, Parameter(name="--werkruimte", help="Adres van de werkruimte.")]
Json = Annotated[bool, Parameter(name="--json", negative="", help="Alleen JSON.")]
Port = Annotated[int, Parameter(name="--port", help="Poort op 127.0.0.1.")]
DEMO = "hilversum"


def start(data: Path | None) -> None:
    """Wake Django up on a folder of data."""
    if data is not None:
        os.environ["OPENLEA_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
    import django

    django.setup()


def say(line: str) -> None:
    """Print a line of progress, at once."""
    print(line, flush=True)


def tell(table: Any) -> None:
    """Print a table as JSON."""
    say(json.dumps(table, ensure_ascii=False, indent=2, default=str))


@app.command
def demo(
    *,
    data: Data = None,
    serve: Annotated[bool, Parameter(name="--serve", negative="--no-serve")] = True,
    port: Port = 8000,
) -> None:
    """Vul een werkruimte met de agenda van Hilversum, en open haar."""
    start(data)
    from django.conf import settings
    from django.core.management import call_command

    from openlea.services.fill_demo import fill_demo

    say("1/3 Database bijwerken …")
    call_command("migrate", verbosity=0)
    say("2/3 Werkruimten vullen …")
    password = _demo_password(Path(settings.DATA))
    accounts = fill_demo(password, lambda line: say(f"    {line}"))
    say("3/3 Klaar.")
    say(f"\nOpen LEA: http://127.0.0.1:{port}/\n")
    width = max(len(one.email) for one in accounts)
    for one in accounts:
        partij = f" ({one.partij})" if one.partij else ""
        say(f"  {one.email:<{width}}  {password}   {one.rol}{partij}")
    if serve:
        say("\nStoppen: Ctrl+C")
        _serve(port)


def _demo_password(folder: Path) -> str:
    """Return the password of the demo accounts of this folder: made once, kept for the owner."""
    file = folder / "demo.wachtwoord"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(9))
    return file.read_text().strip()


@app.command
def serve(*, data: Data = None, port: Port = 8000) -> None:
    """Open de site op 127.0.0.1."""
    start(data)
    _serve(port)


def _serve(port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "openlea.web.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()


def _known(slug: str) -> "Werkruimte":
    """Return a werkruimte, or say which there are and stop."""
    from django.db import OperationalError, ProgrammingError

    from openlea.storage.records.models import Werkruimte

    try:
        found = Werkruimte.objects.filter(slug=slug).first()
    except (OperationalError, ProgrammingError):
        sys.exit("Hier zijn nog geen gegevens. Maak ze met: openlea demo --no-serve")
    if found is None:
        known = ", ".join(Werkruimte.objects.values_list("slug", flat=True)) or "geen"
        sys.exit(f"Er is geen werkruimte '{slug}'. Wel: {known}.")
    return found


def _current(slug: str) -> "AgendaRecord":
    """Return the agenda that a werkruimte works with, or say what is missing and stop."""
    from openlea.storage.records.models import Agenda

    found = Agenda.objects.current(_known(slug).pk)
    if found is None:
        sys.exit(f"Werkruimte '{slug}' heeft nog geen agenda. Lees in met: openlea agenda import")
    return found


def _values(slug: str) -> "Agenda":
    from openlea.storage.records.as_values import agenda_values, everything

    current = _current(slug)
    return agenda_values(current, everything(current.werkruimte_id))


@agenda_app.command
def begroting(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Uitgaven, middelen en saldo per jaar, het structurele tekort en de signalen."""
    start(data)
    from django.conf import settings

    from openlea.services.describe_begroting import describe_begroting

    table = describe_begroting(_values(werkruimte), settings.CATALOGUE)
    if json:
        return tell(table)
    for jaar, one in table["jaren"].items():
        say(f"{jaar}  " + "  ".join(f"{naam} € {bedrag:,}" for naam, bedrag in one.items()))
    for signaal in table["signalen"]:
        say(f"{signaal['ernst']}: {signaal['tekst']}")
    return None


@agenda_app.command
def show(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """De ambities, speerpunten en acties."""
    start(data)
    from openlea.services.describe_tree import describe_tree

    table = describe_tree(_values(werkruimte))
    if json:
        return tell(table)
    for ambitie in table["boom"]:
        say(f"{ambitie['code']}  {ambitie['naam']}")
        for speerpunt in ambitie["speerpunten"]:
            say(f"  {speerpunt['code']}  {speerpunt['naam']}")
            for actie in speerpunt["acties"]:
                say(f"    {actie['code']}  {actie['naam']}")
    return None


@agenda_app.command
def check(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Hoe meetbaar de agenda is, wie eigenaar is en hoe vers de meldingen zijn."""
    start(data)
    from django.utils import timezone

    from openlea.services.describe_upkeep import describe_upkeep

    since = _current(werkruimte).in_gebruik_op
    table = describe_upkeep(_values(werkruimte), since, timezone.localdate())
    if json:
        return tell(table)
    meting, eigenaren = table["meetbaarheid"], table["eigenaren"]
    say(f"Meetbaar: {meting['meetbaar']} van {meting['speerpunten']} speerpunten")
    say(f"Met eigenaar: {eigenaren['met_eigenaar']} van {eigenaren['acties']} acties")
    for line in meting["ontbreekt"]:
        say(f"  {line}")
    return None


@agenda_app.command
def export(bestand: Path, *, werkruimte: Slug = DEMO, data: Data = None) -> None:
    """Schrijf de agenda naar een bestand: .xlsx, .json, .docx of .pdf."""
    start(data)
    from openlea.core.errors import BadInput
    from openlea.services.export_agenda import export_agenda
    from openlea.storage.records.as_values import everything

    current = _current(werkruimte)
    try:
        inhoud = export_agenda(everything(current.werkruimte_id).actor, bestand.suffix.lstrip("."))
    except BadInput as error:
        sys.exit(str(error))
    bestand.write_bytes(inhoud)
    say(f"Geschreven: {bestand} ({len(inhoud):,} bytes)")


@agenda_app.command(name="import")
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

    actor = everything(_known(werkruimte).pk).actor
    try:
        new = read_agenda_file(bestand.name, bestand.read_bytes())
        verslag = import_agenda(actor, new, verwijder=verwijder, proef=check)
    except BadInput as error:
        _tell_faults(error)
        sys.exit(1)
    except OSError as error:
        sys.exit(f"{bestand}: kan niet gelezen worden ({error.strerror}).")
    for change in verslag.veranderingen:
        say(f"{change.wat.label}: {change.soort} {change.code}")
    say(f"{'Zou doen' if check else 'Gedaan'}: {len(verslag.veranderingen)} veranderingen.")


def _tell_faults(error: "BadInput") -> None:
    """Print each fault as one line of JSON."""
    for fout in error.fouten:
        line = {"blad": fout.blad, "cel": fout.cel, "reden": fout.reden}
        say(json.dumps(line, ensure_ascii=False))


@app.command
def remind(
    *,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    werkruimte: Slug = "",
    data: Data = None,
    json: Json = False,
) -> None:
    """Vraag om meldingen die nodig zijn, en stuur ieder één bericht per week."""
    start(data)
    from dataclasses import asdict

    from django.utils import timezone

    from openlea.services.remind_people import remind_people

    digests = remind_people(timezone.localdate(), dry_run=dry_run, werkruimte=werkruimte or None)
    if json:
        return tell([asdict(one) for one in digests])
    for one in digests:
        say(f"{one.email}: {len(one.verzoeken)} verzoeken")
    return None


@app.command
def rights(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Welke rol welke bladzijde mag openen, in de eigen en in een andere werkruimte."""
    start(data)
    _known(werkruimte)
    from openlea.web.rights import rights_rows
    from openlea.web.routes import ROUTES

    rows = rights_rows(ROUTES)
    if json:
        return tell(rows)
    for row in rows:
        mag = "ja" if row["toegestaan"] else "nee"
        say(f"{row['methode']:<5}{row['route']:<28}{row['rol']:<18}{row['werkruimte']:<7}{mag}")
    return None


def main() -> None:
    """Run the command that was asked."""
    app()
