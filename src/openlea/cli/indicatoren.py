"""Indicators from the command line: for which kinds of places there is a figure, or why not."""

from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

Laag = Annotated[str, Parameter(name="--werkruimte", help="Met de eigen tabellen van wie.")]


def add_to(app: App) -> None:
    """Add the command about indicators."""
    app.command(indicatoren)


def indicatoren(*, werkruimte: Laag = "landelijk", data: Data = None, json: Json = False) -> None:
    """Toon per indicator en niveau voor hoeveel plaatsen er een cijfer is, of waarom niet."""
    start(data, new=True)
    from openlea.services.compute_figures import compute_figures
    from openlea.services.describe_matrix import describe_matrix

    compute_figures()
    if werkruimte != "landelijk":
        compute_figures(laag=werkruimte)
    found = describe_matrix(laag=werkruimte)
    if json:
        return tell([each.as_plain() for each in found])
    for each in found:
        what = f"{each.cijfers} plaatsen" if each.cijfers else each.reden
        say(f"{each.indicator}, {each.niveau.label.lower()}: {what}")
    return None
