"""The command tells per school what there is beside what is needed, with sources."""

from pathlib import Path

from tests.cli.conftest import Commands


def test_the_demo_tells_space_shortage_projects_and_the_round(demo: Commands) -> None:
    told = demo("huisvesting", "--json").table
    assert set(told) >= {"gebouwen", "scholen", "projecten", "ronde"}
    assert len(told["gebouwen"]) == 3
    known = [one for one in told["scholen"] if one["m2"] is not None]
    assert len(known) == 3
    for one in told["scholen"]:
        assert {"school", "naam", "m2", "nodig", "tekort", "bron"} <= set(one)
        assert set(one["nodig"][0]) == {"jaar", "laag", "midden", "hoog"}
    first = known[0]
    assert first["tekort"][0]["midden"] == first["nodig"][0]["midden"] - first["m2"]
    assert told["verordening"]["niet_nagelezen"]["bo"]
    assert told["ronde"]["stappen"][0]["waar"] == "WPO 94"
    assert "voor" in demo("huisvesting").out


def test_a_year_that_cannot_be_is_refused(demo: Commands, tmp_path: Path) -> None:
    said = demo("huisvesting", "--jaar", "1850")
    assert said.code == 1
    assert "jaar" in said.err
    assert demo("huisvesting", "--werkruimte", "nergens").code == 1
