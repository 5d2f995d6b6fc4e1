"""Personeelstekort per schoolbestuur: a figure that only the partners know."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

_PER_BESTUUR = (
    "Schoolbesturen geven dit op voor al hun scholen samen. Het is niet te verdelen over scholen "
    "of gemeenten."
)
_ALLEEN_WIE_ANTWOORDT = (
    "Alleen de schoolbesturen in deze werkruimte zijn gevraagd. Dat is niet het hele gebied."
)

INDICATOR = Indicator(
    titel="Personeelstekort",
    vraag="Welk deel van de banen op scholen is niet vervuld?",
    eenheid="%",
    soort=Soort.PRESTATIE,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.BESTUUR,
    niveaus=(PlaceKind.BESTUUR,),
    geen_niveau={
        PlaceKind.SCHOOL: _PER_BESTUUR,
        PlaceKind.PC4: _PER_BESTUUR,
        PlaceKind.GEMEENTE: _PER_BESTUUR,
        PlaceKind.SWV: _ALLEEN_WIE_ANTWOORDT,
        PlaceKind.RMC: _ALLEEN_WIE_ANTWOORDT,
        PlaceKind.PROVINCIE: _ALLEEN_WIE_ANTWOORDT,
        PlaceKind.LAND: _ALLEEN_WIE_ANTWOORDT,
    },
    definitie=(
        "Niet-vervulde voltijdbanen (fte) gedeeld door alle voltijdbanen van het schoolbestuur, "
        "alle sectoren en functies samen."
    ),
    let_op=(
        "Schoolbesturen tellen niet gelijk wat onvervuld is: vergelijk besturen niet met elkaar.",
        "Een baan die tijdelijk is opgevangen, telt bij het ene bestuur mee, bij het andere niet.",
    ),
    bron_definitie="Opgave van de schoolbesturen in deze werkruimte",
    decimalen=1,
    personen=False,
    gemeten_door="de schoolbesturen",
    zin="is {waarde} van de banen niet vervuld",
)


def compute(partner_personeelstekort: Table) -> Table:
    """Return the unfilled jobs beside the filled ones of every bestuur, in full-time jobs."""
    onvervuld = nw.col("fte_onvervuld")
    vervuld = nw.col("fte_formatie") - onvervuld
    split = partner_personeelstekort.select(
        code="bestuur",
        periode="peildatum",
        deel_laag=onvervuld,
        deel_hoog=onvervuld,
        rest_laag=vervuld,
        rest_hoog=vervuld,
        rijen=nw.lit(1).cast(nw.Int64),
    )
    parts = ("deel_laag", "deel_hoog", "rest_laag", "rest_hoog", "rijen")
    return split.group_by("code", "periode").agg(*(nw.col(name).sum() for name in parts))


EXAMPLE = Example(
    given={
        "partner_personeelstekort": """
        peildatum   bestuur sector functie      fte_formatie fte_onvervuld
        2026-10-01  41388   po     leraar       90           4.5
        2026-10-01  41388   po     schoolleider 10           0.5
        2026-10-01  41389   vo     leraar       50           0
        """,
    },
    expect=[
        ("bestuur", "41388", "2026-10-01", 5.0, 5.0),
        ("bestuur", "41389", "2026-10-01", 0.0, 0.0),
    ],
    uitleg="5 van de 100 voltijdbanen zijn niet vervuld: 5 %. Bij het andere bestuur geen enkele.",
)
