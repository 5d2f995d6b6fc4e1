"""Indicators from the command line: for which kinds of places there is a figure, or why not."""

from cyclopts import App

from openlea.cli.cijfers import LANDELIJK, Laag, computed
from openlea.cli.start import Data, Json, say, start, tell


def add_to(app: App) -> None:
    """Add the command about indicators."""
    app.command(indicatoren)


def indicatoren(*, werkruimte: Laag = LANDELIJK, data: Data = None, json: Json = False) -> None:
    """Toon per indicator en niveau voor hoeveel plaatsen er een cijfer is, of waarom niet."""
    start(data, new=werkruimte == LANDELIJK)
    from openlea.services.describe_matrix import describe_matrix

    computed(werkruimte)
    found = describe_matrix(laag=werkruimte)
    if json:
        return tell([each.as_plain() for each in found])
    for each in found:
        number = "1 plaats" if each.cijfers == 1 else f"{each.cijfers} plaatsen"
        label = each.niveau.label
        name = label[0].lower() + label[1:] if label[1:2].islower() else label
        say(f"{each.indicator}, {name}: {number if each.cijfers else each.reden}")
    return None
