"""What CBS says of each gemeente that matters for education: people, income, homes, distances."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import Record, as_record, cells, read_object
from openlea.catalogue.reading.cellen import decimal, gemeente
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Kerncijfers per gemeente",
    uitgever="CBS (85039NED), percentages door een derde afgeleid",
    pagina="https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85039NED/table",
    licentie="CC BY 4.0",
    cadans=Cadans.EENMALIG,
    peil="2021",
    editie="jaar",
    sleutel=("gemeente_toen", "kenmerk"),
    kop=("Gemeente", "Netherlands Total"),
    let_op=(
        "Dit is een bewerking door een derde: percentages zijn afgeleid uit aantallen van het CBS.",
        "De indeling is die van 2021. Wie opging in een andere gemeente staat bij die andere.",
        "Een gemeente die sindsdien is samengevoegd heeft daardoor meer dan één waarde.",
        (
            "'aandeel_laag_inkomen' heet in het bestand 'Low income threshold (%)'. Waarschijnlijk "
            "zijn het huishoudens met een laag inkomen; het bestand zegt niet wie geteld zijn."
        ),
        (
            "'omgevingsadressendichtheid' heet in het bestand 'Population density'. De waarden "
            "volgen de klassen van stedelijkheid: het zijn adressen per km², geen inwoners."
        ),
        "'dichtheid' is hier berekend: inwoners gedeeld door vierkante kilometers land.",
        "'stedelijkheid' loopt van 1 (zeer sterk stedelijk) tot 5 (niet stedelijk).",
        "'aandeel_jeugdzorg' is van de jongeren; tot welke leeftijd staat niet in het bestand.",
        "Westers en niet-westers is de indeling van toen; het CBS gebruikt die nu niet meer.",
        "Opleiding is het hoogst behaalde niveau; de drie delen zijn samen honderd procent.",
    ),
)

PROCENT = "procent"
_KM, _EURO, _KLASSE = "kilometer", "duizend euro", "klasse 1 tot 5"
_MOST = 10_000_000
# The kenmerk, where it stands in the file, and its unit.
KENMERKEN: Sequence[tuple[str, str, str]] = (
    ("inwoners", "Population", "inwoners"),
    ("aandeel_onder_15", "Demographics/Under 15 years (%)", PROCENT),
    ("aandeel_15_24", "Demographics/15-24 years (%)", PROCENT),
    ("aandeel_25_44", "Demographics/25-44 years (%)", PROCENT),
    ("aandeel_45_64", "Demographics/45-64 years (%)", PROCENT),
    ("aandeel_65_plus", "Demographics/65+ years (%)", PROCENT),
    ("aandeel_westerse_achtergrond", "Demographics/Western background (%)", PROCENT),
    ("aandeel_niet_westerse_achtergrond", "Demographics/Non-Western background (%)", PROCENT),
    ("omgevingsadressendichtheid", "Demographics/Population density (per km²)", "adressen per km²"),
    ("geboorten", "Demographics/Birth rate (per 1000)", "per duizend inwoners"),
    ("huishoudensgrootte", "Demographics/Avg household size", "personen"),
    ("aandeel_eenpersoonshuishoudens", "Demographics/Single-person households (%)", PROCENT),
    ("aandeel_laag_inkomen", "Inequality/Low income threshold (%)", PROCENT),
    ("aandeel_sociaal_minimum", "Inequality/At-or-below social minimum (%)", PROCENT),
    ("aandeel_tot_110_sociaal_minimum", "Inequality/Near-poverty 110% (%)", PROCENT),
    ("aandeel_tot_120_sociaal_minimum", "Inequality/Near-poverty 120% (%)", PROCENT),
    ("bijstand", "Inequality/Bijstand recipients (per 1k)", "per duizend inwoners"),
    ("aandeel_jeugdzorg", "Inequality/Youth welfare (%)", PROCENT),
    ("aandeel_laag_opgeleid", "HumanCapital/Low education (%)", PROCENT),
    ("aandeel_middelbaar_opgeleid", "HumanCapital/Medium education (%)", PROCENT),
    ("aandeel_hoog_opgeleid", "HumanCapital/High education (%)", PROCENT),
    ("arbeidsparticipatie", "HumanCapital/Labour participation (%)", PROCENT),
    ("inkomen_per_inwoner", "IncomeWealth/Avg income per inhabitant (x€1k)", _EURO),
    ("vermogen_mediaan", "IncomeWealth/Median household wealth (x€1k)", _EURO),
    ("woz_waarde", "Housing/Avg WOZ value (x€1k)", _EURO),
    ("aandeel_koopwoningen", "Housing/Owner-occupied (%)", PROCENT),
    ("aandeel_huurwoningen", "Housing/Rental homes (%)", PROCENT),
    ("aandeel_sociale_huur", "Housing/Social housing (%)", PROCENT),
    ("aandeel_eengezinswoningen", "Housing/Single-family homes (%)", PROCENT),
    ("afstand_school", "Services/Distance to school (km)", _KM),
    ("afstand_kinderopvang", "Services/Distance to daycare (km)", _KM),
    ("scholen_binnen_3_km", "Services/Schools within 3km", "scholen"),
    ("stedelijkheid", "Services/Degree of urbanisation (1–5)", _KLASSE),
    ("landoppervlakte", "Environment/Land area (km²)", "km²"),
)
UNITS: Mapping[str, str] = {name: unit for name, _, unit in KENMERKEN} | {
    "dichtheid": "inwoners per km² land"
}
_CODE = "code"
KOLOMMEN = Kolommen(bron=__file__, nodig=(_CODE, *(source for _, source, _ in KENMERKEN)))


class Tabel(dy.Schema):
    """One row per gemeente of then and kenmerk; what the file doesn't say has no row."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    kenmerk = dy.String(nullable=False, primary_key=True)
    waarde = dy.Float64(nullable=False, min=0)
    eenheid = dy.String(nullable=False)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the kenmerken of each gemeente in the file (JSON)."""
    rows = [row for bestand in unpack(files) for row in _gemeenten(bestand)]
    ruw = screen(
        add_gemeente(cells(rows, KOLOMMEN), gemeente(_CODE)),
        [
            Eis(
                kolom=_CODE,
                goed=pl.col("gemeente_toen").is_not_null(),
                reden="geen code van een gemeente.",
            ),
            Eis(kolom="Population", goed=decimal("Population") > 0, reden="geen aantal inwoners."),
            once(_CODE, pl.col("gemeente_toen")),
        ],
    )
    long = screen(replace(ruw, cellen=_long(ruw.cellen)), _VALUES)
    rijen = long.cellen.select(
        BESTAND,
        REGEL,
        "gemeente_toen",
        "gemeente",
        "kenmerk",
        jaar=pl.lit(SOURCE.peil),
        waarde=decimal("cel"),
        eenheid=pl.col("kenmerk").replace_strict(UNITS, return_dtype=pl.String),
    )
    return finish(long, rijen, Tabel)


def _long(cellen: pl.DataFrame) -> pl.DataFrame:
    """Return a row per gemeente and kenmerk with the cell as it was; an empty cell has no row."""
    keys = (BESTAND, REGEL, "gemeente_toen", "gemeente")
    land = decimal("Environment/Land area (km²)")
    wide = cellen.select(
        *keys,
        *(pl.col(source).alias(name) for name, source, _ in KENMERKEN),
        dichtheid=pl.when(land > 0).then((decimal("Population") / land).round(1).cast(pl.String)),
    )
    long = wide.unpivot(list(UNITS), index=keys, variable_name="kenmerk", value_name="cel")
    return long.filter(pl.col("cel") != "")


def _demand(kenmerk: str, source: str, unit: str) -> Eis:
    """Return the demand on the values of one kenmerk: a number, and no larger than can be."""
    low, high = {PROCENT: (0, 100), _KLASSE: (1, 5)}.get(unit, (0, _MOST))
    return Eis(
        kolom=source,
        goed=(pl.col("kenmerk") != kenmerk) | decimal("cel").is_between(low, high),
        reden=f"geen getal van {low} tot {high}.",
    )


_VALUES = [_demand(*one) for one in KENMERKEN]


def _gemeenten(bestand: Bestand) -> list[tuple[str, int, Record | None]]:
    """Return one flat object per gemeente, its groups put before the names in them."""
    content = read_object(bestand)
    gemeenten = as_record(content.get("Gemeente"))
    if gemeenten is None:
        raise KOLOMMEN.changed("Gemeente", list(content))
    return [
        (bestand.naam, number, _flat(code, said))
        for number, (code, said) in enumerate(gemeenten.items(), start=1)
    ]


def _flat(code: str, said: object) -> Record | None:
    record = as_record(said)
    if record is None:
        return None
    flat: dict[str, object] = {_CODE: code}
    for name, value in record.items():
        group = as_record(value)
        flat |= {name: value} if group is None else {f"{name}/{k}": v for k, v in group.items()}
    return flat


EXAMPLE = Sample(
    bestand=Bestand(
        naam="nl_data.json",
        inhoud="""{"Gemeente": {"GM0402": {"Naam": "Hilversum", "Provincie": "Noord-Holland",
"Population": 91235,
"Demographics": {"Under 15 years (%)": 16.85, "15-24 years (%)": 10.76, "25-44 years (%)": 26.36,
 "45-64 years (%)": 27.1, "65+ years (%)": 18.93, "Non-Western background (%)": 15.63,
 "Western background (%)": 14.17, "Population density (per km²)": 2764.0,
 "Birth rate (per 1000)": 10.0, "Avg household size": 2.1, "Single-person households (%)": 41.5},
"Inequality": {"Low income threshold (%)": 6.6, "At-or-below social minimum (%)": 6.5,
 "Near-poverty 110% (%)": 9.5, "Near-poverty 120% (%)": 12.1,
 "Bijstand recipients (per 1k)": 23.68, "Youth welfare (%)": 10.6},
"HumanCapital": {"High education (%)": 39.93, "Medium education (%)": 35.35,
 "Low education (%)": 24.71, "Labour participation (%)": 70.0},
"Housing": {"Avg WOZ value (x€1k)": 358.0, "Owner-occupied (%)": 54.0, "Rental homes (%)": 46.0,
 "Social housing (%)": 30.0, "Single-family homes (%)": 59.0},
"IncomeWealth": {"Avg income per inhabitant (x€1k)": 33.5,
 "Median household wealth (x€1k)": 108.3},
"Services": {"Distance to school (km)": 0.5, "Distance to daycare (km)": 0.5,
 "Schools within 3km": 17.3, "Degree of urbanisation (1–5)": 1.0},
"Environment": {"Land area (km²)": 45.61}}}, "Netherlands Total": {}}""".encode(),
    ),
    expect="""
        jaar gemeente kenmerk                           waarde
        2021 GM0402   inwoners                          91235
        2021 GM0402   aandeel_onder_15                  16.85
        2021 GM0402   aandeel_15_24                     10.76
        2021 GM0402   aandeel_25_44                     26.36
        2021 GM0402   aandeel_45_64                     27.1
        2021 GM0402   aandeel_65_plus                   18.93
        2021 GM0402   aandeel_westerse_achtergrond      14.17
        2021 GM0402   aandeel_niet_westerse_achtergrond 15.63
        2021 GM0402   omgevingsadressendichtheid        2764
        2021 GM0402   geboorten                         10
        2021 GM0402   huishoudensgrootte                2.1
        2021 GM0402   aandeel_eenpersoonshuishoudens    41.5
        2021 GM0402   aandeel_laag_inkomen              6.6
        2021 GM0402   aandeel_sociaal_minimum           6.5
        2021 GM0402   aandeel_tot_110_sociaal_minimum   9.5
        2021 GM0402   aandeel_tot_120_sociaal_minimum   12.1
        2021 GM0402   bijstand                          23.68
        2021 GM0402   aandeel_jeugdzorg                 10.6
        2021 GM0402   aandeel_laag_opgeleid             24.71
        2021 GM0402   aandeel_middelbaar_opgeleid       35.35
        2021 GM0402   aandeel_hoog_opgeleid             39.93
        2021 GM0402   arbeidsparticipatie               70
        2021 GM0402   inkomen_per_inwoner               33.5
        2021 GM0402   vermogen_mediaan                  108.3
        2021 GM0402   woz_waarde                        358
        2021 GM0402   aandeel_koopwoningen              54
        2021 GM0402   aandeel_huurwoningen              46
        2021 GM0402   aandeel_sociale_huur              30
        2021 GM0402   aandeel_eengezinswoningen         59
        2021 GM0402   afstand_school                    0.5
        2021 GM0402   afstand_kinderopvang              0.5
        2021 GM0402   scholen_binnen_3_km               17.3
        2021 GM0402   stedelijkheid                     1
        2021 GM0402   landoppervlakte                   45.61
        2021 GM0402   dichtheid                         2000.3
    """,
)
