"""The log from the command line: read what was done, and check that nobody touched it."""

import sys
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell
from openlea.policy.schrijfwijze import count

Since = Annotated[date | None, Parameter(help="Vanaf deze dag, bijvoorbeeld 2026-01-01.")]
Keten = Annotated[str, Parameter(name="--werkruimte", help="Alleen van deze werkruimte.")]

app = App(name="audit", help="Het logboek: wie deed of bekeek wat, en of het nog klopt.")


@app.default
def audit(
    *, since: Since = None, werkruimte: Keten = "", data: Data = None, json: Json = False
) -> None:
    """Toon de regels van het logboek, of geef ze in de vorm van Logboek dataverwerkingen."""
    start(data)
    from django.utils import timezone

    from openlea.services.describe_log import describe_log
    from openlea.storage.records.models import Logregel

    begin = timezone.make_aware(datetime.combine(since or timezone.localdate(), time.min))
    lines = Logregel.objects.since(begin).order_by("id")
    spans = describe_log(lines.filter(keten=werkruimte) if werkruimte else lines)
    if json:
        return tell(list(spans))
    for one in spans:
        say(_line(one))
    return None


def _line(one: dict[str, Any]) -> str:
    """Return a line of the log as people read it; persons are numbers here."""
    said, moment = one["attributes"], datetime.fromtimestamp(one["start_time"] / 1000).astimezone()
    number = said["openlea.persoon_nr"]
    who = f"account {number}" if number else "-"
    what = f"{one['name']}: {said['openlea.onderwerp']}"
    return f"{moment:%d-%m-%Y %H:%M}  {said['openlea.keten']:<16} {who:<12} {what}"


@app.command
def verify(*, werkruimte: Keten = "", data: Data = None, json: Json = False) -> None:
    """Kijk na of er niets is weggehaald, gewijzigd, ingevoegd of verplaatst; anders code 1."""
    start(data)
    from openlea.services.verify_log import verify_log

    found = verify_log(werkruimte or None)
    if json:
        tell(
            {
                "klopt": found.klopt,
                "ketens": found.ketens,
                "regels": found.regels,
                "moment": found.moment.isoformat(),
                "fouten": [asdict(one) | {"zin": str(one)} for one in found.fouten],
            }
        )
    else:
        for one in found.fouten:
            say(str(one))
        verdict = "Het logboek klopt" if found.klopt else "Het logboek klopt niet"
        say(f"{verdict}: {count(found.regels, 'regel', 'regels')} nagekeken.")
    if not found.klopt:
        sys.exit(1)
