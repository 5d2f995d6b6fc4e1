"""Sources from the command line: which there are and how they stand, and loading them."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.laden.overzicht import Bronoverzicht
    from openlea.services.laden.uitslag import Geladen
    from openlea.services.load_registratie import Ingeleverd

Live = Annotated[
    list[str] | None,
    Parameter(
        name="--live",
        negative="",
        consume_multiple=True,
        help="Haal deze bron op bij de uitgever.",
    ),
]
Bron = Annotated[
    str | None,
    Parameter(name="--bron", help="Van welke bron of registratie de bestanden zijn."),
]
Voor = Annotated[
    str, Parameter(name="--werkruimte", help="Bij een registratie: van welke werkruimte.")
]
Over = Annotated[
    str, Parameter(name="--periode", help="Bij een registratie: de periode; anders de nieuwste.")
]
Weg = Annotated[
    bool,
    Parameter(name="--laat-weg", negative="", help="Laat rijen weg die niet kloppen."),
]


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
    werkruimte: Voor = "",
    periode: Over = "",
    laat_weg: Weg = False,
    data: Data = None,
    json: Json = False,
) -> None:
    """Lees bestanden van uitgevers in, of met --bron een registratie; --live haalt zelf op."""
    if not paths and not live:
        sys.exit("Geef een bestand of map, of --live met de naam van een bron.")
    start(data, new=True)
    if _is_registratie(bron):
        _refuse_several(paths, live)
        return _load_registratie(
            Registratielading(str(bron), paths[0], werkruimte, periode, laat_weg=laat_weg),
            json=json,
        )
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
    return None


@dataclass(frozen=True, slots=True)
class Registratielading:
    """What the command was asked about one file of a registration."""

    bron: str
    file: Path
    werkruimte: str
    periode: str
    laat_weg: bool = field(kw_only=True)


def _is_registratie(bron: str | None) -> bool:
    from openlea.services.find_registratie import find_registratie

    return bron is not None and find_registratie(bron) is not None


def _refuse_several(paths: tuple[Path, ...], live: list[str] | None) -> None:
    if live or len(paths) != 1:
        sys.exit("Geef van een registratie één bestand tegelijk.")


def _load_registratie(asked: Registratielading, *, json: bool) -> None:
    """Bring one file to the door as the operator of this installation, and say what counts."""
    from openlea.core.bron import Bestand
    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.load_registratie import load_registratie

    if not asked.werkruimte:
        sys.exit("Zeg met --werkruimte van welke werkruimte deze registratie is.")
    actor = Actor(werkruimte=known(asked.werkruimte).pk, rol=LidRol.ANALIST, naam="Open LEA")
    bestand = Bestand(naam=asked.file.name, inhoud=asked.file.read_bytes())
    done = load_registratie(actor, asked.bron, bestand, asked.periode, laat_weg=asked.laat_weg)
    if json:
        tell(_delivered(asked.bron, done))
    else:
        say(f"{done.registratie.titel}: {done.rijen} rijen, {done.afgekeurd} afgekeurd")
    for fault in done.fouten:
        place = f"regel {fault['regel']}, {fault['kolom']}".rstrip(", ")
        print(f"{place}: {fault['reden']}", file=sys.stderr)
    if done.aanlevering is None:
        print("Er telt niets mee. Verbeter de rijen, of gebruik --laat-weg.", file=sys.stderr)
        sys.exit(1)


def _delivered(bron: str, done: "Ingeleverd") -> dict[str, Any]:
    return {
        "bron": bron,
        "registratie": done.registratie.id,
        "periode": done.periode,
        "aanlevering": done.aanlevering,
        "rijen": done.rijen,
        "afgekeurd": done.afgekeurd,
        "vervangt": done.vervangt,
    }


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
