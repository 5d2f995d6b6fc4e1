"""The workbooks of the Inspectie: sheets by what is in them, and schools by another key."""

from dataclasses import replace

import polars as pl
import pytest

from openlea.catalogue.reading.bladen import read_cells_of, read_sheets
from openlea.catalogue.reading.herkennen import recognise
from openlea.catalogue.reading.inspectie import school_years
from openlea.catalogue.reading.ruw import Kolommen
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile
from tests.catalogue.published import assert_fits, only, real_files, source, taken

WEGING, RESULTS = "inspectie/schoolweging.ods", "inspectie/leerresultaten.ods"
KOLOMMEN = Kolommen(bron="een_bron", nodig=("Code", "Naam"), ook="Getal")


def test_all_sheets_with_a_schoolweging_are_read_and_those_with_words_are_not() -> None:
    got = taken("inspectie_schoolweging", WEGING)
    assert (got.rijen_in, got.afgekeurd.height, got.let_op) == (6_338 + 3 * 6_410, 0, ())
    assert got.rijen["schooljaar"].value_counts().sort("schooljaar").rows() == [
        ("2021/22", 6_410),
        ("2022/23", 6_410),
        ("2023/24", 6_410),
        ("driejaars 2021/22-2023/24", 6_338),
    ]
    assert_fits("inspectie_schoolweging", got)


def test_of_125_schools_the_weging_is_not_known_and_that_is_not_nought() -> None:
    latest = only(taken("inspectie_schoolweging", WEGING).rijen, schooljaar="2023/24")
    assert latest["weging"].null_count() == 125
    assert latest.filter(pl.col("weging") < 10).height == 0


def test_each_primary_school_of_hilversum_has_a_schoolweging() -> None:
    pupils = taken("duo_leerlingen_po", "duo/01.-leerlingen-po*.csv").rijen
    schools = only(pupils, gemeente="GM0402", soort="bo")["vestiging"].str.slice(0, 4).unique()
    weighed = taken("inspectie_schoolweging", WEGING).rijen["brin"].unique()
    assert len(schools) == 27
    assert set(schools) <= set(weighed)


def test_a_c_number_becomes_a_vestiging_and_an_unknown_one_none() -> None:
    rijen = taken("inspectie_schoolweging", WEGING).rijen
    keys = rijen.with_columns(c=pl.col("ovt").str.slice(5), nr=pl.col("vestiging").str.slice(4))
    assert set(keys.select("c", "nr").unique().rows()) == {
        ("C1", "00"),
        ("C2", "01"),
        ("C3", "03"),
        ("C4", "04"),
        ("C5", None),
        ("C6", None),
    }
    assert any("aanname" in sentence for sentence in source("inspectie_schoolweging").bron.let_op)


def test_numbers_written_as_text_with_a_comma_are_the_same_numbers() -> None:
    got = taken("inspectie_leerresultaten", RESULTS)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (6_205, 6_205, 0)
    row = only(got.rijen, ovt="00AP|C1").row(0, named=True)
    assert (row["aandeel_1f"], row["schoolweging"], row["signaal_1s2f"]) == (93.02, 31.47, 43.5)
    assert (row["schooljaar"], row["leerlingen_laag"]) == ("2024/25", 43)
    assert_fits("inspectie_leerresultaten", got)


def test_a_star_is_a_hidden_count_and_no_share() -> None:
    rijen = taken("inspectie_leerresultaten", RESULTS).rijen
    starred = rijen.filter(pl.col("leerlingen_laag") != pl.col("leerlingen_hoog"))
    assert starred.height == 8
    assert starred.select("leerlingen_laag", "leerlingen_hoog").unique().rows() == [(1, 4)]
    assert starred["aandeel_1f"].null_count() == 8


def test_below_in_one_of_two_outcomes_is_below() -> None:
    rijen = taken("inspectie_leerresultaten", RESULTS).rijen
    below = pl.col("oordeel") == "Onder de signaleringswaarde"
    one = pl.any_horizontal(pl.col("oordeel_1f", "oordeel_1s2f") == "Onder de signaleringswaarde")
    assert rijen.filter(below != one).height == 0
    assert 690 <= rijen.filter(below).height <= 690 + 56


