"""A text table is read as it was sent: its letters, its lines, and what can't be a row."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.reading.letters import to_utf8
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile, BadInput

KOLOMMEN = Kolommen(bron="een_bron", nodig=("code", "naam"), ook=r"jaar_\d+", bekend="telefoon")
MANY = 30_000


def file(inhoud: str | bytes, naam: str = "een.csv") -> Bestand:
    """Return a file of these letters or bytes."""
    return Bestand(naam=naam, inhoud=inhoud.encode() if isinstance(inhoud, str) else inhoud)


def read(*contents: str | bytes) -> Ruw:
    """Return what is read of files with these contents."""
    return read_text(
        [file(inhoud, f"{number}.csv") for number, inhoud in enumerate(contents, start=1)], KOLOMMEN
    )


def cells(ruw: Ruw) -> list[tuple[str, ...]]:
    """Return code and name of each row, in the order of the lines."""
    return ruw.cellen.sort(BESTAND, REGEL).select("code", "naam").rows()


def zipped(**contents: bytes) -> Bestand:
    """Return a zip with these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for naam, inhoud in contents.items():
            packed.writestr(naam, inhoud)
    return file(out.getvalue(), "alles.zip")


def assert_all_counted(inhoud: bytes) -> None:
    """Hold that every row was read or rejected, unless the file was refused."""
    with suppress(BadInput, SourceChanged):
        ruw = read(inhoud)
        assert ruw.rijen_in == ruw.cellen.height + ruw.afgekeurd.height


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_separator_line_end_and_mark_make_no_difference(
    separator: str, end: str, mark: bytes
) -> None:
    text = end.join([f"code{separator}naam", f"1{separator}één", f"2{separator}twee", ""])
    assert cells(read(mark + text.encode())) == [("1", "één"), ("2", "twee")]


def test_a_single_byte_of_windows_1252_is_the_letter_that_was_meant() -> None:
    assert cells(read(b"code;naam\r\n1;\x92t Kompas\r\n")) == [("1", "’t Kompas")]


