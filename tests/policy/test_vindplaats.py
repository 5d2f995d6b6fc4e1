"""An old number of an article is believed only in a document of its time; later on we ask."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput, CatalogueError
from openlea.core.hernummering import Hernummering, read_hernummeringen
from openlea.core.wet import Wet, read_wetten
from openlea.policy.vindplaats import Aanhaling, read_citation

WETTEN = tuple(read_wetten((SHIPPED,)).values())
ROWS = tuple(read_hernummeringen((SHIPPED,)).values())
EACH = pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
DAG = timedelta(days=1)
LATER = date(2026, 11, 22)


def _read(text: str, op: date) -> Aanhaling:
    return read_citation(text, op, WETTEN, ROWS)


def _now(text: str, op: date) -> list[str]:
    return [f"{one.wet} {one.artikel}" for one in _read(text, op).nu]


def _refused(text: str, op: date) -> str:
    with pytest.raises(BadInput) as refused:
        _read(text, op)
    return str(refused.value)


@EACH
def test_an_old_number_is_read_as_it_was_on_its_last_day(row: Hernummering) -> None:
    got = _read(f"{row.wet} {row.oud}", row.tot)
    assert (got.toen.wet, got.toen.artikel) == (row.wet, row.oud)
    assert [one.artikel for one in got.nu] == list(row.nieuw)
    assert {one.wet for one in got.nu} <= {row.wet_nu}


@EACH
def test_a_day_later_it_is_what_it_means_now_or_a_question(row: Hernummering) -> None:
    text, op = f"{row.wet} {row.oud}", row.tot + DAG
    if row.nog_goed:
        assert _read(text, op).onderwerp == row.nu_betekent
        return
    told = _refused(text, op)
    assert told.endswith("Welke nummering is bedoeld? Vul het artikel van nu in.")
    assert row.nu_betekent in told
    assert row.onderwerp in told


@EACH
def test_the_concordance_names_laws_that_held_on_its_days(row: Hernummering) -> None:
    then = next(wet for wet in WETTEN if wet.afkorting == row.wet)
    now = next(wet for wet in WETTEN if wet.afkorting == row.wet_nu)
    assert then.tot is None or row.tot == then.tot
    assert now.tot is None
    assert now.eerder or now.van <= row.tot + DAG


@pytest.mark.parametrize(
    "text",
    [
        "WPO 167a",
        "wpo 167A",
        "artikel 167a WPO",
        "art. 167a, eerste lid, van de Wet op het primair onderwijs",
        "167a van de WPO, lid 2",
    ],
)
def test_a_citation_is_read_however_people_write_it(text: str) -> None:
    assert _now(text, date(2021, 6, 1)) == ["WPO 161"]


def test_the_reused_numbers_mean_another_subject_before_and_after() -> None:
    before, after = date(2022, 3, 31), date(2022, 4, 1)
    assert _now("WPO 160", before) == ["WPO 149"]
    assert _now("WPO 160", after) == ["WPO 160"]
    assert _now("WPO 167", before) == ["WPO 160"]
    assert "gegevens voor het beleid van de minister" in _refused("WPO 167", after)


def test_the_wvo_and_the_wvo_2020_are_two_laws() -> None:
    assert _now("WVO 118a", date(2022, 7, 31)) == ["WVO 2020 3.42"]
    assert "bestaat WVO 118a niet meer" in _refused("WVO 118a", date(2022, 8, 1))
    assert "geldt niet meer sinds 1 augustus 2022" in _refused("WVO 99", date(2022, 8, 1))
    assert "geldt pas vanaf 1 augustus 2022" in _refused("WVO 2020 3.42", date(2022, 7, 31))
    assert _read("WVO 2020, artikel 3.42", LATER).bekend


def test_what_the_concordance_does_not_have_is_given_back_as_unchecked() -> None:
    got = _read("LPW 25", LATER)
    assert (got.toen.wet, got.toen.artikel) == ("Leerplichtwet 1969", "25")
    assert got.toen.link(LATER).endswith("jci1.3:c:BWBR0002628&artikel=25&g=2026-11-22")
    assert not got.bekend


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "geen wet"),
        ("de begroting van 2021", "geen wet"),
        ("WPOX 161", "geen wet"),
        ("WPO", "Noem ook het artikel"),
        ("WVO 2020", "Noem ook het artikel"),
        ("WPO 165-167", "één artikel tegelijk"),
        ("WPO 160 en 161", "één artikel tegelijk"),
    ],
)
def test_half_a_citation_is_refused_with_what_is_missing(text: str, reason: str) -> None:
    assert reason in _refused(text, LATER)


WORDS = st.sampled_from(["WPO", "WVO", "WVO 2020", "WEB", "LPW", "artikel", "167a", "8.3.2", "lid"])
PIECES = st.one_of(WORDS, st.text(max_size=6))
DAYS = st.dates(date(1969, 1, 1), date(2030, 12, 31))


@given(st.lists(PIECES, max_size=6), DAYS)
def test_any_text_is_a_citation_or_a_refusal_in_words(pieces: list[str], op: date) -> None:
    try:
        got = _read(" ".join(pieces), op)
    except BadInput as refused:
        told = str(refused)
    else:
        told = f"{got.toen}."
    assert told.endswith(".")


@given(st.sampled_from([wet for wet in WETTEN if wet.tot is None]), st.integers(1, 999))
def test_an_article_of_a_law_of_now_is_read_or_asked(wet: Wet, number: int) -> None:
    try:
        got = _read(f"{wet.afkorting} {number}", LATER)
    except BadInput:
        assert (wet.afkorting, str(number)) in {(row.wet, row.oud) for row in ROWS}
        return
    assert (got.toen.wet, got.toen.artikel) == (wet.afkorting, str(number))


@given(st.sampled_from(ROWS), DAYS)
def test_a_number_that_was_reused_never_passes_unasked(row: Hernummering, op: date) -> None:
    try:
        got = _read(f"{row.wet} {row.oud}", op)
    except BadInput:
        assert op > row.tot
        assert not row.nog_goed
        return
    assert got.onderwerp == (row.onderwerp if op <= row.tot else row.nu_betekent)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nieuw = []", "needs the number of now"),
        ('nieuw = ["1"]\nnog_goed = true', "nu_betekent"),
        ('nieuw = ["1"]\ncontrole = ["Z"]', "controle"),
        ('nieuw = ["1"]\nnieuwer = "2"', "nieuwer"),
    ],
)
def test_a_slip_in_the_concordance_is_refused(tmp_path: Path, line: str, reason: str) -> None:
    folder = tmp_path / "samenwerking"
    folder.mkdir()
    head = '[rij]\nwet = "WPO"\noud = "9"\nto = 2022-03-31\nwet_nu = "WPO"\nonderwerp = "iets"\n'
    mark = "" if "controle" in line else 'controle = ["V"]\n'
    (folder / "hernummering.toml").write_text(f"{head}checked = 2026-11-22\n{mark}{line}\n")
    with pytest.raises(CatalogueError, match=reason):
        read_hernummeringen((tmp_path,))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("to = 2000-01-01", "before it begins"),
        ('opvolger = "nergens"', "no law of this file"),
        ("controle = []", "at least one mark"),
    ],
)
def test_a_slip_in_the_list_of_laws_is_refused(tmp_path: Path, line: str, reason: str) -> None:
    head = '[wet]\nnaam = "Een wet"\nafkorting = "EW"\nfrom = 2010-01-01\nchecked = 2026-11-22\n'
    mark = "" if "controle" in line else 'controle = ["V"]\n'
    (tmp_path / "wetten.toml").write_text(f"{head}{mark}{line}\n")
    with pytest.raises(CatalogueError, match=reason):
        read_wetten((tmp_path,))
