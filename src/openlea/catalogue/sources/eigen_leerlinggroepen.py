"""A municipality's own counts of pupils by group at each school: nobody publishes these."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import (
    count_high,
    count_low,
    count_range,
    day,
    is_count,
    text,
    vestiging,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import NO_COUNT, Eis, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Eigen leerlingen naar groep per school",
    uitgever="De gemeente zelf",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="De dag van de telling, bij voorkeur 1 oktober",
    editie="peildatum",
    sleutel=("vestiging", "kenmerk", "groep"),
    kop=("Teldatum", "Vestiging", "Kenmerk", "Groep", "Aantal", "Totaal"),
    klasse=Klasse.INTERN,
    afgeschermd=True,
    let_op=(
        "Alleen aantallen per school, nooit rijen over één kind.",
        "Groepen van één kenmerk sluiten elkaar uit: een leerling telt in hoogstens één mee.",
        "Zonder totaal zijn de groepen van een kenmerk samen alle leerlingen van de school.",
        "Staat er <5, geef dan ook het totaal: anders telt die school niet mee.",
        "Op de pagina is een aantal onder de vijf, of wat het zou verraden, altijd een bereik.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
KENMERKEN = ("doelgroep", "opleiding_ouders", "herkomst", "anders")
LONGEST = 80
_KENMERK = (
    pl.col("Kenmerk").str.strip_chars().str.to_lowercase().str.replace_all(" ", "_", literal=True)
)
_TOTAAL = text("Totaal")
_SCHOOL = ("peildatum", "vestiging", "kenmerk")
NO_KENMERK = "kies doelgroep, opleiding_ouders, herkomst of anders."


class Tabel(dy.Schema):
    """One row per day, school, trait and group; `totaal` counts all pupils of that school."""

    peildatum = dy.String(nullable=False, regex=r"^20\d\d-\d\d-\d\d$", primary_key=True)
    vestiging = dy.String(nullable=False, regex=r"^\d\d[A-Z]{2}\d\d$", primary_key=True)
    kenmerk = dy.String(
        nullable=False, regex=r"^(doelgroep|opleiding_ouders|herkomst|anders)$", primary_key=True
    )
    groep = dy.String(nullable=False, min_length=1, max_length=LONGEST, primary_key=True)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)
    totaal_laag = dy.Int32(nullable=True, min=0)
    totaal_hoog = dy.Int32(nullable=True, min=0)

    @dy.rule()
    def groepen_samen_meer_dan_het_totaal(cls) -> pl.Expr:  # noqa: N805  # dataframely gives the class
        """Say whether the groups of a trait fit in the total of their school."""
        samen, most = cls.aantal_laag.col.sum(), cls.totaal_hoog.col.min()
        return (samen.over(_SCHOOL) <= most.over(_SCHOOL)).fill_null(value=True)

    @dy.rule()
    def twee_totalen_voor_een_school(cls) -> pl.Expr:  # noqa: N805  # dataframely gives the class
        """Say whether a school has one total."""
        return cls.totaal_hoog.col.drop_nulls().n_unique().over(_SCHOOL) <= 1


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the counts of a file with our own heads (csv); '<5' and '-1' are hidden counts."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        day("Teldatum").alias("peildatum"),
        vestiging("Vestiging").alias("vestiging"),
        _KENMERK.alias("kenmerk"),
        text("Groep").alias("groep"),
        *count_range("Aantal", "aantal"),
        *(
            pl.when(_TOTAAL.is_not_null()).then(end("Totaal")).cast(pl.Int32).alias(name)
            for name, end in (("totaal_laag", count_low), ("totaal_hoog", count_high))
        ),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Teldatum",
        goed=day("Teldatum").str.starts_with("20"),
        reden="geen datum; schrijf jaar, maand en dag: 2026-10-01.",
    ),
    must("Vestiging", vestiging("Vestiging"), "geen BRIN met vestigingsnummer, zoals 04OS00."),
    Eis(kolom="Kenmerk", goed=_KENMERK.is_in(KENMERKEN), reden=NO_KENMERK),
    Eis(
        kolom="Groep",
        goed=text("Groep").str.len_chars().is_between(1, LONGEST),
        reden="schrijf de groep in hoogstens tachtig tekens.",
    ),
    Eis(kolom="Aantal", goed=is_count("Aantal"), reden=NO_COUNT),
    Eis(kolom="Totaal", goed=_TOTAAL.is_null() | is_count("Totaal"), reden=NO_COUNT),
    once("Vestiging", day("Teldatum"), vestiging("Vestiging"), _KENMERK, text("Groep")),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="leerlinggroepen.csv",
        inhoud=(
            b"Teldatum;Vestiging;Kenmerk;Groep;Aantal;Totaal\r\n"
            b"2026-10-01;04OS00;Opleiding ouders;mbo-2 of lager;41;212\r\n"
            b"2026-10-01;05BC00;opleiding_ouders;mbo-2 of lager;<5;180\r\n"
            b"2026-10-01;04OS00;doelgroep;doelgroep voorschool;12;\r\n"
            b"2026-10-01;04OS00;inkomen;laag;12;212\r\n"
        ),
    ),
    expect="""
        peildatum vestiging kenmerk groep aantal_laag aantal_hoog totaal_laag
        2026-10-01 04OS00 opleiding_ouders mbo-2~of~lager 41 41 212
        2026-10-01 05BC00 opleiding_ouders mbo-2~of~lager 1 4 180
        2026-10-01 04OS00 doelgroep doelgroep~voorschool 12 12 .
    """,
    afgekeurd=1,
)
