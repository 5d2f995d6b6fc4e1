"""What is wrong in a file is named by line, column and reason, and never by a child's value."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from openlea.core.errors import BadInput
from openlea.core.plaatsing import Criterium
from openlea.services.plaats.lezen import read_aanvraag
from tests.services.plaats.wereld import KOP, REGELS, SCHOLEN, asked, children

ROW = "kind-900;1211;A;;;;"


@pytest.mark.parametrize(
    ("line", "kolom"),
    [
        ("Jansen de Vries;1211;A;;;;", "nummer"),
        ("123456782;1211;A;;;;", "nummer"),
        ("kind-900;1211AB;A;;;;", "pc4"),
        ("kind-900;1211;A|X;;;;", "wensen"),
        ("kind-900;1211;A|A;;;;", "wensen"),
        ("kind-900;1211;;;;;", "wensen"),
        ("kind-900;1211;A;X;;;", "broer_zus"),
        ("kind-900;1211;A;;misschien;;", "indicatie"),
        ("kind-900;1211;A;;;;kind-901", "gekoppeld"),
        ("kind-000;1211;A;;;;", "nummer"),
    ],
)
def test_a_fault_names_line_column_and_reason_without_the_value(
    tmp_path: Path, line: str, kolom: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_aanvraag(asked(tmp_path, children(3) + line + "\n"))
    (fout,) = caught.value.fouten
    assert str(fout).startswith(f"kinderen.csv, regel 5, kolom {kolom}: ")
    for planted in ("Jansen", "123456782", "1211AB", "misschien", "kind-90"):
        assert planted not in str(fout)


def test_every_fault_is_told_at_once_and_nobody_is_left_out_in_silence(tmp_path: Path) -> None:
    wrong = KOP + "kind-1;12;Q;;;;\nkind-2;12;A;;;;\n"
    with pytest.raises(BadInput) as caught:
        read_aanvraag(asked(tmp_path, wrong))
    assert len(caught.value.fouten) == 3


def test_a_head_that_nobody_knows_is_named_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="kolom 2: deze kop kennen we niet") as caught:
        read_aanvraag(asked(tmp_path, "nummer;Pietje Puk;wensen\nkind-1;x;A\n"))
    assert "Pietje" not in str(caught.value)


def test_wishes_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    text = "Nummer,wens1,wens2,Broer zus\nkind-1,B,A,A\nkind-2,A,,\n"
    kinderen, _, _ = read_aanvraag(asked(tmp_path, text))
    assert [kind.wensen for kind in kinderen] == [("B", "A"), ("A",)]
    assert kinderen[0].scholen == {Criterium.BROER_ZUS: ("A",)}


@pytest.mark.parametrize(
    ("op", "key"), [(date(2025, 12, 31), "'van'"), (date(2027, 1, 2), "'tot'")]
)
def test_rules_that_do_not_hold_on_the_day_are_refused(tmp_path: Path, op: date, key: str) -> None:
    aanvraag = asked(tmp_path, regels="tot = 2027-01-01\n" + REGELS)
    assert read_aanvraag(replace(aanvraag, op=date(2027, 1, 1)))
    with pytest.raises(BadInput, match=key):
        read_aanvraag(replace(aanvraag, op=op))


def test_a_workbook_reads_as_the_same_children(tmp_path: Path) -> None:
    wanted = read_aanvraag(asked(tmp_path))[0]
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in children().splitlines():
        book.active.append(line.split(";"))
    book.save(tmp_path / "kinderen.xlsx")
    aanvraag = asked(tmp_path)
    other = type(aanvraag)(tmp_path / "kinderen.xlsx", aanvraag.scholen, aanvraag.regels)
    assert read_aanvraag(other)[0] == wanted


@pytest.mark.parametrize(
    ("scholen", "reden"),
    [
        ("plek;naam;capaciteit\nA;x;veel\n", "regel 2, kolom capaciteit"),
        ("plek;naam;capaciteit\nA;x;1\nA;y;2\n", "staat er 2 keer in"),
        ("plek;naam\nA;x\n", "kolom capaciteit: deze kolom ontbreekt"),
        ("plek;naam;capaciteit\n", "geen enkele plek"),
    ],
)
def test_a_wrong_file_of_schools_is_refused(tmp_path: Path, scholen: str, reden: str) -> None:
    with pytest.raises(BadInput, match=reden):
        read_aanvraag(asked(tmp_path, scholen=scholen))


def test_more_sure_places_than_seats_are_refused(tmp_path: Path) -> None:
    text = "nummer;wensen;zekere_plek\n" + "".join(f"kind-{n};A;C\n" for n in range(3))
    with pytest.raises(BadInput, match="minder plaatsen dan zekere kinderen"):
        read_aanvraag(asked(tmp_path, text))


def test_the_length_of_a_list_follows_the_advice(tmp_path: Path) -> None:
    rules = REGELS + "\n[wensen]\nper_advies = { vmbo = 1, vwo = 2 }\n"
    good = "nummer;wensen;advies\nkind-1;A;vmbo\nkind-2;A|B;vwo\n"
    assert len(read_aanvraag(asked(tmp_path, good, regels=rules))[0]) == 2
    with pytest.raises(BadInput, match="ten hoogste 1 wensen"):
        read_aanvraag(asked(tmp_path, good.replace("A;vmbo", "A|B;vmbo"), regels=rules))
    scholen = SCHOLEN.replace(";pc4\n", ";adviezen\n").replace(";1211\n", ";vwo\n")
    scholen = scholen.replace(";1217\n", ";\n").replace(";1223\n", ";\n")
    with pytest.raises(BadInput, match="met dit advies niet aan"):
        read_aanvraag(asked(tmp_path, good, scholen=scholen, regels=rules))
