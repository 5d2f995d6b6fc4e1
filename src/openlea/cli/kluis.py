"""Cleans the vault of what was broken off, and names deliveries that do not open."""

import sys

from cyclopts import App

from openlea.cli.start import Data, Json, say, start, tell


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(kluis)


def kluis(*, data: Data = None, json: Json = False) -> None:
    """Ruim de kluis op, liefst elke nacht; eindigt met 1 als een aanlevering niet opengaat."""
    start(data)
    from openlea.services.mend_vault import mend_vault

    found = mend_vault()
    if json:
        tell(
            {
                "resten": found.resten,
                "verlopen": found.verlopen,
                "onleesbaar": list(found.onleesbaar),
            }
        )
    else:
        say(f"Opgeruimd: {found.resten} resten, {found.verlopen} niet bevestigd.")
        for number in found.onleesbaar:
            say(f"Aanlevering {number} gaat niet open: de sleutel of het bestand ontbreekt.")
    if found.onleesbaar:
        sys.exit(1)
