"""Key figures and people by age, as CBS and those who copied it publish them."""

import json

import polars as pl
import pytest

from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile
from tests.catalogue.published import (
    assert_fits,
    assert_survives,
    only,
    real_files,
    source,
    taken,
    text_file,
)

CBS = ("cbs_kerncijfers_gemeente", "cbs_kerncijfers_wijken", "cbs_bevolking_leeftijd")
KEY_FIGURES, AGES = "cbs/nl_data.json", "cbs/den-haag-2019_gender_age-03759NED.csv"
PROVINCE, DISTRICTS = "cbs/zuid-holland*03759NED.csv", "cbs/*84583NED.csv"
HEAD = "Geslacht;Leeftijd;BurgerlijkeStaat;RegioS;Perioden;BevolkingOp1Januari_1"
DESCRIBED = "Geslacht;Leeftijd;Burgerlijke staat;Perioden;Regio's;Bevolking op 1 januari (aantal)"


def ages(*lines: str, head: str = HEAD) -> pl.DataFrame:
    """Return the rows of lines of people by age."""
    return source("cbs_bevolking_leeftijd").parse([text_file("03759ned.csv", head, *lines)]).rijen


@pytest.mark.parametrize("id_", CBS)
def test_damaged_bytes_are_refused_in_words_or_read_as_declared(id_: str) -> None:
    assert_survives(id_, range(250))


def test_den_haag_had_537833_inhabitants_in_2019_by_age_and_by_sex() -> None:
    rijen = taken("cbs_bevolking_leeftijd", AGES).rijen
    both = only(rijen, jaar="2019", gemeente="GM0518", geslacht="totaal")
    apart = rijen.filter(pl.col("geslacht") != "totaal")
    assert both["aantal_laag"].sum() == both["aantal_hoog"].sum() == 537_833
    assert apart["aantal_laag"].sum() == 537_833


def test_ages_run_from_0_to_105_each_once_for_each_sex() -> None:
    got = taken("cbs_bevolking_leeftijd", AGES)
    assert_fits("cbs_bevolking_leeftijd", got)
    assert sorted(got.rijen["leeftijd"].unique()) == list(range(106))
    assert got.rijen.height == 3 * 106


def test_totals_and_the_group_of_95_and_older_do_not_count_twice() -> None:
    got = taken("cbs_bevolking_leeftijd", AGES)
    assert got.rijen_in == 324
    assert got.let_op[0].startswith("6 rijen zijn optellingen")


@pytest.mark.parametrize(
    ("code", "age"), [("10010", 0), ("10100", 1), ("19900", 99), ("19901", 100), ("22300", 105)]
)
def test_a_code_of_an_age_is_the_age_in_years(code: str, age: int) -> None:
    assert ages(f"4000   ;{code};T001019;GM0402    ;2023JJ00;   12").row(0) == (
        *("2023", "GM0402", "GM0402"),
        *(age, "vrouw", 12, 12),
    )


def test_a_point_is_a_missing_count_and_not_nought() -> None:
    rijen = ages(
        "T001038;10010;T001019;GM0402;2023JJ00;       .",
        "T001038;10100;T001019;GM0402;2023JJ00;       0",
    )
    assert rijen.select("leeftijd", "aantal_laag").rows() == [(1, 0)]


def test_married_people_and_provinces_do_not_count_as_a_gemeente() -> None:
    assert ages(
        "T001038;10010;1010;GM0402;2023JJ00;5",
        "T001038;10010;T001019;PV27  ;2023JJ00;5",
        "T001038;10010;T001019;NL01  ;2023JJ00;5",
    ).is_empty()


def test_a_gemeente_of_then_counts_for_the_one_that_took_over() -> None:
    rijen = ages("T001038;10010;T001019;GM0457    ;2019JJ00;5")
    assert rijen.select("gemeente_toen", "gemeente").rows() == [("GM0457", "GM0363")]


