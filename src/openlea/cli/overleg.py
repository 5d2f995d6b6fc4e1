"""Consultations from the command line: which meetings law and agenda ask in a year."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.dossier import add_to as add_dossier
from openlea.cli.start import DEMO, Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.policy.overlegplan import Overlegplan, Overlegregel
    from openlea.policy.rechten import Actor

app = App(name="overleg", help="Overleggen: wat wet en agenda vragen, en het dossier.")
add_dossier(app)
Jaar = Annotated[int | None, Parameter(name="--jaar", help="Welk jaar; anders dit jaar.")]
Waar = Annotated[
    str,
    Parameter(
        name="--werkruimte",
        help="De overleggen van deze werkruimte; anders de enige, of die van de demo, of de wet.",
    ),
]


@app.command
def plan(
    *, jaar: Jaar = None, werkruimte: Waar = "", data: Data = None, json: Json = False
) -> None:
    """Toon welke vergaderingen wet en agenda in een jaar vragen, en welke onderwerpen open zijn."""
    start(data, new=not werkruimte)
    from django.utils import timezone

    from openlea.services.describe_overlegplan import describe_overlegplan
    from openlea.services.overleg.planblad import plan_as_plain

    today = timezone.localdate()
    year = today.year if jaar is None else jaar
    found = describe_overlegplan(_keeper(werkruimte or _usual()), year, today)
    _tell_left_out()
    return tell(plan_as_plain(found)) if json else _tell(found)


def _usual() -> str:
    """Return the address of the one werkruimte that there is, or of the demo; '' for neither."""
    from django.conf import settings

    file = Path(str(settings.DATABASES["default"]["NAME"]))
    if not (os.environ.get("OPENLEA_DATABASE") or file.exists()):
        return ""
    from openlea.storage.records.models import Werkruimte

    slugs = list(Werkruimte.objects.order_by("pk").values_list("slug", flat=True))
    if DEMO in slugs or len(slugs) < 2:  # noqa: PLR2004 -- one is no choice
        return DEMO if DEMO in slugs else "".join(slugs)
    sys.stderr.write(f"Alleen de wet. Kies er een met --werkruimte: {', '.join(slugs)}.\n")
    return ""


def _keeper(slug: str) -> "Actor | None":
    """Return who runs this command: whoever may run it here reads everything here."""
    from openlea.policy.rechten import Actor, LidRol

    if not slug:
        return None
    return Actor(werkruimte=known(slug).pk, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")


def _tell_left_out() -> None:
    """Say which files of one's own could not be read: what they ask is missing."""
    from django.conf import settings

    from openlea.catalogue.overlegkast import wrong_overlegkaarten
    from openlea.catalogue.plichtenkast import open_plichten
    from openlea.core.catalogue import find_roots

    roots = find_roots(settings.CATALOGUE)
    for file, why in {**open_plichten(roots).fouten, **wrong_overlegkaarten(roots)}.items():
        sys.stderr.write(f"Overgeslagen: {file}: {why}\n")


def _tell(found: "Overlegplan") -> None:
    from openlea.policy.tafelonderwerp import at_table
    from openlea.policy.wetsonderwerp import BehandelStaat

    topics: dict[str, BehandelStaat] = {}
    for one in found.regels:
        _tell_row(one)
        topics |= {topic.sleutel: topic.staat for topic in at_table(one.onderwerpen)}
    states = list(topics.values())
    counts = ", ".join(f"{states.count(one)} {one.label.lower()}" for one in BehandelStaat)
    say(f"{len(states)} onderwerpen die de wet in {found.jaar} vraagt: {counts}.")


def _tell_row(one: "Overlegregel") -> None:
    from openlea.policy.tafelonderwerp import at_table
    from openlea.policy.wetsonderwerp import BehandelStaat

    about = f" ({one.ambitie})" if one.ambitie else ""
    none = "" if one.reeks else ", nog geen overleg"
    say(f"{one.titel}{about}: {one.vraagt[:1].lower()}{one.vraagt[1:]}, {one.gevraagd} keer{none}")
    for each in one.gehouden:
        say(f"  {each.op}  gehouden: {each.titel}")
    for each in one.gepland:
        say(f"  {each.op}  gepland: {each.titel}")
    for each in one.niet_gesloten:
        say(f"  {each.op}  niet afgesloten: {each.titel}")
    for window in one.nog_te_plannen:
        say(f"  nog te plannen van {window.van} tot en met {window.voor}. {window.reden}")
    for topic in at_table(one.onderwerpen):
        if topic.staat is BehandelStaat.OPEN:
            say(f"  open: {topic.titel} ({', '.join(topic.wetten)})")
