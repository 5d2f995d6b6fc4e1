"""How far pupils of so, sbo and vso travel, of a gemeente or of all: no werkruimte is needed."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, tell

if TYPE_CHECKING:
    from openlea.core.onthulling import Bereik
    from openlea.policy.vervoer import Tarief
    from openlea.services.describe_vervoer import Vervoer

Gemeenten = Annotated[
    tuple[str, ...],
    Parameter(name="--gemeente", help="Naam of code van waar zij wonen; mag vaker.", negative=""),
]
Alle = Annotated[bool, Parameter(name="--alle", negative="", help="Alle gemeenten in één keer.")]
Grens = Annotated[
    float | None, Parameter(name="--grens", help="Grens in km, in plaats van de verordening.")
]
Tarieven = Annotated[
    Path | None, Parameter(name="--tarieven", help="Eigen tarieven (toml), elk met een bron.")
]
Routes = Annotated[
    bool,
    Parameter(
        name="--routes",
        negative="",
        help="Vraag eerst de wegen aan de routeplanner (OPENLEA_ROUTER).",
    ),
]
Out = Annotated[Path | None, Parameter(name="--out", help="Schrijf een bestand (csv of json).")]


def add_to(app: App) -> None:
    """Add the command that tells how far pupils travel."""
    app.command(vervoer)


def vervoer(
    *,
    gemeente: Gemeenten = (),
    alle: Alle = False,
    grens: Grens = None,
    tarieven: Tarieven = None,
    routes: Routes = False,
    out: Out = None,
    data: Data = None,
    json: Json = False,
) -> None:
    """Reken uit hoe ver leerlingen so, sbo en vso reizen, en hoeveel er verder wonen dan de grens.

    Aantallen die DUO als '<5' geeft, blijven een bereik van laag tot hoog.
    """
    codes = _codes(gemeente, data, alle=alle)
    if routes:
        _ask_roads(codes)
    from openlea.services.describe_vervoer import describe_vervoer
    from openlea.services.vervoer.uitkomst import as_plain

    found = describe_vervoer(codes, grens=grens, tarieven=_tariffs(tarieven))
    if out is not None:
        from openlea.services.write_vervoer import write_vervoer

        out.write_bytes(write_vervoer(found, out.suffix.removeprefix(".")))
    return tell(as_plain(found)) if json else _tell(found)


def _ask_roads(codes: list[str]) -> None:
    from openlea.services.fetch_wegen import fetch_wegen

    found = fetch_wegen(codes, say=_progress)
    sys.stderr.write(
        f"{found.nieuw} wegen gevraagd, {found.bekend} waren bekend, {found.geen} zijn er niet.\n"
    )


def _progress(text: str, done: int, total: int) -> None:
    sys.stderr.write(f"{text}: {done} van {total} postcodes\n")


def _codes(gemeente: tuple[str, ...], data: Path | None, *, alle: bool) -> list[str]:
    """Wake up and return the codes of what was asked; none is all of them."""
    from openlea.core.errors import BadInput, Fout

    if bool(gemeente) is alle:
        raise BadInput([Fout("", "gemeente", "noem een --gemeente, of vraag ze met --alle.")])
    if data is not None:
        os.environ["OPENLEA_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
    import django

    django.setup()
    from openlea.services.find_gemeente import find_gemeente

    return [find_gemeente(one).code for one in gemeente]


def _tariffs(file: Path | None) -> "tuple[Tarief, ...] | None":
    if file is None:
        return None
    from openlea.catalogue.vervoerkast import read_file
    from openlea.policy.vervoer import read_tarieven

    return read_tarieven(read_file(file))


def _tell(found: "Vervoer") -> None:
    way = found.wijze
    say(f"DUO, leerlingen po naar postcode, {found.peildatum}. Omwegfactor {way.omweg.waarde:g}.")
    say(f"{'gemeente':<10}{'soort':<7}{'leerlingen':>12}{'verder dan':>12}{'grens':>8}{'km':>14}")
    for one in found.soorten:
        km = "onbekend" if one.km is None else _range(one.km, 1)
        say(
            f"{one.gemeente:<10}{one.soort:<7}{_range(one.leerlingen):>12}"
            f"{_range(one.verder):>12}{_comma(one.grens, 1):>8}{km:>14}"
        )
    if not found.soorten:
        say("Van deze gemeente heeft DUO geen bestand met postcodes, of er wonen geen leerlingen.")


def _range(bereik: "Bereik", decimals: int = 0) -> str:
    ends = dict.fromkeys(_comma(end, decimals) for end in (bereik.laag, bereik.hoog))
    return "-".join(ends)


def _comma(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
