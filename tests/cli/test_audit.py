"""The log from the command line: read in the shape of the standard, and checked."""

import sqlite3

from tests.cli.conftest import Commands


def test_the_log_is_read_as_spans_and_a_touch_ends_with_code_one(copied: Commands) -> None:
    lines = copied("audit", "--since", "2020-01-01", "--json").table
    assert lines
    for one in lines:
        assert len(one["trace_id"]) == 32
        assert len(one["span_id"]) == 16
        assert one["start_time"] == one["end_time"]
        assert "dpl.core.data_subject_id" not in one["attributes"]
    assert any("dpl.core.processing_activity_id" in one["attributes"] for one in lines)
    assert copied("audit", "verify", "--json").table["klopt"]
    with sqlite3.connect(copied.data / "openlea.sqlite3") as database:
        database.execute("UPDATE records_logregel SET rol='lezer' WHERE volgnummer=1")
    said = copied("audit", "verify")
    assert said.code == 1
    assert "regel 1: gewijzigd" in said.out