def test_next_year_is_read_with_its_own_heads() -> None:
    head = "OVT;Naam;BGNR;schoolweging 2022/2023, 2023/2024, 2024/2025"
    file = workbook("x.ods", {"Gemiddelde": f"Een titel\n{head}\n00AR|C1;De Maasparel;41797;27,78"})
    got = source("inspectie_schoolweging").parse([file])
    assert got.rijen.select("schooljaar", "weging").row(0) == ("driejaars 2022/23-2024/25", 27.78)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [("00AR|C1", "00AR", "OVT"), ("27.52", "275.2", "schoolweging"), ("5.93", "veel", "spreiding")],
)
def test_a_row_that_cannot_be_right_is_left_out_by_sheet_and_line(
    old: str, new: str, column: str
) -> None:
    lines = "OVT;Naam;BGNR;schoolweging;spreiding\n00AV|C1;x;1;30.36;6.09\n00AR|C1;y;2;27.52;5.93"
    file = workbook("x.ods", {"2023-2024": lines.replace(old, new)})
    got = source("inspectie_schoolweging").parse([file])
    assert got.rijen.height == 1
    assert got.afgekeurd.select("bestand", "regel", "kolom").row(0) == (
        "x.ods, blad 2023-2024",
        3,
        column,
    )


def test_a_sheet_without_a_year_has_no_rows_to_keep() -> None:
    file = workbook("x.ods", {"Blad1": "OVT;Naam;BGNR;schoolweging\n00AV|C1;x;1;30.36"})
    got = source("inspectie_schoolweging").parse([file])
    assert (got.rijen.height, got.afgekeurd["kolom"].to_list()) == (0, ["schooljaar"])


def test_a_workbook_without_the_column_is_a_changed_source() -> None:
    file = workbook("x.ods", {"2023-2024": "OVT;Schoolnaam;BGNR\n00AV|C1;x;1"})
    with pytest.raises(SourceChanged) as refused:
        source("inspectie_schoolweging").parse([file])
    assert (refused.value.missing, refused.value.found) == ("Naam", ("Schoolnaam",))


def test_a_workbook_is_recognised_by_what_is_on_its_sheets() -> None:
    known = {id_: source(id_) for id_ in ("inspectie_schoolweging", "inspectie_leerresultaten")}
    for id_, path in zip(known, (WEGING, RESULTS), strict=True):
        (file,) = real_files(path)
        assert recognise(known, replace(file, naam="download")) == id_


def test_a_header_may_stand_under_a_title_and_in_other_letters() -> None:
    file = workbook("x.ods", {"a": "Een titel\n\nCODE;naam;Getal;Nieuw\n1;x;2.50;y", "b": "tekst"})
    (blad,) = read_sheets([file], KOLOMMEN)
    assert blad.ruw.cellen.select("Code", "Naam", "Getal", "_regel").rows() == [
        ("1", "x", "2.5", 4)
    ]
    assert blad.ruw.let_op == ("x.ods, blad a: nieuwe kolom 'Nieuw'; die is niet gelezen.",)


@pytest.mark.parametrize("inhoud", [b"", b"geen werkboek", b"PK\x03\x04rest"])
def test_what_is_no_workbook_is_refused(inhoud: bytes) -> None:
    with pytest.raises(BadFile):
        read_cells_of(Bestand(naam="x.ods", inhoud=inhoud))


def test_a_workbook_with_broken_insides_is_refused_in_words() -> None:
    whole = workbook("x.ods", {"a": "Code;Naam\n1;2"})
    broken = whole.inhoud.replace(b"</table:table-row>", b"</table:table-rod>")
    with pytest.raises((BadFile, SourceChanged)):
        read_sheets([replace(whole, inhoud=broken)], KOLOMMEN)


def test_years_are_found_in_heads_however_they_are_written() -> None:
    assert school_years("schoolweging 2021-2022, 2022/2023") == ("2021/22", "2022/23")
    assert school_years("peil 2021-2024") == ()
