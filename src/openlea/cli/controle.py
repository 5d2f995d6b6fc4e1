"""Checks of the data from the command line: do two files that count the same agree."""

from cyclopts import App

from openlea.cli.start import Data, Json, say, start, tell


def add_to(app: App) -> None:
    """Add the check to the app."""
    app.command(controle)


def controle(*, data: Data = None, json: Json = False) -> None:
    """Leg DUO's leerlingen naar leeftijd naast die naar postcode, en toon wat botst."""
    start(data, new=True)
    from openlea.services.check_counts import check_counts

    found = check_counts()
    if json:
        return tell(found.as_plain())
    told = found.as_plain()
    say(f"{told['overlap']} van {told['vergeleken']} combinaties van school en soort overlappen.")
    for one in told["tegenspraken"]:
        ranges = (one["leeftijdbestand"], one["postcodebestand"])
        age, home = (f"{each['laag']} tot {each['hoog']}" for each in ranges)
        say(f"  {one['vestiging']} {one['soort']}: naar leeftijd {age}, naar postcode {home}")
    say(f"Alleen in het leeftijdbestand: {told['alleen_in_leeftijdbestand']}.")
    say(f"Alleen in het postcodebestand: {told['alleen_in_postcodebestand']}.")
    return None
