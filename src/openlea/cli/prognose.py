"""How many pupils the schools of a gemeente can expect, and how good such a forecast is."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.core.place import PlaceKey
    from openlea.services.check_prognose import Terugtoets
    from openlea.services.prognose.uitkomst import Prognose

app = App(name="prognose", help="Hoeveel leerlingen scholen kunnen verwachten, en hoe zeker.")
Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam of code van de gemeente.")]
Jaren = Annotated[int, Parameter(name="--jaren", help="Hoeveel jaar vooruit, 1 tot en met 20.")]
Soort = Annotated[str, Parameter(name="--soort", help="bo, sbo, so of vso.")]
Norm = Annotated[
    int | None, Parameter(name="--norm", help="De opheffingsnorm; anders een schatting.")
]
Bouw = Annotated[
    Path | None,
    Parameter(name="--woningbouw", help="Bestand (toml) met woningen, kinderen per woning, bron."),
]
Out = Annotated[
    Path | None, Parameter(name="--out", help="Schrijf een bestand (csv, xlsx of json).")
]
Laag = Annotated[str, Parameter(name="--werkruimte", help="Met de eigen tabellen van wie.")]
LANDELIJK = "landelijk"


@app.default
def prognose(  # noqa: PLR0913  each is an option of the command
    *,
    gemeente: Gemeente,
    jaren: Jaren = 15,
    soort: Soort = "bo",
    norm: Norm = None,
    woningbouw: Bouw = None,
    werkruimte: Laag = LANDELIJK,
    out: Out = None,
    data: Data = None,
    json: Json = False,
) -> None:
    """Verwacht het aantal leerlingen per school en jaar, met wat 80 van de 100 keer klopt."""
    start(data, new=werkruimte == LANDELIJK)
    from datetime import UTC, datetime

    from openlea.services.describe_prognose import Prognosevraag, describe_prognose
    from openlea.services.prognose.bouwplan import read_bouwplan

    if werkruimte != LANDELIJK:
        known(werkruimte)
    vraag = Prognosevraag(
        jaren=jaren,
        soort=soort,
        norm=norm,
        bouw=read_bouwplan(woningbouw) if woningbouw else (),
        laag=werkruimte,
    )
    found = describe_prognose(_gemeente(gemeente), vraag, datetime.now(UTC).date())
    if out is not None:
        from openlea.services.write_prognose import write_prognose

        out.write_bytes(write_prognose(found, out.suffix.removeprefix(".").lower()))
    return tell(found.as_plain()) if json else _tell(found)


@app.command
def backtest(
    file: Path | None = None,
    /,
    *,
    gemeente: Gemeente = "",
    soort: Soort = "bo",
    werkruimte: Laag = LANDELIJK,
    data: Data = None,
    json: Json = False,
) -> None:
    """Houd 1, 3 en 5 bekende jaren achter, voorspel ze, en zeg hoe goed dat ging.

    Uit de ingelezen jaren, of uit FILE: brin6_leeftijd.csv van DUO (poleeftijd).
    """
    start(data, new=werkruimte == LANDELIJK)
    from openlea.core.bron import Bestand
    from openlea.services.check_prognose import check_prognose

    bestand = Bestand(naam=file.name, inhoud=file.read_bytes()) if file else None
    place = _gemeente(gemeente) if gemeente else None
    found = check_prognose(place, soort=soort, laag=werkruimte, bestand=bestand)
    if found.reden:
        print(f"{found.reden}.", file=sys.stderr)
    return tell(found.as_plain()) if json else _tell_scores(found)


def _gemeente(text: str) -> "PlaceKey":
    from openlea.services.find_gemeente import find_gemeente

    return find_gemeente(text)


def _tell(found: "Prognose") -> None:
    last = found.scenarios["midden"][-1]
    say(f"{found.naam}, {found.soort}: {round(found.nu.midden)} leerlingen in {found.nu.jaar}.")
    say(
        f"In {last.jaar} zijn het er naar verwachting {round(last.midden)}; "
        f"80 van de 100 keer tussen {round(last.laag)} en {round(last.hoog)}."
    )
    if found.geen_terugtoets:
        say(f"Let op: {found.geen_terugtoets}.")
    say("")
    say(f"{'school':<40}{'nu':>6}{last.jaar:>8}{'laag':>7}{'hoog':>7}  onder de norm")
    for one in found.scholen:
        end = one.reeks[-1]
        say(
            f"{one.school.naam[:38]:<40}{round(one.nu.midden):>6}{round(end.midden):>8}"
            f"{round(end.laag):>7}{round(end.hoog):>7}  {(one.norm and one.norm.jaar) or '-'}"
        )
    say("")
    for what, source in found.aannames:
        say(f"- {what} ({source})")


def _tell_scores(found: "Terugtoets") -> None:
    if not found.rijen:
        return
    say(f"{found.scholen} scholen, {found.jaren[0]} tot en met {found.jaren[-1]}; alles in procent")
    names = ("horizon", "groep", "aantal", "mape", "bias", "dekking", "naief", "laatste_ratio")
    say("".join(f"{name:>15}" for name in names))
    for row in found.as_plain():
        say("".join(f"{_dutch(row[name]):>15}" for name in names))


def _dutch(value: object) -> str:
    return str(value).replace(".", ",")
