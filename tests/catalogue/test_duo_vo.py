"""Schools, repeaters and exams of secondary education as DUO published them."""

import polars as pl
import pytest

from openlea.catalogue.reading.gelezen import Gelezen
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile
from tests.catalogue.published import assert_fits, only, source, taken

FILES = {
    "duo_vestigingen_vo": ("duo/02.-alle-vestigingen-vo.csv", 1_626, 1_626),
    "duo_zittenblijvers_vo": ("duo/05.-zittenblijvers*.csv", 1_320, 1_320),
    "duo_examens_vo": ("duo/examenkandidaten*.csv", 13_041, 5 * 13_041),
    "duo_examencijfers_vo": ("duo/geslaagden*.csv", 11_466, 11_466),
}


def real(id_: str) -> Gelezen:
    """Return what is read of the real file."""
    return taken(id_, FILES[id_][0])


def changed(id_: str, old: str, new: str, naam: str = "") -> Gelezen:
    """Return what is read of the sample with one thing changed in it."""
    sample = source(id_).sample.bestand
    assert old.encode() in sample.inhoud
    inhoud = sample.inhoud.replace(old.encode(), new.encode())
    return source(id_).parse([Bestand(naam=naam or sample.naam, inhoud=inhoud)])


@pytest.mark.parametrize("id_", FILES)
def test_every_row_of_the_real_file_is_read(id_: str) -> None:
    _, rows_in, rows = FILES[id_]
    got = real(id_)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (rows_in, rows, 0)
    assert got.let_op == ()
    assert_fits(id_, got)


def test_every_name_of_a_gemeente_in_the_exams_has_its_code() -> None:
    for id_ in ("duo_examens_vo", "duo_examencijfers_vo"):
        rijen = real(id_).rijen
        assert rijen["gemeente"].null_count() == 0
        assert only(rijen, vestiging="00PS04")["gemeente"].unique().to_list() == ["GM0402"]


def test_the_gemeente_by_name_is_that_of_the_address_by_code() -> None:
    addresses = real("duo_vestigingen_vo").rijen.select("vestiging", code="gemeente")
    exams = real("duo_examens_vo").rijen.select("vestiging", "gemeente").unique()
    both = exams.join(addresses, on="vestiging")
    assert both.height > 1_000
    assert both.filter(pl.col("gemeente") != pl.col("code")).height == 0


def test_no_share_is_kept_that_would_tell_a_hidden_count() -> None:
    columns = source("duo_examens_vo").tabel.column_names()
    assert not [name for name in columns if "perc" in name or "aandeel" in name]


def test_a_mean_mark_of_fewer_than_five_is_not_kept() -> None:
    rijen = real("duo_examencijfers_vo").rijen
    hidden = rijen.filter(pl.col("kandidaten_laag") != pl.col("kandidaten_hoog"))
    marks = ["cijfer_se", "cijfer_ce", "cijfer_lijst"]
    assert hidden.height == 2_463
    assert hidden.select(marks).null_count().row(0) == (hidden.height,) * 3
    assert rijen.filter(pl.col("kandidaten_laag") > 4).select(marks).null_count().row(0) == (0,) * 3


def test_an_exam_year_is_named_as_a_school_year() -> None:
    years = real("duo_examens_vo").rijen["schooljaar"].unique().sort().to_list()
    assert years == ["2020/21", "2021/22", "2022/23", "2023/24", "2024/25"]
    assert set(real("duo_zittenblijvers_vo").rijen["schooljaar"]) == {"2023/24"}
    assert set(real("duo_examencijfers_vo").rijen["schooljaar"]) == {"2023/24"}


@pytest.mark.parametrize("id_", ["duo_zittenblijvers_vo", "duo_examencijfers_vo"])
@pytest.mark.parametrize("naam", ["download.csv", "x-2023.csv", "x-2023-2026.csv"])
def test_a_file_that_says_its_year_nowhere_is_refused_with_what_to_do(id_: str, naam: str) -> None:
    with pytest.raises(BadFile, match="Zet het in de naam"):
        changed(id_, "HILVERSUM", "HILVERSUM", naam)


def test_exams_without_any_year_are_a_changed_source() -> None:
    with pytest.raises(SourceChanged, match="TOTAAL"):
        changed("duo_examens_vo", "- TOTAAL", "- ALLEN")


def test_exams_with_only_candidates_are_a_changed_source() -> None:
    with pytest.raises(SourceChanged) as refused:
        changed("duo_examens_vo", ";GESLAAGDEN SCHOOLJAAR 2024", ";GESLAAGD SCHOOLJAAR 2024")
    assert refused.value.missing == "GESLAAGDEN SCHOOLJAAR 2024-2025 - TOTAAL"


@pytest.mark.parametrize(
    ("id_", "old", "new", "reason"),
    [
        ("duo_examens_vo", "HILVERSUM;VMBO;26", "NERGENS;VMBO;26", "naam van de gemeente"),
        ("duo_examens_vo", ";31;29;", ";31;32;", "meer geslaagden dan kandidaten"),
        ("duo_examens_vo", "VMBO;26", "VMBO; ", "niet leeg"),
        ("duo_examens_vo", "00PS04;AT", "00PS4;AT", "geen vestiging"),
        ("duo_examencijfers_vo", ";6,2;6,3", ";6,2;63", "geen cijfer"),
        ("duo_examencijfers_vo", ";34;30;", ";34;35;", "samen niet het aantal kandidaten"),
        ("duo_examencijfers_vo", ";34;30;", ";43;30;", "samen niet het aantal kandidaten"),
        ("duo_examencijfers_vo", "Noord-Holland;VMBO;BL", "Limburg;VMBO;BL", "deze provincie"),
        ("duo_examens_vo", ";31;29;", ";31;2;", "schermt dat altijd af"),
        ("duo_zittenblijvers_vo", ";<5;13;79", ";<5;613;79", "meer dan alle leerlingen"),
        ("duo_examencijfers_vo", ";34;30;", ";-34;30;", "geen aantal"),
        ("duo_zittenblijvers_vo", ";662;", ";662 of zo;", "geen aantal"),
        ("duo_zittenblijvers_vo", "0402", "", "geen gemeentecode"),
        ("duo_zittenblijvers_vo", "0402", "0403", "niet bij dezelfde gemeente"),
        ("duo_vestigingen_vo", "Noord-Holland;13749", "Noord-Nederland;13749", "geen provincie"),
        ("duo_vestigingen_vo", ";20DD00;", ";18BR01;", "staat er al"),
    ],
)
def test_a_row_that_cannot_be_right_is_left_out_with_the_reason(
    id_: str, old: str, new: str, reason: str
) -> None:
    got = changed(id_, old, new)
    assert got.afgekeurd.height >= 1
    assert all(reason in sentence for sentence in got.afgekeurd["reden"])
    assert (got.afgekeurd["regel"] >= 2).all()


@pytest.mark.parametrize(
    ("id_", "one", "other"),
    [
        ("duo_zittenblijvers_vo", "AANTAL_AFSTROMERS", "AANTAL_ZITTENBLIJVERS"),
        ("duo_examencijfers_vo", "GESLAAGDEN", "GEZAKTEN"),
    ],
)
def test_heads_that_changed_places_are_not_believed(id_: str, one: str, other: str) -> None:
    sample = source(id_).sample.bestand
    head, _, body = sample.inhoud.decode().partition("\n")
    moved = head.replace(one, "?").replace(other, one).replace("?", other)
    with pytest.raises(BadFile, match="verwisseld"):
        source(id_).parse([Bestand(naam=sample.naam, inhoud=f"{moved}\n{body}".encode())])
