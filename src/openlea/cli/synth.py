"""Makes up registrations: to try the product, without one real child."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, say, start

Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam of code van de gemeente.")]
Seed = Annotated[int, Parameter(name="--seed", help="Zelfde getal, zelfde bestand.")]
Out = Annotated[Path, Parameter(name="--out", help="Waar het csv-bestand komt.")]
Aantal = Annotated[
    int | None, Parameter(name="--aantal", help="Hoeveel rijen; anders zoveel als er zouden zijn.")
]


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(synth)


def synth(
    bron: str,
    /,
    *,
    gemeente: Gemeente,
    out: Out,
    seed: Seed = 1,
    aantal: Aantal = None,
    data: Data = None,
) -> None:
    """Verzin een registratie van een gemeente: echte scholen en postcodes, geen echt kind.

    BRON is peutermonitor, leerplicht, swv of overdracht.
    """
    start(data, new=True)
    from openlea.services.find_gemeente import find_gemeente
    from openlea.services.make_synth import make_synth

    if not out.parent.is_dir():
        sys.exit(f"De map {out.parent} is er niet.")
    found = find_gemeente(gemeente)
    content = make_synth(bron, found, gemeente, seed=seed, aantal=aantal)
    out.write_bytes(content)
    rows = content.count(b"\n") - 1
    say(f"{out}: {rows} verzonnen rijen.")
