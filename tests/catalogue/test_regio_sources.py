"""Regions of gemeenten and postcodes, and what only partners know."""

import polars as pl
import pytest

from openlea.core.bron import Klasse, SourceChanged
from tests.catalogue.published import (
    assert_fits,
    assert_survives,
    only,
    source,
    taken,
    text_file,
)

REGIO = ("regio_gemeenten", "regio_swv_postcodes", "partner_personeelstekort")
ATLAS, LAW = "regioatlas/*.csv", "wetten/regio-indeling-swv*.csv"
JOBS = "Peildatum;Bestuur;Sector;Functie;Formatie (fte);Onvervuld (fte)"


@pytest.mark.parametrize("id_", REGIO)
def test_damaged_bytes_are_refused_in_words_or_read_as_declared(id_: str) -> None:
    assert_survives(id_, range(250))


def test_390_gemeenten_lie_in_a_region_of_each_of_seven_sorts() -> None:
    got = taken("regio_gemeenten", ATLAS)
    assert got.afgekeurd.is_empty()
    assert_fits("regio_gemeenten", got)
    counted = got.rijen.group_by("soort").agg(pl.col("gemeente_toen").n_unique())
    assert dict(counted.iter_rows()) == dict.fromkeys(
        ("swv_po", "swv_vo", "rmc", "jeugdzorg", "ggd", "veilig_thuis", "arbeidsmarkt"), 390
    )


def test_de_fryske_marren_lies_in_four_samenwerkingsverbanden_and_stands_four_times() -> None:
    vo = only(taken("regio_gemeenten", ATLAS).rijen, soort="swv_vo")
    twice = vo.filter(pl.col("gemeente_toen").is_duplicated())["gemeente_toen"].to_list()
    assert (vo.height, twice) == (393, ["GM1940"] * 4)


def test_only_the_three_divided_gemeenten_have_no_code_of_now() -> None:
    got = taken("regio_gemeenten", ATLAS)
    lost = got.rijen.filter(pl.col("gemeente").is_null())
    assert lost["gemeente_toen"].n_unique() == 3
    assert "Winsum, Littenseradiel, Haaren" in got.let_op[0]


def test_hilversum_lies_in_the_gooi() -> None:
    rijen = only(taken("regio_gemeenten", ATLAS).rijen, gemeente="GM0402")
    regions = dict(rijen.select("soort", "regio").iter_rows())
    assert regions["swv_po"] == "PO2709"
    assert regions["rmc"] == "Gooi en Vechtstreek"
    assert regions["ggd"] == "GGD Gooi en Vechtstreek"


def test_no_region_keeps_a_space_at_its_end() -> None:
    rijen = taken("regio_gemeenten", ATLAS).rijen
    assert rijen.filter(pl.col("regio") != pl.col("regio").str.strip_chars()).is_empty()


def test_a_file_of_another_sort_of_region_says_which_column_lacks() -> None:
    lines = ("Gemeente;CBS;Veiligheidsregio's;Inwoneraantal van regio", "Hilversum;0402;x;1")
    with pytest.raises(SourceChanged, match="Passend Onderwijs"):
        source("regio_gemeenten").parse([text_file("veiligheid.csv", *lines)])


def test_a_code_without_its_noughts_is_the_same_gemeente() -> None:
    lines = ("Gemeente;CBS;GGD's;Inwoneraantal van regio", "Hilversum;402;GGD Gooi;1")
    got = source("regio_gemeenten").parse([text_file("ggds.csv", *lines)])
    assert got.rijen["gemeente"].to_list() == ["GM0402"]


def test_what_is_no_code_of_a_samenwerkingsverband_is_left_out() -> None:
    head = "Gemeente;CBS;Passend Onderwijs - Primair Onderwijs;Inwoneraantal van regio"
    lines = (head, "Hilversum;0402;VO-27-09;1", "Almere;0034;PO-24-01;1", "Aalten;0197; ;1")
    got = source("regio_gemeenten").parse([text_file("po.csv", *lines)])
    assert got.rijen["regio"].to_list() == ["PO2401"]
    assert sorted(got.afgekeurd["regel"]) == [2, 4]


def test_the_law_names_4046_postcodes_and_three_without_a_samenwerkingsverband() -> None:
    got = taken("regio_swv_postcodes", LAW)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (4046, 4046, 0)
    assert_fits("regio_swv_postcodes", got)
    without = got.rijen.filter(pl.col("swv_po").is_null() | pl.col("swv_vo").is_null())
    assert without["postcode4"].to_list() == ["3197", "3198", "3199"]


def test_every_postcode_of_hilversum_lies_in_one_samenwerkingsverband_per_sector() -> None:
    hilversum = only(taken("regio_swv_postcodes", LAW).rijen, gemeentenaam="Hilversum")
    assert hilversum.height == 11
    assert set(hilversum["swv_po"]) == {"PO2709"}
    assert set(hilversum["swv_vo"]) == {"VO2710"}


def test_law_and_atlas_agree_on_the_samenwerkingsverband_of_hilversum() -> None:
    atlas = only(taken("regio_gemeenten", ATLAS).rijen, gemeente="GM0402")
    law = only(taken("regio_swv_postcodes", LAW).rijen, gemeentenaam="Hilversum")
    for sort, column in (("swv_po", "swv_po"), ("swv_vo", "swv_vo")):
        assert set(only(atlas, soort=sort)["regio"]) == set(law[column])


def test_old_divisions_say_since_when_they_no_longer_hold() -> None:
    for id_ in ("regio_gemeenten", "regio_swv_postcodes"):
        assert source(id_).bron.verlopen is not None


def test_the_shortage_of_staff_stays_in_the_werkruimte() -> None:
    assert source("partner_personeelstekort").bron.klasse is Klasse.INTERN


@pytest.mark.parametrize(
    ("line", "kolom"),
    [
        ("1 oktober;41388;po;leraar;10;1", "Peildatum"),
        ("2026-10-01;De stichting;po;leraar;10;1", "Bestuur"),
        ("2026-10-01;41388;mbo;leraar;10;1", "Sector"),
        ("2026-10-01;41388;po;;10;1", "Functie"),
        ("2026-10-01;41388;po;leraar;tien;1", "Formatie (fte)"),
        ("2026-10-01;41388;po;leraar;10;-1", "Onvervuld (fte)"),
        ("2026-10-01;41388;po;leraar;10;11", "Onvervuld (fte)"),
    ],
)
def test_a_wrong_line_of_a_partner_is_left_out_and_the_column_is_named(
    line: str, kolom: str
) -> None:
    good = "2026-10-01;41388;vo;leraar;1.212,5;8"
    got = source("partner_personeelstekort").parse([text_file("tekort.csv", JOBS, line, good)])
    assert got.rijen["fte_formatie"].to_list() == [1212.5]
    assert got.afgekeurd.select("regel", "kolom").rows() == [(2, kolom)]
