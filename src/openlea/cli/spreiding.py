"""How few pupils would have to change school for an even spread, on one's own machine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.services.spreiding.uitkomst import Uitkomst

Scholen = Annotated[
    Path, Parameter(name="--scholen", help="Bestand: school, capaciteit en soms minimum.")
]
Groep = Annotated[str, Parameter(name="--groep", help="Kop van de kolom met de groep.")]
Waarde = Annotated[
    str, Parameter(name="--waarde", help="Welke groep je wilt spreiden; anders 'ja'.")
]
Doel = Annotated[
    float | None, Parameter(name="--doel", help="Aandeel in procent; anders dat van allen samen.")
]
Band = Annotated[
    float, Parameter(name="--band", help="Hoeveel procentpunt een school mag afwijken.")
]
Reis = Annotated[
    float | None, Parameter(name="--reis", help="Hoeveel km een leerling hooguit reist.")
]
Seconden = Annotated[float, Parameter(name="--seconden", help="Hoe lang het rekenen mag duren.")]
Grens = Annotated[
    bool, Parameter(name="--grens", negative="", help="Ook andere banden en reisgrenzen.")
]
Volledig = Annotated[
    bool, Parameter(name="--volledig", negative="", help="Ook minder dan vijf leerlingen tellen.")
]
SMALL = (
    "Minder dan vijf leerlingen staat hier als <5: anders is te zien wie het zijn. "
    "Met --volledig staan alle aantallen er, voor op je eigen computer."
)
WARNED = "Let op: hierin staan ook kleine aantallen. Deel dit niet; het kan over één kind gaan."


def add_to(app: App) -> None:
    """Add the command that spreads pupils."""
    app.command(spreiding)


def spreiding(  # noqa: PLR0913  each is an option of the command
    file: Path,
    /,
    *,
    scholen: Scholen,
    groep: Groep = "groep",
    waarde: Waarde = "",
    doel: Doel = None,
    band: Band = 10.0,
    reis: Reis = None,
    seconden: Seconden = 60.0,
    grens: Grens = False,
    volledig: Volledig = False,
    json: Json = False,
) -> None:
    """Zoek hoe weinig leerlingen van school moeten wisselen voor een evenwichtige spreiding.

    Het bestand heeft de kolommen pc4, groep, school, aantal en soms afstand_km.
    """
    from openlea.policy.spreiding import Spreidingsvraag
    from openlea.services.spread_leerlingen import spread_leerlingen

    vraag = Spreidingsvraag(
        groep=groep.strip().lower(), waarde=waarde.strip(), doel=doel, band=band, reis=reis
    )
    found = spread_leerlingen(file, scholen, vraag, seconden=seconden, grens=grens)
    told = found.as_plain(volledig=volledig)
    return tell(told) if json else _tell(found, told, volledig=volledig)


def _tell(found: "Uitkomst", told: Mapping[str, Any], *, volledig: bool) -> None:
    asked, outcome = told["gevraagd"], told["uitkomst"]
    say(f"Wat is gevraagd ({asked['leerlingen']} leerlingen, {asked['scholen']} scholen):")
    for line in asked["zinnen"]:
        say(f"- {line}")
    say("")
    for line in found.zinnen(volledig=volledig):
        say(line)
    if outcome["mogelijk"]:
        _tell_outcome(outcome, told["scholen"])
    if "grens" in told:
        _tell_frontier(told["grens"], told["geprobeerd"])
    if outcome["mogelijk"]:
        say("")
        say(WARNED if volledig else SMALL)


def _tell_outcome(outcome: Mapping[str, Any], scholen: Sequence[Mapping[str, Any]]) -> None:
    for name, unit, key in (
        ("Gemiddelde reis", " km", "gemiddelde_reis"),
        ("Dissimilariteit", "", "dissimilariteit"),
    ):
        say(
            f"{name}: {_dutch(outcome[f'{key}_nu'])}{unit} nu, {_dutch(outcome[key])}{unit} straks."
        )
    say("")
    head = ("school", "aandeel nu", "straks", "erbij", "eraf")
    rows = [
        (
            str(one["school"]),
            _percent(one["aandeel_nu"]),
            _percent(one["aandeel"]),
            str(one["erbij"]),
            str(one["eraf"]),
        )
        for one in scholen
    ]
    _say_table([head, *rows])


def _tell_frontier(
    punten: Sequence[Mapping[str, Any]], tried: Mapping[str, Sequence[float]]
) -> None:
    """Say the frontier: every row is the best in something; and what else was tried."""
    banden, reizen = ("; ".join(map(_dutch, tried[key])) for key in ("banden", "reizen"))
    say("")
    say("De grens tussen spreiding en reis. Elke rij is ergens het beste in.")
    say(f"Geprobeerd: banden van {banden} procentpunt{f', reizen van {reizen} km' * bool(reizen)}.")
    say("Wat er niet staat, kan niet, was niet op tijd klaar of wordt door een rij verslagen.")
    head = ("band", "reisgrens", "naar een andere school", "gemiddelde reis", "dissimilariteit")
    rows = [
        (
            f"{_dutch(one['band'])} pp",
            "geen" if one["reis"] is None else f"{_dutch(one['reis'])} km",
            f"{one['verplaatst']}{'' if one['bewezen'] else ' (niet bewezen)'}",
            f"{_dutch(one['gemiddelde_reis'])} km",
            _dutch(one["dissimilariteit"]),
        )
        for one in punten
    ]
    _say_table([head, *rows])


def _say_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        numbers = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        say("  ".join((first.ljust(widths[0]), *numbers)))


def _percent(share: int | None) -> str:
    return "-" if share is None else f"{share} %"


def _dutch(value: float | None) -> str:
    return "onbekend" if value is None else f"{value:g}".replace(".", ",")
