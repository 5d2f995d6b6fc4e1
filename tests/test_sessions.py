"""The load test tells the truth: what is lost is named, and a form is sent as a browser would."""

from collections.abc import Mapping

from benchmarks.sessions import Plan
from benchmarks.sessions_people import Diary, Form
from benchmarks.sessions_report import Report, at

PLAN = Plan(sessies=2, schrijvers=2, minuten=1, postgres=False, processen=1)
ALL_THERE = {"standen": {"a": 3}, "opmerkingen": {"meting 1": 1}}


def _report(kept: Mapping[str, object], **diary: object) -> Report:
    told = Diary(took={"actie": [0.2, 0.1]}, stand=3, remarks=["meting 1"], **diary)  # type: ignore[arg-type]
    return Report.of(PLAN, {"a": told}, [0.01], kept)


def test_a_run_in_which_everything_is_there_is_sound() -> None:
    found = _report(ALL_THERE)
    assert found.is_sound
    assert found.as_json()["kwijt"] == 0
    assert found.writes == 4


def test_a_change_that_another_wrote_over_is_named() -> None:
    found = _report({"standen": {"a": 2}, "opmerkingen": {"meting 1": 1}})
    assert list(found.lost) == ["a: 3 bewaard, 2 te lezen"]
    assert not found.is_sound


def test_a_remark_that_is_gone_or_there_twice_is_named() -> None:
    for many in ({}, {"meting 1": 2}):
        assert list(_report({"standen": {"a": 3}, "opmerkingen": many}).lost) == ["meting 1"]


def test_an_error_page_spoils_the_run() -> None:
    assert not _report(ALL_THERE, failed=["actie: 500"]).is_sound


def test_a_run_in_which_nobody_wrote_proves_nothing() -> None:
    assert not Report.of(PLAN, {"a": Diary()}, [0.01], ALL_THERE).is_sound


def test_a_form_is_read_as_a_browser_sends_it() -> None:
    page = """<form><input name=versie value=3><input type=checkbox name=a>
    <input type=checkbox name=b value=ja checked><input type=submit name=knop>
    <textarea name=tekst>\nEen &amp; twee\nregels</textarea>
    <select name=staat><option value=x>X<option value=y selected>Y</select></form>"""
    assert Form(page).with_field("versie") == {
        "versie": "3",
        "b": "ja",
        "tekst": "Een & twee\nregels",
        "staat": "y",
    }


def test_the_middle_and_the_slow_end_of_times() -> None:
    times = [float(one) for one in range(1, 101)]
    assert (at(times, 0.5), at(times, 0.95), at([], 0.5)) == (51.0, 96.0, 0.0)
