"""What every command shares: where the data are, which werkruimte, and how it answers."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

if TYPE_CHECKING:
    from openlea.core.agenda import Agenda
    from openlea.storage.records.models import Agenda as AgendaRecord
    from openlea.storage.records.models import Werkruimte

Data = Annotated[Path | None, Parameter(name="--data", help="Map met gegevens (anders: var).")]
Slug = Annotated[str, Parameter(name="--werkruimte", help="Adres van de werkruimte.")]
Json = Annotated[bool, Parameter(name="--json", negative="", help="Alleen JSON.")]
DEMO = "hilversum"
_HALF = "Het terugzetten van een back-up is hier niet af. Begin opnieuw met: openlea restore FILE"
_MAKE = "Maak ze met: openlea demo, of: openlea werkruimte"


def start(data: Path | None, *, new: bool = False, unfinished: bool = False) -> None:
    """Wake Django up on a folder of data; only with `new` may there be nothing in it yet.

    Only with `unfinished` may a backup be half restored there.
    """
    if data is not None:
        os.environ["OPENLEA_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
    folder = Path(os.environ.get("OPENLEA_DATA", "var"))
    # Looking makes no folder: a mistyped name stays nothing.
    elsewhere = bool(os.environ.get("OPENLEA_DATABASE"))
    if not (new or elsewhere or (folder / "openlea.sqlite3").exists()):
        sys.exit(f"In {folder} staan nog geen gegevens. {_MAKE}")
    if not unfinished and (folder / "terugzetten.bezig").exists():
        sys.exit(_HALF)
    import django

    django.setup()


def say(line: str) -> None:
    """Print a line of progress, at once."""
    print(line, flush=True)


def tell(table: Any) -> None:
    """Print a table as JSON."""
    say(json.dumps(table, ensure_ascii=False, indent=2, default=str))


def known(slug: str) -> "Werkruimte":
    """Return a werkruimte, or say which there are and stop."""
    from openlea.storage.records.models import Werkruimte

    found = Werkruimte.objects.filter(slug=slug).first()
    if found is None:
        others = ", ".join(Werkruimte.objects.values_list("slug", flat=True)) or "geen"
        sys.exit(f"Er is geen werkruimte '{slug}'. Wel: {others}.")
    return found


def current(slug: str) -> "AgendaRecord":
    """Return the agenda that a werkruimte works with, or say what is missing and stop."""
    from openlea.storage.records.models import Agenda

    found = Agenda.objects.current(known(slug).pk)
    if found is None:
        sys.exit(f"Werkruimte '{slug}' heeft nog geen agenda. Lees in met: openlea agenda import")
    return found


def values(slug: str) -> "Agenda":
    """Return the agenda of a werkruimte, whole, as plain values."""
    from openlea.storage.records.as_values import agenda_values, everything

    found = current(slug)
    return agenda_values(found, everything(found.werkruimte_id))
