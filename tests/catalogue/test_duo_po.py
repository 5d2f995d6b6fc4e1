"""Pupils and schools of primary education as DUO published them: totals checked by hand."""

import polars as pl
import pytest

from openlea.catalogue.reading.gelezen import Gelezen
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile
from tests.catalogue.published import assert_fits, only, source, taken

AGES = "duo/01.-leerlingen-po*.csv"
POSTCODES = "duo-postcode4/*"
ADDRESSES = "duo/02.-alle-schoolvestigingen*.csv"
LEVELS = "duo/10.-leerlingen-bo-referentieniveaus*.csv"
HILVERSUM = "GM0402"
SCHOOL = ["vestiging", "soort"]


def by_age() -> pl.DataFrame:
    """Return pupils by age, of all schools."""
    return taken("duo_leerlingen_po", AGES).rijen


def by_postcode() -> pl.DataFrame:
    """Return pupils by postcode, of the gemeenten of which the file is here."""
    return taken("duo_leerlingen_po_postcode", POSTCODES).rijen


def ranges(rijen: pl.DataFrame) -> pl.DataFrame:
    """Return per vestiging and soort how many pupils there are at least and at most."""
    return rijen.group_by(SCHOOL).agg(pl.col("aantal_laag", "aantal_hoog").sum())


def changed(id_: str, naam: str, old: str, new: str) -> Gelezen:
    """Return what is read of the sample with one thing changed in it."""
    sample = source(id_).sample.bestand
    assert old.encode() in sample.inhoud
    inhoud = sample.inhoud.replace(old.encode(), new.encode(), 1)
    return source(id_).parse([Bestand(naam=naam, inhoud=inhoud)])


def test_hilversum_has_8978_pupils_and_38_hidden_counts() -> None:
    rijen = only(by_age(), gemeente=HILVERSUM)
    schools = rijen.select(SCHOOL).unique()
    assert schools.height == 38
    assert only(schools, soort="bo").height == 27
    hidden = pl.col("aantal_laag") != pl.col("aantal_hoog")
    assert rijen.filter(hidden).height == 38
    assert rijen.filter(~hidden)["aantal_laag"].sum() == 8978


def test_the_27_primary_schools_of_hilversum_are_the_27_with_an_address() -> None:
    schools = only(by_age(), gemeente=HILVERSUM, soort="bo")["vestiging"].unique()
    addresses = only(taken("duo_vestigingen_po", ADDRESSES).rijen, gemeente=HILVERSUM)
    assert sorted(schools) == sorted(addresses["vestiging"])


def test_all_7123_schools_are_read_and_in_71_percent_a_count_is_hidden() -> None:
    got = taken("duo_leerlingen_po", AGES)
    assert (got.rijen_in, got.afgekeurd.height, got.let_op) == (7123, 0, ())
    hidden = got.rijen.group_by([*SCHOOL, "cluster"]).agg(
        (pl.col("aantal_laag") != pl.col("aantal_hoog")).any().alias("hidden")
    )
    assert hidden.height == 7123
    assert round(100 * hidden["hidden"].sum() / hidden.height) == 71
    assert_fits("duo_leerlingen_po", got)


def test_an_age_without_pupils_is_nought_and_not_left_out() -> None:
    rijen = by_age()
    assert rijen.height == 7123 * 23
    assert sorted(rijen["leeftijd"].unique()) == list(range(3, 26))


def test_both_tables_of_pupils_agree_but_for_the_13_schools_where_duo_says_two_things() -> None:
    known, placed = ranges(by_age()), ranges(by_postcode())
    both = known.join(placed, on=SCHOOL, suffix="_p")
    agree = (pl.col("aantal_laag") <= pl.col("aantal_hoog_p")) & (
        pl.col("aantal_laag_p") <= pl.col("aantal_hoog")
    )
    assert both.height == 7002
    assert both.filter(agree).height == 6989
    contradictions = both.filter(~agree)["vestiging"].to_list()
    assert {"17YV00", "17YV01", "20RJ00", "30EF02"} <= set(contradictions)
    assert known.join(placed, on=SCHOOL, how="anti").height == 121


def test_all_files_by_postcode_are_read_together_and_the_empty_one_is_said() -> None:
    got = taken("duo_leerlingen_po_postcode", POSTCODES)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (108_856, 323_410, 0)
    assert got.let_op == ("Ridderkerk afgeschermd.csv: het bestand is leeg (0 bytes).",)
    assert_fits("duo_leerlingen_po_postcode", got)


def test_a_pupil_from_abroad_has_an_origin_and_no_postcode() -> None:
    abroad = by_postcode().filter(pl.col("herkomst") != "nederland")
    assert set(abroad["herkomst"]) == {"belgie", "duitsland", "ander_land", "onbekend"}
    assert abroad.select("postcode4", "gemeente_leerling").null_count().row(0) == (
        abroad.height,
        abroad.height,
    )


def test_a_postcode_lies_in_one_gemeente() -> None:
    pupils = by_postcode().filter(pl.col("postcode4").is_not_null())
    pairs = pupils.select("postcode4", "gemeente_leerling").unique()
    assert pairs["postcode4"].is_unique().all()
    assert pairs["gemeente_leerling"].null_count() == 0


