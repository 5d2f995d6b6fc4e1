"""Loads that were held, judged from the command line by who runs this installation."""

import sys
from collections.abc import Sequence
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

Sleutel = Annotated[str, Parameter(help="De sleutel van de lading; begin ervan is genoeg.")]
Over = Annotated[bool, Parameter(name="--over", negative="", help="Neem de lading toch over.")]
Weg = Annotated[bool, Parameter(name="--weg", negative="", help="Gooi de lading weg.")]


def add_to(app: App) -> None:
    """Add the judging of held loads."""
    app.command(held)


def held(
    bron: str = "",
    sleutel: Sleutel = "",
    *,
    over: Over = False,
    weg: Weg = False,
    data: Data = None,
    json: Json = False,
) -> None:
    """Toon landelijke ladingen die wachten; met BRON, SLEUTEL en --over of --weg beslis je."""
    if (over or weg) and (over == weg or not (bron and sleutel)):
        sys.exit("Geef een bron, een sleutel, en --over of --weg.")
    start(data, new=True)
    from openlea.services.describe_sources import describe_sources
    from openlea.services.discard_load import discard_load
    from openlea.services.release_load import release_load

    found = [
        (one.source.id, each.sleutel, each.redenen)
        for one in describe_sources()
        for each in one.vastgehouden
        if bron in ("", one.source.id) and each.sleutel.startswith(sleutel)
    ]
    if not (over or weg):
        names = ("bron", "sleutel", "redenen")
        return tell([dict(zip(names, one, strict=True)) for one in found]) if json else _show(found)
    if len(found) != 1:
        sys.exit("Deze sleutel past niet op één lading die wacht.")
    key = found[0][1]
    if over:
        say(f"{bron}: overgenomen als versie {release_load(None, bron, key).versie}")
    else:
        discard_load(None, bron, key)
        say(f"{bron}: weggegooid")
    return None


def _show(found: Sequence[tuple[str, str, tuple[str, ...]]]) -> None:
    for bron, sleutel, redenen in found:
        say(f"{bron} {sleutel[:12]}")
        for reden in redenen:
            say(f"  {reden}")
    if not found:
        say("Er wacht geen lading.")