def test_a_divided_gemeente_has_no_code_of_now_and_that_is_said() -> None:
    file = text_file("03759ned.csv", HEAD, "T001038;10010;T001019;GM0788;2019JJ00;5")
    got = source("cbs_bevolking_leeftijd").parse([file])
    assert got.rijen["gemeente"].to_list() == [None]
    assert "Haaren" in " ".join(got.let_op)


def test_descriptions_of_statline_are_read_like_codes() -> None:
    rijen = ages(
        "Mannen;16 jaar;Totaal burgerlijke staat;2019;Utrecht (gemeente);7",
        "Vrouwen;0 jaar;Totaal burgerlijke staat;2019;Bergen (NH.);8",
        "Vrouwen;105 jaar of ouder;Totaal burgerlijke staat;2019;'s-Gravenhage (gemeente);9",
        "Vrouwen;16 jaar;Totaal burgerlijke staat;2019;Utrecht (PV);9",
        "Vrouwen;95 jaar of ouder;Totaal burgerlijke staat;2019;Hilversum;9",
        "Vrouwen;4 jaar;Totaal burgerlijke staat;2019;Hilversum;6",
        head=DESCRIBED,
    )
    assert rijen.select("gemeente", "leeftijd", "geslacht", "aantal_laag").rows() == [
        ("GM0344", 16, "man", 7),
        ("GM0373", 0, "vrouw", 8),
        ("GM0518", 105, "vrouw", 9),
        ("GM0402", 4, "vrouw", 6),
    ]


def test_an_export_of_a_province_holds_no_gemeente() -> None:
    got = taken("cbs_bevolking_leeftijd", PROVINCE)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (80, 0, 0)
    assert got.let_op[0].startswith("80 rijen")


def test_pages_of_odata_are_read_like_its_csv() -> None:
    row = {"ID": 0, "Geslacht": "T001038", "Leeftijd": "10010", "BurgerlijkeStaat": "T001019"}
    row |= {"RegioS": "GM0402    ", "Perioden": "2023JJ00", "BevolkingOp1Januari_1": 830}
    older = row | {"Leeftijd": "10100", "BevolkingOp1Januari_1": None}
    page = json.dumps({"odata.metadata": "x", "value": [row, older]}).encode()
    got = source("cbs_bevolking_leeftijd").parse([Bestand(naam="p1.json", inhoud=page)])
    assert got.rijen.row(0) == ("2023", "GM0402", "GM0402", 0, "totaal", 830, 830)
    assert got.rijen.height == 1
    assert "1 aantallen" in got.let_op[0]


def test_a_page_of_odata_that_lost_a_column_names_the_file_to_mend() -> None:
    page = json.dumps({"value": [{"Sekse": "T001038", "Leeftijd": "10010"}]}).encode()
    with pytest.raises(SourceChanged, match="cbs_bevolking_leeftijd"):
        source("cbs_bevolking_leeftijd").parse([Bestand(naam="p1.json", inhoud=page)])


def test_352_gemeenten_of_2021_have_their_key_figures_under_342_codes_of_now() -> None:
    got = taken("cbs_kerncijfers_gemeente", KEY_FIGURES)
    assert (got.rijen_in, got.afgekeurd.height) == (352, 0)
    assert_fits("cbs_kerncijfers_gemeente", got)
    assert got.rijen["gemeente_toen"].n_unique() == 352
    assert got.rijen["gemeente"].n_unique() == 342
    assert got.rijen["gemeente"].null_count() == 0


def test_all_gemeenten_together_have_the_inhabitants_of_the_country() -> None:
    people = only(taken("cbs_kerncijfers_gemeente", KEY_FIGURES).rijen, kenmerk="inwoners")
    assert people["waarde"].sum() == 17_475_415


def test_hilversum_has_its_own_key_figures() -> None:
    rijen = only(taken("cbs_kerncijfers_gemeente", KEY_FIGURES).rijen, gemeente="GM0402")
    values = dict(rijen.select("kenmerk", "waarde").iter_rows())
    assert (values["inwoners"], values["aandeel_onder_15"], values["stedelijkheid"]) == (
        *(91_235, 16.85),
        1,
    )
    assert values["dichtheid"] == 2000.3