def test_addresses_have_their_letters_and_an_empty_cell_is_nothing() -> None:
    got = taken("duo_vestigingen_po", ADDRESSES)
    assert (got.rijen.height, got.afgekeurd.height) == (6109, 0)
    assert only(got.rijen, vestiging="32HX00")["naam"].to_list() == ["’t Palet Holy"]
    assert only(got.rijen, vestiging="32JK00")["internetadres"].to_list() == [None]
    assert set(got.rijen["peildatum"]) == {"2026-01-01"}
    assert_fits("duo_vestigingen_po", got)


def test_a_day_in_the_name_of_a_file_with_addresses_is_its_day() -> None:
    got = changed("duo_vestigingen_po", "vestigingen-20260615.csv", "Drenthe", "Drenthe")
    assert set(got.rijen["peildatum"]) == {"2026-06-15"}


def test_levels_of_two_years_lie_side_by_side() -> None:
    got = taken("duo_referentieniveaus", LEVELS)
    assert got.rijen_in == 6150 + 6122
    assert got.rijen.height == 10 * got.rijen_in
    assert set(got.rijen["peildatum"]) == {"2023-10-01", "2024-10-01"}
    assert only(got.rijen, domein="rekenen", niveau="2f")["aantal_hoog"].sum() == 0
    assert_fits("duo_referentieniveaus", got)


def test_in_91_percent_of_the_schools_a_level_is_hidden() -> None:
    rijen = only(taken("duo_referentieniveaus", LEVELS).rijen, peildatum="2024-10-01")
    hidden = rijen.group_by(SCHOOL).agg(
        (pl.col("aantal_laag") != pl.col("aantal_hoog")).any().alias("hidden")
    )
    assert round(100 * hidden["hidden"].sum() / hidden.height) == 91


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('"20241001"', '"20241301"', "PEILDATUM"),
        ('"04OS";"00"', '"4OS";"00"', "INSTELLINGSCODE"),
        ('"0402"', '"X402"', "GEMEENTENUMMER"),
        ('"Vso"', '"Mbo"', "SOORT_PO"),
        ('"41388"', '"-1"', "BEVOEGD_GEZAG_NUMMER"),
        ('"1087"', '"50"', "POSTCODE_LEERLING"),
        ('"Amsterdam"', '"Nergenshuizen"', "GEMEENTENAAM_LEERLING"),
        ('"<5"', '"-3"', "LEEFTIJD_12"),
        ('"<5"', '"123456789"', "LEEFTIJD_12"),
        ('"<5"', '"2,5"', "LEEFTIJD_12"),
        ('"<5"', '""', "LEEFTIJD_12"),
        ('"<5"', '"4"', "LEEFTIJD_12"),
        ('"0402"', '"0403"', "GEMEENTENUMMER"),
        ('"Noord-Holland"', '"Zuid-Holland"', "GEMEENTENUMMER"),
        ('"1087"', '"1087AB"', "POSTCODE_LEERLING"),
    ],
)
def test_a_row_that_cannot_be_right_is_left_out_with_its_line_column_and_reason(
    old: str, new: str, column: str
) -> None:
    got = changed("duo_leerlingen_po_postcode", "een.csv", old, new)
    assert got.afgekeurd.height == 1
    bestand, regel, kolom, reden = got.afgekeurd.row(0)
    assert (bestand, kolom) == ("een.csv", column)
    assert regel in (2, 3)
    assert reden.endswith(".")
    assert new.strip('"') not in reden or not new.strip('"')
    assert got.rijen_in == 2
    assert got.rijen.height > 0


def test_a_row_of_another_day_than_the_rest_is_left_out() -> None:
    sample = source("duo_leerlingen_po").sample.bestand
    head, row = sample.inhoud.decode().strip().split("\n")
    rows = [row.replace('"00SL"', f'"0{nr}SL"') for nr in range(3)]
    rows[1] = rows[1].replace("20241001", "20231001")
    inhoud = "\n".join([head, *rows]).encode()
    got = source("duo_leerlingen_po").parse([Bestand(naam="een.csv", inhoud=inhoud)])
    assert set(got.rijen["peildatum"]) == {"2024-10-01"}
    assert got.afgekeurd.row(0)[1:3] == (3, "PEILDATUM")


@pytest.mark.parametrize("id_", ["duo_leerlingen_po", "duo_leerlingen_po_postcode"])
def test_heads_of_ages_that_changed_places_are_not_believed(id_: str) -> None:
    with pytest.raises(BadFile, match="verwisseld"):
        changed(id_, "een.csv", '"LEEFTIJD_8";"LEEFTIJD_9"', '"LEEFTIJD_9";"LEEFTIJD_8"')


def test_totals_of_one_school_that_cannot_be_the_same_pupils_are_left_out() -> None:
    got = changed("duo_referentieniveaus", "een.csv", '"<5";"13";"7"', '"<5";"31";"7"')
    assert got.afgekeurd.select("regel", "kolom").row(0) == (2, "lezen")


def test_a_hidden_count_of_ckan_means_the_same() -> None:
    got = changed("duo_leerlingen_po_postcode", "een.csv", '"<5"', '"-1"')
    assert got.rijen.filter(pl.col("leeftijd") == 12).select("aantal_laag", "aantal_hoog").row(
        0
    ) == (1, 4)


def test_a_row_that_comes_twice_counts_once() -> None:
    sample = source("duo_leerlingen_po").sample.bestand
    twice = sample.inhoud + sample.inhoud.partition(b"\n")[2]
    got = source("duo_leerlingen_po").parse([Bestand(naam="een.csv", inhoud=twice)])
    assert (got.rijen_in, got.rijen.height) == (2, 23)
    assert got.afgekeurd.row(0)[1:3] == (3, "VESTIGINGSCODE")
