"""What concerns people: a new werkruimte, reminders, and who may do what."""

from dataclasses import asdict
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import DEMO, Data, Json, Slug, known, say, start, tell


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(remind)
    app.command(rights)


def remind(
    *,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    werkruimte: Slug = "",
    data: Data = None,
    json: Json = False,
) -> None:
    """Vraag om meldingen die nodig zijn, en stuur ieder één bericht per week."""
    start(data)
    from django.utils import timezone

    from openlea.services.remind_people import remind_people

    digests = remind_people(timezone.localdate(), dry_run=dry_run, werkruimte=werkruimte or None)
    if json:
        return tell([asdict(one) for one in digests])
    for one in digests:
        say(f"{one.email}: {len(one.verzoeken)} verzoeken")
    return None


def rights(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Welke rol welke bladzijde mag openen, in de eigen en in een andere werkruimte."""
    start(data)
    known(werkruimte)
    from openlea.web.rights import rights_rows
    from openlea.web.routes import ROUTES

    rows = rights_rows(ROUTES)
    if json:
        return tell(rows)
    for row in rows:
        mag = "ja" if row["toegestaan"] else "nee"
        say(f"{row['methode']:<5}{row['route']:<28}{row['rol']:<18}{row['werkruimte']:<7}{mag}")
    return None
