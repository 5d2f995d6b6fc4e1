"""The door by columns says of every row what the rules say of it one by one; only sooner."""

import csv
import io

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from openlea.catalogue.reading.bladen import Vel
from openlea.catalogue.registratiekast import open_registraties
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.policy.kolombesluit import Kopbesluit, Rij
from openlea.policy.pseudonimiseren import pseudoniem, treat_header, treat_row
from openlea.services.kluis.keuren import (
    MOET,
    PLEK,
    REDEN,
    REDENEN,
    REGEL,
    Sleutels,
    column_name,
    judge_columns,
)
from openlea.services.kluis.lezen import read_bladen
from openlea.services.kluis.pseudoniemen import pseudoniemen
from openlea.services.kolommen.vellen import guess_head, read_vellen, separator_of
from tests.services.registratie_wereld import bsn

DOELGROEP = open_registraties(find_roots())["doelgroepkinderen"]
KEYS = Sleutels(afzender=b"a" * 32, keten=(b"b" * 32, b"c" * 32), van="gem")
HEADS = {
    "bsn": ["BSN", "Geboortedatum", "Datum indicatie", "Postcode", "LRK", "Status", "Uren", "Naam"],
    "eigen": ["Kindnummer", "Geboortedatum", "Datum indicatie", "Postcode", "LRK", "Status", "x"],
    "pseudoniem": ["pseudoniem", "Geboortedatum", "Datum indicatie", "PC", "LRK", "Status", "Uren"],
}
CELLS = st.one_of(
    st.sampled_from(
        [
            *(
                "",
                " ",
                "\u00a0",
                "\u200b",
                "x",
                "geplaatst",
                "GEPLAATST ",
                "wachtlijst",
                "onbekend",
            ),
            *(
                "2021-03-14",
                "14-3-2021",
                "31-02-2021",
                "20210314",
                "2021-03",
                "2021-03-14T00:00:00",
            ),
            *("1211ZQ", "1211 zq", "1211", "0123", "123456789", "12,5", "12.5", "-3", "1.234,5"),
            *(bsn(1), bsn(2), f" {bsn(1)}", f"{bsn(3)[:4]}.{bsn(3)[4:]}", "123456781", "000000000"),
            *("00000000", "12345678", "1234567", "100000008", "p1-" + "a" * 32, "p1-", "04OS00"),
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)


def as_rows(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(cell.strip() for cell in row)
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")
    ]


def _vel(text: str) -> Vel:
    return Vel(naam="a", rijen=tuple(as_rows(text)[:12]))


def judged(kop: Kopbesluit, blad: object) -> dict[int, Rij]:
    """Return every row of the columns as treat_row would say it."""
    found = judge_columns(kop, blad, KEYS)  # type: ignore[arg-type]
    told: dict[int, list[tuple[str, str, bool]]] = {}
    for one in found.fouten.iter_rows(named=True):
        fault = (column_name(kop, one[PLEK]), REDENEN[one[REDEN]], one[MOET])
        told.setdefault(one[REGEL], []).append(fault)
    made = {}
    for row in found.rijen.iter_rows(named=True):
        faults = told.get(row[REGEL], [])
        values = tuple(row[naam] or "" for naam in kop.uit)
        lost = any(must for *_, must in faults)
        made[row[REGEL]] = (
            () if lost else values,
            sorted((k, r) for k, r, m in faults if m or not lost),
        )
    return made  # type: ignore[return-value]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.lists(st.lists(CELLS, max_size=9), max_size=6))
def test_columns_and_rows_say_the_same_of_every_row(soort: str, rows: list[list[str]]) -> None:
    heads = HEADS[soort]
    good = [bsn(7), "2021-03-14", "2024-02-01", "1211", "123456789", "geplaatst", "16"]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([heads, good, *rows])
    text = out.getvalue()
    assume(separator_of(text) == ";" and guess_head(_vel(text)) == 1)
    [blad] = read_bladen(Bestand(naam="a.csv", inhoud=text.encode()))
    kop = treat_header(heads, DOELGROEP)
    expected = {}
    for line, row in enumerate(as_rows(text)[1:], start=2):
        if any(row):
            rij = treat_row(kop, row, line, [KEYS.afzender], afzender="gem", verdere=KEYS.keten)
            faults = sorted((fout.cel, fout.reden) for fout in (*rij.fouten, *rij.leeg))
            expected[line] = (rij.waarden, faults)
    assert judged(kop, blad) == expected


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=8), st.booleans())
def test_the_short_way_of_reading_gives_the_cells_and_lines_of_the_long_way(
    rows: list[list[str]], quoted: bool
) -> None:
    lines = [";".join(cell for cell in row) for row in [["kop een", "kop twee"], *rows]]
    body = ("\n".join(lines) + ('\n"q";z' if quoted else "")).encode()
    bestand = Bestand(naam="a.csv", inhoud=body)
    vel = read_vellen(bestand)[0]
    head = guess_head(vel)
    [blad] = read_bladen(bestand)
    assert blad.koppen == vel.rijen[head - 1]
    expected = {n: row for n, row in enumerate(vel.rijen[head:], head + 1) if any(row)}
    read = dict(zip(blad.regels, blad.cellen.iter_rows(), strict=True))
    assert {n: _bare(row) for n, row in read.items()} == {n: _bare(r) for n, r in expected.items()}


def _bare(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row without the empty cells at its end."""
    last = max((place for place, cell in enumerate(row, 1) if cell), default=0)
    return row[:last]


@given(
    st.lists(st.binary(min_size=1, max_size=80), min_size=1, max_size=3),
    st.lists(st.text(max_size=90)),
)
def test_many_pseudonyms_are_those_that_are_made_one_by_one(
    keys: list[bytes], who: list[str]
) -> None:
    clean = [text.encode(errors="ignore").decode() for text in who]
    assert pseudoniemen(keys, clean) == [pseudoniem(keys, text) for text in clean]


def test_without_a_key_there_are_no_pseudonyms() -> None:
    with pytest.raises(ValueError, match="key"):
        pseudoniemen([], ["bsn:123456782"])
