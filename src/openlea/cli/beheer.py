"""For who runs the installation: how it does, who manages it, and Django's own commands."""

import sys
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

beheerder = App(name="beheerder", help="Wie deze installatie beheert.")
Email = Annotated[str, Parameter(help="E-mailadres van het account.")]


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(health)
    app.command(beheerder)
    app.command(manage)


def health(*, data: Data = None, json: Json = False) -> None:
    """Zeg hoe de installatie het maakt; eindigt met 1 als er iets mis is."""
    start(data)
    from openlea.policy.gezondheid import Oordeel
    from openlea.services.describe_health import describe_health
    from openlea.web.pages.gezond.stand import plain

    found = describe_health()
    if json:
        tell(plain(found))
    else:
        say(f"Open LEA {found.versie}: {found.zin}")
        for one in found.controles:
            say(f"  {one.oordeel.label:<7} {one.titel}: {one.zin}")
            if one.doe:
                say(f"          {one.doe}")
    if found.oordeel is Oordeel.FOUT:
        sys.exit(1)


@beheerder.command(name="add")
def add(email: Email, *, data: Data = None) -> None:
    """Maak een account beheerder van deze installatie, ook als dat account er nog niet is."""
    start(data)
    from openlea.services.make_beheerder import make_beheerder

    made = make_beheerder(email)
    say(f"{made.email} beheert deze installatie.")
    if made.link:
        say(f"Kies een wachtwoord: {made.link}")


def manage(*words: Annotated[str, Parameter(allow_leading_hyphen=True)]) -> None:
    """Voer een opdracht van Django uit, zoals: openlea manage check --deploy."""
    start(None, new=True)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["openlea manage", *words])
