"""Sources from the command line: which there are and how they stand, and loading them."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

if TYPE_CHECKING:
    from openlea.services.laden.overzicht import Bronoverzicht
    from openlea.services.laden.uitslag import Geladen

Live = Annotated[
    list[str] | None,
    Parameter(
        name="--live",
        negative="",
        consume_multiple=True,
        help="Haal deze bron op bij de uitgever.",
    ),
]
Bron = Annotated[str | None, Parameter(name="--bron", help="Van welke bron de bestanden zijn.")]


def add_to(app: App) -> None:
    """Add the commands about sources."""
    app.command(sources)
    app.command(load)


def sources(*, data: Data = None, json: Json = False) -> None:
    """Welke bronnen er zijn, wat ervan is ingelezen en hoe oud het is."""
    start(data, new=True)
    from openlea.services.describe_sources import describe_sources

    found = [_described(one) for one in describe_sources()]
    if json:
        return tell(found)
    for one in found:
        versie = "" if one["versie"] is None else f"versie {one['versie']}, {one['rijen']} rijen"
        say(f"{one['staat']:<13} {one['id']:<32} {versie}")
    return None


def load(
    *paths: Path,
    live: Live = None,
    bron: Bron = None,
    data: Data = None,
    json: Json = False,
) -> None:
    """Lees bestanden of mappen van uitgevers in; met --live haalt Open LEA ze zelf op."""
    if not paths and not live:
        sys.exit("Geef een bestand of map, of --live met de naam van een bron.")
    start(data, new=True)
    from openlea.services.load_sources import load_sources
    from openlea.services.reload_source import reload_source

    outcomes = [*load_sources(paths, bron=bron)] if paths else []
    outcomes += [reload_source(one, live=True) for one in live or ()]
    if json:
        tell([_loaded(one) for one in outcomes if one.bron and not _refused(one)])
    else:
        _show(outcomes)
    for one in outcomes:
        if _refused(one):
            print("; ".join(one.redenen), file=sys.stderr)
    if not all(one.goed for one in outcomes):
        sys.exit(1)


def _refused(one: "Geladen") -> bool:
    from openlea.services.laden.uitslag import Uitslag

    return one.uitslag is Uitslag.GEWEIGERD


def _loaded(one: "Geladen") -> dict[str, Any]:
    """Return a load as the contract of the command says; what is held adds why."""
    table = {
        "bron": one.bron,
        "versie": one.versie,
        "rijen": one.rijen,
        "afgekeurd": one.afgekeurd,
    }
    return table | ({"vastgehouden": list(one.redenen)} if one.sleutel else {})


def _show(outcomes: Iterable["Geladen"]) -> None:
    for one in outcomes:
        what = f"{one.bron or one.titel}: {one.uitslag.label.lower()}"
        if one.rijen:
            what += f", versie {one.versie}, {one.rijen} rijen, {one.afgekeurd} afgekeurd"
        say(what)
        if one.sleutel:
            for reden in one.redenen:
                say(f"  {reden}")


def _described(one: "Bronoverzicht") -> dict[str, Any]:
    lading = one.geheel.lading if one.geheel else None
    return {
        "id": one.source.id,
        "titel": one.source.bron.titel,
        "uitgever": one.source.bron.uitgever,
        "versie": one.versies[0].versie if one.versies else None,
        "edities": list(lading.edities) if lading else [],
        "rijen": lading.rijen if lading else 0,
        "afgekeurd": lading.afgekeurd if lading else 0,
        "peil": one.source.bron.peil,
        "moment": lading.moment.isoformat() if lading else None,
        "staat": str(one.staat),
    }