def test_a_file_in_two_ways_of_writing_is_read_and_said_to_be_mixed() -> None:
    ruw = read(b"code;naam\n1;caf\xe9\n2;caf\xc3\xa9\n")
    assert cells(ruw) == [("1", "café"), ("2", "café")]
    assert "door elkaar" in ruw.let_op[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_as_spreadsheets_save_it_is_read(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    assert cells(read(mark + "code\tnaam\n1\té".encode(encoding))) == [("1", "é")]


def test_a_quote_within_a_name_belongs_to_the_name() -> None:
    quoted = '"code";"naam"\n"1";"BS ""De Maasparel"""\n"2";"a;b"\n"3";"twee\nregels"\n"4";"x"\n'
    assert cells(read(quoted)) == [
        ("1", 'BS "De Maasparel"'),
        ("2", "a;b"),
        ("3", "twee\nregels"),
        ("4", "x"),
    ]
    assert cells(read('code;naam\n1;BS "De Maasparel"\n')) == [("1", 'BS "De Maasparel"')]
    assert cells(read('code;naam\n1;"x\n2;y\n')) == [("1", '"x'), ("2", "y")]


def test_a_line_that_does_not_fit_costs_no_other_line() -> None:
    ruw = read("code;naam\n1;een\n2\n3;drie;te veel\n\n5;vijf\n")
    assert cells(ruw) == [("1", "een"), ("5", "vijf")]
    assert ruw.rijen_in == len(cells(ruw)) + ruw.afgekeurd.height
    assert ruw.afgekeurd.select("bestand", "regel").rows() == [("1.csv", 3), ("1.csv", 4)]
    assert "aantal velden" in ruw.afgekeurd["reden"][0]


def test_a_wrong_line_far_away_is_named_by_its_number() -> None:
    lines = [f"{number};naam van {number}" for number in range(2, MANY)]
    lines[20_000 - 2] = "20000"
    ruw = read("\n".join(["code;naam", *lines]))
    assert ruw.afgekeurd["regel"].to_list() == [20_000]
    assert (ruw.cellen["code"] == ruw.cellen[REGEL].cast(str)).all()


def test_a_line_too_short_and_one_too_long_do_not_make_each_other_right() -> None:
    ruw = read('"code";"naam"\n"1"\n"2";"twee"\n"3";"drie";"x"\n')
    assert cells(ruw) == [("2", "twee")]
    assert ruw.afgekeurd["regel"].to_list() == [2, 4]


def test_files_of_one_source_become_one_table_and_keep_their_lines() -> None:
    ruw = read("code;naam\n1;a\n2;b\n", "", "naam;jaar_1;code\nc;9;3\n")
    assert cells(ruw) == [("1", "a"), ("2", "b"), ("3", "c")]
    assert ruw.cellen["jaar_1"].to_list() == [None, None, "9"]
    assert ruw.let_op == ("2.csv: het bestand is leeg (0 bytes).",)
    assert ruw.cellen[BESTAND].cast(str).to_list() == ["1.csv", "1.csv", "3.csv"]


def test_the_same_file_twice_counts_once() -> None:
    ruw = read("code;naam\n1;a\n", "code;naam\n1;a\n")
    assert ruw.rijen_in == 1
    assert ruw.let_op == ("2.csv: hetzelfde bestand als 1.csv; het telt één keer.",)


def test_a_new_column_is_worth_a_remark_and_a_known_one_is_not() -> None:
    ruw = read("code;naam;telefoon;kleur\n1;a;0;rood\n")
    assert ruw.let_op == ("1.csv: nieuwe kolom 'kleur'; die is niet gelezen.",)
    assert "kleur" not in ruw.cellen.columns


def test_a_missing_column_is_named_with_the_nearest_new_one() -> None:
    with pytest.raises(SourceChanged) as refused:
        read("code;naam_school\n1;a\n")
    assert (refused.value.missing, refused.value.found) == ("naam", ("naam_school",))
    assert refused.value.mend == "src/openlea/catalogue/sources/een_bron.py"


@pytest.mark.parametrize(
    ("inhoud", "words"),
    [
        (b"<html><body>", "webpagina"),
        (b"\n <!DOCTYPE html>", "webpagina"),
        (b"%PDF-1.4", "pdf"),
        (b"PAR1", "parquet"),
        (b"code;naam\n1;a\0b\n", "regel 2"),
        (b'"code";"naam"\n"1";"a"\n"2";"b', "midden in een cel"),
        (b"code;naam;code\n1;a;2\n", "twee keer"),
        (b"", "leeg"),
    ],
)
def test_what_is_no_text_table_is_refused_with_the_reason(inhoud: bytes, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        read(inhoud)


def test_a_zip_counts_as_the_files_in_it_and_names_no_place_outside() -> None:
    packed = zipped(**{"../../map/a.csv": b"code;naam\n1;a\n", "b.csv": b"code;naam\n2;b\n"})
    assert [inner.naam for inner in unpack([packed])] == ["a.csv", "b.csv"]
    assert cells(read_text([packed], KOLOMMEN)) == [("1", "a"), ("2", "b")]


def test_a_zip_that_would_fill_the_machine_is_refused_before_it_is_opened() -> None:
    with pytest.raises(BadFile, match="onwaarschijnlijk groot"):
        unpack([zipped(a=bytes(30_000_000))])


def test_a_zip_with_a_damaged_part_is_refused() -> None:
    whole = zipped(a=b"code;naam\n" * 50)
    with pytest.raises(BadFile, match="beschadigd"):
        unpack([file(whole.inhoud[:40] + bytes(9) + whole.inhoud[49:])])


@given(st.binary(max_size=300))
def test_any_bytes_become_rows_or_a_refusal_in_words(inhoud: bytes) -> None:
    assert_all_counted(inhoud)


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_any_bytes_under_a_good_header_are_rows_or_rejected_lines(lines: list[bytes]) -> None:
    assert_all_counted(b"\n".join([b"code;naam", *lines]))


_LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(_LETTERS, _LETTERS), max_size=8), st.sampled_from([";", ","]))
def test_what_was_written_with_quotes_is_read_back(
    rows: list[tuple[str, str]], separator: str
) -> None:
    quoted = [
        separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row)
        for row in [("code", "naam"), *rows]
    ]
    assert cells(read("\n".join(quoted))) == rows


@given(st.text(max_size=30))
def test_letters_that_are_utf8_stay_what_they_are(text: str) -> None:
    inhoud = text.encode(errors="ignore")
    try:
        assert to_utf8(file(inhoud))[0] == inhoud.removeprefix(b"\xef\xbb\xbf")
    except BadFile:
        assert b"\0" in inhoud or inhoud.lstrip().startswith((b"<", b"PK", b"%PDF", b"PAR1"))
