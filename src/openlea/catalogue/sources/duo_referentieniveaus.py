"""Leerlingen van groep 8 naar behaald referentieniveau, per vestiging (DUO)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    bestuur_eis,
    day_eis,
    gemeente_eis,
    provincie_eis,
    same_day,
    soort_eis,
    vestiging_eis,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import same_place
from openlea.catalogue.reading.keuring import Eis, counts_by_column, finish, once, screen
from openlea.catalogue.reading.ruw import Kolommen
from openlea.catalogue.reading.sommen import sum_of
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

DOMEINEN = {
    "rekenen": ("REKENEN", ("LAGER1F", "1F", "1S", "2F")),
    "lezen": ("LV", ("LAGER1F", "1F", "2F")),
    "taalverzorging": ("TV", ("LAGER1F", "1F", "2F")),
}
NIVEAUS = {
    f"{begin}_{niveau}": (domein, niveau.lower())
    for domein, (begin, niveaus) in DOMEINEN.items()
    for niveau in niveaus
}

SOURCE = Bron(
    titel="Behaalde referentieniveaus per basisschool",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/primair-onderwijs/aantal-leerlingen/",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober van het schooljaar waarin de toets is gemaakt",
    editie="peildatum",
    sleutel=("vestiging", "soort", "domein", "niveau"),
    kop=("PEILDATUM", "INSTELLINGSCODE", "VESTIGINGSCODE", "SOORT_PO", "REKENEN_1F", "LV_1F"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Negen van de tien scholen hebben een afgeschermd aantal: een aandeel is vaak een bereik.",
        "Bij rekenen is 1S het streefniveau; 2F staat er wel, maar is overal nul.",
        "Vanaf 2023/24 is er de doorstroomtoets: niet te vergelijken met de eindtoets daarvoor.",
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "PEILDATUM",
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "INSTELLINGSNAAM_VESTIGING",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "PROVINCIE",
        "SOORT_PO",
        "DENOMINATIE_VESTIGING",
        "BEVOEGD_GEZAG_NUMMER",
        *NIVEAUS,
    ),
    reeks="|".join(NIVEAUS),
    bekend="POSTCODE_VESTIGING|PLAATSNAAM",
)
VESTIGING = cellen.vestiging("INSTELLINGSCODE", "VESTIGINGSCODE")
TOTALS = {
    domein: sum_of(f"{begin}_{niveau}" for niveau in niveaus)
    for domein, (begin, niveaus) in DOMEINEN.items()
}
OTHER_TOTAL = "het aantal leerlingen kan niet gelijk zijn aan dat bij rekenen."
EISEN = (
    day_eis(),
    same_day(),
    vestiging_eis("INSTELLINGSCODE", "VESTIGINGSCODE"),
    gemeente_eis(),
    provincie_eis(),
    soort_eis(),
    bestuur_eis("BEVOEGD_GEZAG_NUMMER"),
    *(
        Eis(kolom=naam, goed=TOTALS["rekenen"].overlaps(total), reden=OTHER_TOTAL)
        for naam, total in TOTALS.items()
    ),
    once("VESTIGINGSCODE", cellen.day("PEILDATUM"), VESTIGING, cellen.text("SOORT_PO")),
)


class Tabel(dy.Schema):
    """One row per vestiging, domein and niveau; also where nobody is at that level."""

    peildatum = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    naam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    provincie = dy.String(nullable=False)
    soort = dy.String(nullable=False)
    denominatie = dy.String(nullable=True)
    bestuur = dy.String(nullable=False)
    domein = dy.String(nullable=False)
    niveau = dy.String(nullable=False)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging, domein and niveau; the wide file has a column per niveau."""
    ruw = screen(read_text(files, KOLOMMEN), EISEN)
    ruw = same_place(ruw, name="GEMEENTENAAM", provincie="PROVINCIE")
    rijen, ruw = counts_by_column(
        ruw,
        {name: name for name in NIVEAUS},
        label="kolom",
        keep=[
            cellen.day("PEILDATUM").alias("peildatum"),
            VESTIGING.alias("vestiging"),
            cellen.text("INSTELLINGSNAAM_VESTIGING").alias("naam"),
            cellen.gemeente("GEMEENTENUMMER").alias("gemeente"),
            cellen.provincie("PROVINCIE").alias("provincie"),
            cellen.text("SOORT_PO").str.to_lowercase().alias("soort"),
            cellen.text("DENOMINATIE_VESTIGING").alias("denominatie"),
            cellen.bestuur("BEVOEGD_GEZAG_NUMMER").alias("bestuur"),
        ],
    )
    return finish(ruw, rijen.with_columns(_part("domein", 0), _part("niveau", 1)), Tabel)


def _part(name: str, place: int) -> pl.Expr:
    """Return the domein or the niveau that a column stands for."""
    words = {column: parts[place] for column, parts in NIVEAUS.items()}
    return pl.col("kolom").replace_strict(words, return_dtype=pl.String).alias(name)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="10.-leerlingen-bo-referentieniveaus-2024-2025.csv",
        inhoud=b"""\
\xef\xbb\xbf"PEILDATUM";"INSTELLINGSCODE";"VESTIGINGSCODE";"INSTELLINGSNAAM_VESTIGING"\
;"POSTCODE_VESTIGING";"PLAATSNAAM";"GEMEENTENUMMER";"GEMEENTENAAM";"PROVINCIE";"SOORT_PO"\
;"DENOMINATIE_VESTIGING";"BEVOEGD_GEZAG_NUMMER"\
;"REKENEN_LAGER1F";"REKENEN_1F";"REKENEN_1S";"REKENEN_2F"\
;"LV_LAGER1F";"LV_1F";"LV_2F";"TV_LAGER1F";"TV_1F";"TV_2F"
"20241001";"00AR";"00";"BS ""De Maasparel""\
";"6107AW";"STEVENSWEERT";"1641";"Maasgouw";"Limburg";"Bo"\
;"Rooms-Katholiek";"41797";"<5";"13";"7";"0";"0";"8";"13";"0";"12";"9"
"20241001";"04DT";"00";"GBS De Wegwijzer";"1217GS";"HILVERSUM";"0402";"Hilversum"\
;"Noord-Holland";"Bo";"Gereformeerd vrijgemaakt";"40945"\
;"0";"7";"13";"0";"0";"<5";"18";"0";"5";"15"
""",
    ),
    expect="""
        peildatum   vestiging  naam              gemeente  domein          niveau   aantal
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    rekenen         lager1f  <5
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    rekenen         1f       13
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    rekenen         1s       7
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    rekenen         2f       0
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    lezen           lager1f  0
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    lezen           1f       8
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    lezen           2f       13
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    taalverzorging  lager1f  0
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    taalverzorging  1f       12
        2024-10-01  00AR00     BS~"De~Maasparel" GM1641    taalverzorging  2f       9
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    rekenen         lager1f  0
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    rekenen         1f       7
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    rekenen         1s       13
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    rekenen         2f       0
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    lezen           lager1f  0
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    lezen           1f       <5
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    lezen           2f       18
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    taalverzorging  lager1f  0
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    taalverzorging  1f       5
        2024-10-01  04DT00     GBS~De~Wegwijzer  GM0402    taalverzorging  2f       15
    """,
)
