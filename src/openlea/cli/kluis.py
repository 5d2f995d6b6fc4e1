"""Cleans the vault of what was broken off, and names what does not open."""

import sys

from cyclopts import App

from openlea.cli.start import Data, Json, say, start, tell


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(kluis)


def kluis(*, data: Data = None, json: Json = False) -> None:
    """Ruim de kluis op, liefst elke nacht; eindigt met 1 als iets niet opengaat."""
    start(data)
    from openlea.services.mend_vault import mend_vault

    found = mend_vault()
    if json:
        tell(
            {
                "resten": found.resten,
                "verlopen": found.verlopen,
                "onleesbaar": list(found.onleesbaar),
                "onleesbare_casussen": list(found.onleesbare_casussen),
            }
        )
    else:
        say(f"Opgeruimd: {found.resten} resten, {found.verlopen} niet bevestigd.")
        for number in found.onleesbaar:
            say(f"Aanlevering {number} gaat niet open: de sleutel of het bestand ontbreekt.")
        for number in found.onleesbare_casussen:
            say(f"Casus met volgnummer {number} gaat niet open: sleutel of bestand ontbreekt.")
    if found.onleesbaar or found.onleesbare_casussen:
        sys.exit(1)
