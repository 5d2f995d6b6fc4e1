"""The pictures on leerplicht: lines over schooljaren, and bars of schools."""

from collections.abc import Mapping, Sequence

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.verzuimcijfers import Cijfertabel
from openlea.services.describe_leerplicht import Leerplichtbeeld
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.charts.trend import Punt, Reeks, trend_chart

MOST_SCHOLEN = 15
AFGESCHERMD = "afgeschermd"


def over_years(
    naam: str, titel: str, reeks: Sequence[Telstaat], lijnen: Sequence[tuple[str, str]], wat: str
) -> Grafiek:
    """Return lines over the schooljaren, the first one as our own; `wat` is what is counted."""
    return trend_chart(
        naam,
        titel,
        [
            Reeks(
                naam=title,
                eigen=n == 0,
                punten=tuple(
                    Punt(periode=one.periode, bereik=one.bereik(name), woord=AFGESCHERMD)
                    for one in reeks
                ),
            )
            for n, (title, name) in enumerate(lijnen)
        ],
        eenheid=wat,
        decimals=0,
    )


def home_lines(found: Leerplichtbeeld) -> Grafiek:
    """Return who was at home, over the schooljaren."""
    lines = (("Thuiszitters", maat.THUISZITTERS), ("Langer dan drie maanden", maat.LANGER))
    return over_years("thuiszitters", "Thuiszitters per schooljaar", found.reeks, lines, "")


def report_lines(found: Leerplichtbeeld) -> Grafiek:
    """Return what schools reported, over the schooljaren."""
    lines = (
        ("16 uur of meer", "relatief_16uur"),
        ("Luxeverzuim", "luxe"),
        ("Overig", "overig"),
    )
    return over_years("meldingen", "Gemeld verzuim per schooljaar", found.reeks, lines, "")


def table_bars(tabel: Cijfertabel, jaar: str, namen: Mapping[str, str]) -> Grafiek:
    """Return the newest numbers of some rows as bars, by title of the row its shorter name."""
    rows = [one for one in tabel.regels if one.titel in namen]
    return staven_chart(
        tabel.naam,
        f"{tabel.titel} in {jaar}",
        [
            Staaf(
                naam=namen[one.titel],
                bereik=one.waarden[-1] if one.waarden else None,
                eigen=one.totaal,
                woord=AFGESCHERMD,
            )
            for one in rows
        ],
        eenheid="",
        decimals=0,
        wat="Soort",
    )


def school_bars(found: Leerplichtbeeld, namen: Mapping[str, str]) -> Grafiek:
    """Return the reports per school, most first; a hidden number is a range."""
    staat = found.staat
    codes = found.scholen[:MOST_SCHOLEN]
    return staven_chart(
        "scholen",
        "Meldingen van verzuim per school",
        [
            Staaf(
                naam=namen.get(code, code),
                bereik=staat.bereik(maat.MELDINGEN, Gebied.SCHOOL, code) if staat else None,
                woord=AFGESCHERMD,
            )
            for code in codes
        ],
        eenheid="",
        decimals=0,
    )


def share_bars(naam: str, titel: str, deel: float | None, woord: str) -> Grafiek:
    """Return one share as a bar."""
    bereik = None if deel is None else Bereik(deel, deel)
    return staven_chart(
        naam, titel, [Staaf(naam=woord, bereik=bereik, eigen=True)], decimals=1, wat="Groep"
    )
