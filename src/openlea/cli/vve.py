"""The voorschool from the command line: reach, hours, groups, handover; ranges stay ranges."""

import sys
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.describe_voorschool import Voorschool

Waar = Annotated[
    str, Parameter(name="--werkruimte", help="Van welke werkruimte; bij een enkele niet nodig.")
]
Periode = Annotated[
    str, Parameter(name="--periode", help="Peildatum, zoals 2026-10-01; anders de nieuwste.")
]


def add_to(app: App) -> None:
    """Add the command about the voorschool."""
    app.command(vve)


def vve(
    *, werkruimte: Waar = "", periode: Periode = "", data: Data = None, json: Json = False
) -> None:
    """Toon de voorschool: doelgroep, bereik, 960 uur, groepen en warme overdracht."""
    start(data)
    from django.utils import timezone

    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.describe_voorschool import describe_voorschool
    from openlea.services.voorschool.uitvoer import as_plain

    room = known(werkruimte or _only()).pk
    actor = Actor(werkruimte=room, rol=LidRol.ANALIST, naam="Open LEA")
    found = describe_voorschool(actor, periode, timezone.localdate())
    if periode and found.staat is None:
        others = ", ".join(found.perioden) or "geen"
        sys.exit(f"Over {periode} is niets geteld. Wel over: {others}.")
    return tell(as_plain(found)) if json else _tell(found)


def _only() -> str:
    """Return the one werkruimte there is, or ask which."""
    from openlea.storage.records.models import Werkruimte

    slugs = list(Werkruimte.objects.values_list("slug", flat=True))
    if len(slugs) != 1:
        sys.exit(f"Kies een werkruimte met --werkruimte. Er zijn: {', '.join(slugs) or 'geen'}.")
    return str(slugs[0])


def _tell(found: "Voorschool") -> None:
    from openlea.policy.voorschool_tekst import reach_sentence

    if found.staat is None or found.geheel is None:
        say("Er is nog niets over peuters aangeleverd en geteld.")
        return
    say(f"Voorschool op {found.staat.peildatum}: {found.staat.definitie or 'zonder definitie'}")
    say(reach_sentence(found.geheel.standen, found.geheel.doelgroep, found.geheel.bereik))
    for one in found.staat.let_op:
        say(f"Let op: {one}")
    if found.niet_vergelijkbaar:
        say(f"Niet te vergelijken: {found.niet_vergelijkbaar}")
