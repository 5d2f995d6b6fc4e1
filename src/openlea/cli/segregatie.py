"""Says of a file how unevenly groups are spread over schools, and how much of it is chance."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.services.measure_segregatie import Maat, Meting

Unit = Annotated[str, Parameter(name="--unit", help="Kop van de kolom met de school.")]
Groep = Annotated[str, Parameter(name="--groep", help="Kop van de kolom met de groep.")]
Aantal = Annotated[str, Parameter(name="--aantal", help="Kop van de kolom met het aantal.")]
Plaats = Annotated[str, Parameter(name="--plaats", help="Kop van de kolom met de plaats.")]
Periode = Annotated[str, Parameter(name="--periode", help="Kop van de kolom met de periode.")]
Waarde = Annotated[
    str,
    Parameter(name="--groep-waarde", help="Welke groep naast de rest staat (anders: de kleinste)."),
]
Trekkingen = Annotated[
    int, Parameter(name="--trekkingen", help="Hoe vaak alle leerlingen opnieuw worden getrokken.")
]
Zaad = Annotated[int, Parameter(name="--zaad", help="Hetzelfde zaad geeft dezelfde uitkomst.")]
DELEN = (
    (1 / 20, "één op de twintig"),
    (1 / 10, "één op de tien"),
    (1 / 8, "één op de acht"),
    (1 / 7, "één op de zeven"),
    (1 / 6, "één op de zes"),
    (1 / 5, "één op de vijf"),
    (1 / 4, "één op de vier"),
    (1 / 3, "één op de drie"),
    (2 / 5, "twee op de vijf"),
    (1 / 2, "de helft van de"),
    (3 / 5, "drie op de vijf"),
    (2 / 3, "twee op de drie"),
    (3 / 4, "drie op de vier"),
    (9 / 10, "negen op de tien"),
    (1.0, "alle"),
)
MINDER = 1 / 40


def add_to(app: App) -> None:
    """Add the command that measures segregation in a file."""
    app.command(segregatie)


def segregatie(  # noqa: PLR0913  each is an option of the command
    file: Path,
    /,
    *,
    unit: Unit,
    groep: Groep,
    aantal: Aantal,
    plaats: Plaats = "",
    periode: Periode = "",
    groep_waarde: Waarde = "",
    trekkingen: Trekkingen = 200,
    zaad: Zaad = 1,
    json: Json = False,
) -> None:
    """Reken uit hoe ongelijk groepen over scholen zijn verdeeld, uit een eigen csv of xlsx.

    Er is geen werkruimte nodig en er gaat niets naar een server.
    """
    from openlea.services.measure_segregatie import measure_segregatie
    from openlea.services.segregatiemeting.lezen import Kolommen

    kolommen = Kolommen(unit=unit, groep=groep, aantal=aantal, plaats=plaats, periode=periode)
    meting = measure_segregatie(
        file, kolommen, groep=groep_waarde, trekkingen=trekkingen, zaad=zaad
    )
    if json:
        print(_groups(meting), file=sys.stderr)
        return tell([maat.as_plain() for maat in meting.maten])
    return _tell(meting, f"{trekkingen} trekkingen, zaad {zaad}")


def _groups(meting: "Meting") -> str:
    rest = ", ".join(meting.groepen[1:])
    return f"Groep '{meting.groep}' staat naast de rest ({rest})."


def _tell(meting: "Meting", how: str) -> None:
    """Print per place and period a sentence and a table."""
    say(f"{_groups(meting)} Toeval: {how}.")
    for (plaats, periode), maten in groupby(
        meting.maten, key=lambda one: (one.plaats, one.periode)
    ):
        rows = list(maten)
        say("")
        say(" ".join(part for part in (plaats, periode) if part) or "Alle scholen samen")
        say(sentence(rows, meting.groep))
        say(f"{'maat':<24}{'waarde':>9}{'laag':>9}{'hoog':>9}{'verwacht':>10}{'gecorrigeerd':>14}")
        for one in rows:
            say(
                f"{one.index:<24}{_number(one.waarde):>9}{_number(one.laag):>9}"
                f"{_number(one.hoog):>9}{_number(one.verwacht):>10}{_number(one.gecorrigeerd):>14}"
                f"{'  kan toeval zijn' if one.is_toeval else ''}"
            )


def sentence(maten: "Sequence[Maat]", groep: str) -> str:
    """Return what the unevenness of one place means, for who knows no index."""
    found = next(one for one in maten if one.index == "dissimilariteit")
    if found.is_toeval:
        return (
            f"De scholen verschillen niet meer in leerlingen met '{groep}' "
            "dan door toeval alleen kan komen."
        )
    who, end = f"leerlingen met '{groep}'", "van school moeten wisselen om overal gelijk te zijn."
    if found.laag is not None and found.hoog is not None and found.is_bereik:
        ends = f"{_percent(found.laag)} en {_percent(found.hoog)}"
        return f"Tussen {ends} van de {who} zou {end}"
    value = found.waarde if found.gecorrigeerd is None else found.gecorrigeerd
    if value is None:
        return "Hier is niets te berekenen: er is maar één school, of één groep."
    if value < MINDER:
        return f"Bijna geen leerling met '{groep}' hoeft van school te wisselen."
    part = min(DELEN, key=lambda deel: abs(deel[0] - value))[1]
    verb = "zou" if part.startswith(("één", "de helft")) else "zouden"
    return f"Ongeveer {part} {who} {verb} {end}"


def _percent(value: float) -> str:
    return f"{value * 100:.0f}%"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",")