def test_what_the_file_calls_population_density_are_addresses() -> None:
    """The classes of urbanity are made of addresses per km²: 2500, 1500, 1000 and 500 (CBS)."""
    rijen = taken("cbs_kerncijfers_gemeente", KEY_FIGURES).rijen
    wide = rijen.pivot("kenmerk", index="gemeente_toen", values="waarde")
    bounds = {1: (2500, 99999), 2: (1500, 2500), 3: (1000, 1500), 4: (500, 1000), 5: (0, 500)}
    for row in wide.iter_rows(named=True):
        low, high = bounds[int(row["stedelijkheid"])]
        assert low <= row["omgevingsadressendichtheid"] <= high


def test_the_three_levels_of_schooling_are_the_whole() -> None:
    rijen = taken("cbs_kerncijfers_gemeente", KEY_FIGURES).rijen
    levels = rijen.filter(pl.col("kenmerk").str.ends_with("_opgeleid"))
    sums = levels.group_by("gemeente_toen").agg(pl.len(), pl.col("waarde").sum())
    assert set(sums["len"]) == {3}
    assert sums["waarde"].is_between(99.9, 100.1).all()


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"Under 15 years (%)": 16.85', b'"Under 15 years (%)": 1685'), (b": 1.0}", b": 7.0}")],
)
def test_a_share_over_the_whole_or_an_unknown_class_is_left_out(old: bytes, new: bytes) -> None:
    entry = source("cbs_kerncijfers_gemeente")
    sample = entry.sample.bestand
    assert old in sample.inhoud
    got = entry.parse([Bestand(naam=sample.naam, inhoud=sample.inhoud.replace(old, new))])
    assert got.afgekeurd.height == 1
    assert got.rijen.height == len(entry.sample.expect.strip().splitlines()) - 2


def test_another_json_is_no_key_figures() -> None:
    with pytest.raises(SourceChanged, match="Gemeente"):
        source("cbs_kerncijfers_gemeente").parse([Bestand(naam="x.json", inhoud=b'{"a": 1}')])


def test_den_haag_has_44_wijken_and_114_buurten() -> None:
    got = taken("cbs_kerncijfers_wijken", DISTRICTS)
    assert_fits("cbs_kerncijfers_wijken", got)
    regions = got.rijen.unique("regio")["soort_regio"].value_counts()
    assert dict(regions.iter_rows()) == {"gemeente": 1, "wijk": 44, "buurt": 114}
    assert set(got.rijen["gemeente"]) == {"GM0518"}
    assert set(got.rijen["jaar"]) == {"2019"}


def test_the_wijken_together_are_about_the_gemeente_since_counts_are_rounded() -> None:
    people = only(taken("cbs_kerncijfers_wijken", DISTRICTS).rijen, kenmerk="inwoners")
    whole = only(people, soort_regio="gemeente")["waarde"].item()
    assert whole == 537_833
    assert abs(only(people, soort_regio="wijk")["waarde"].sum() - whole) < 5 * 44


def test_the_number_behind_a_column_may_differ_per_year() -> None:
    lines = ("WijkenEnBuurten;AantalInwoners_7", "WK040200  ;   120")
    got = source("cbs_kerncijfers_wijken").parse([text_file("85984NED.csv", *lines)])
    assert got.rijen.select("jaar", "regio", "kenmerk", "waarde").rows() == [
        ("2024", "WK040200", "inwoners", 120.0)
    ]


def test_a_table_of_an_unknown_year_is_refused() -> None:
    lines = ("WijkenEnBuurten;AantalInwoners_5", "WK040200  ;   120")
    with pytest.raises(BadFile, match="tabelnummer"):
        source("cbs_kerncijfers_wijken").parse([text_file("buurten.csv", *lines)])


def test_real_pages_of_ages_may_be_damaged_and_never_crash() -> None:
    assert_survives("cbs_bevolking_leeftijd", range(25), real_files(AGES))
