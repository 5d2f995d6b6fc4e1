"""The first minute: a filled werkruimte for one gemeente, and the bundle that it's filled from."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.demo import Port, demo_password, open_site, refuse_taken
from openlea.cli.start import Data, Json, say, start, tell

if TYPE_CHECKING:
    from openlea.services.start_werkruimte import Gestart

Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam of code van de gemeente.")]
Serve = Annotated[bool, Parameter(name="--serve", negative="--no-serve")]
Uit = Annotated[Path | None, Parameter(name="--uit", help="Map voor de bundel.")]
Moment = Annotated[
    str | None, Parameter(name="--moment", help="Dag die bij nieuwe tabellen komt: 2026-01-31.")
]
WIDTH = 28


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(begin, name="start")
    app.command(bundle)


def begin(
    *,
    gemeente: Gemeente,
    serve: Serve = True,
    data: Data = None,
    port: Port = 8000,
    json: Json = False,
) -> None:
    """Start een werkruimte voor een gemeente, gevuld met haar scholen, besturen en cijfers."""
    os.environ.setdefault("OPENLEA_ZELF_STARTEN", "1")
    start(data, new=True)
    if serve and not json:
        refuse_taken(port)
    from django.conf import settings

    from openlea.services.find_gemeente import find_gemeente
    from openlea.services.start.gemeente import gemeente_of_now
    from openlea.services.start.opzet import Beheerder
    from openlea.services.start.ruimte import slug_of
    from openlea.services.start_werkruimte import start_werkruimte
    from openlea.services.upgrade_database import upgrade_database

    key = find_gemeente(gemeente)
    naam = gemeente_of_now(key).naam
    tell_step = _quiet if json else _step
    tell_step("Database bijwerken", 0, 0)
    upgrade_database()
    password = demo_password(Path(settings.DATA))
    beheerder = Beheerder(
        email=f"agendabeheerder@{slug_of(naam)}.example",
        naam=f"Agendabeheerder {naam}",
        wachtwoord=password,
    )
    made = start_werkruimte(key, beheerder=beheerder, voortgang=tell_step)
    if json:
        tell(_told(made))
    else:
        _show(made, f"http://127.0.0.1:{port}/", password)
    if serve and not json:
        open_site(port)


def bundle(*paths: Path, uit: Uit = None, moment: Moment = None, json: Json = False) -> None:
    """Maak de bundel van openbare tabellen opnieuw, uit de bestanden van de uitgevers."""
    if not paths:
        sys.exit("Geef de map met de bestanden van de uitgevers.")
    when = _day(moment) if moment else None
    start(None, new=True)
    from openlea.services.make_bundle import make_bundle

    made = make_bundle(paths, uit=uit, moment=when, say=_quiet if json else _step)
    tables = {
        bron: {"rijen": versie.lading.rijen, "afgekeurd": versie.lading.afgekeurd}
        for bron, versie in sorted(made.tabellen.items())
    }
    if json:
        return tell({"bytes": made.bytes, "tabellen": tables, "onbekend": list(made.onbekend)})
    for bron, table in tables.items():
        say(f"{bron:<28} {_number(table['rijen']):>9} rijen, {table['afgekeurd']} afgekeurd")
    for naam in made.onbekend:
        say(f"Overgeslagen, van geen bron: {naam}")
    return say(f"De bundel is {_number(made.bytes)} bytes, in {len(tables)} tabellen.")


def _day(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
    except ValueError:
        sys.exit(f"'{text}' is geen dag, zoals 2026-01-31.")


def _step(text: str, done: int, total: int) -> None:
    say(f"  {text} …" if not total else f"  {text} ({min(done + 1, total)}/{total}) …")


def _quiet(_text: str, _done: int, _total: int) -> None:
    """Say nothing: only the answer is asked."""


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _told(made: "Gestart") -> dict[str, Any]:
    return {
        "gemeente": made.gemeente.code,
        "naam": made.naam,
        "slug": made.slug,
        "nieuw": made.nieuw,
        "scholen_po": made.scholen_po,
        "scholen_bo": made.scholen_bo,
        "leerlingen": made.leerlingen,
        "leerlingen_laag": made.leerlingen_laag,
        "leerlingen_hoog": made.leerlingen_hoog,
        "afgeschermd": made.afgeschermd,
        "partijen": dict(made.partijen),
        "cijfers": made.cijfers,
    }


def _show(made: "Gestart", adres: str, password: str) -> None:
    from openlea.core.partij import PartijSoort

    word = "is gestart" if made.nieuw else "was er al; wat ontbrak is aangevuld"
    say(f"\nWerkruimte {made.naam} {word}.")
    say(f"  {_number(made.scholen_po)} vestigingen po (naar soort), waarvan "
        f"{_number(made.scholen_bo)} basisschool; {_number(made.leerlingen)} leerlingen en "
        f"{_number(made.afgeschermd)} afgeschermde cellen")  # fmt: skip
    parts = [f"{PartijSoort(soort).label.lower()} {aantal}" for soort, aantal in
             made.partijen.items()]  # fmt: skip
    say(f"  partijen: {', '.join(parts)}")
    say(f"  cijfers over {made.cijfers} onderwerpen")
    say(f"\nOpen LEA: {adres}w/{made.slug}/")
    if made.inlog:
        say(f"  {made.inlog}  {password}   Agendabeheerder")
    else:
        say("  Log in als de agendabeheerder die deze werkruimte al heeft.")
