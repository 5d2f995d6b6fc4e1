"""Two files and a question give an outcome, or say on which line and in which column it stops."""

from pathlib import Path

import pytest

from openlea.core.errors import BadInput
from openlea.engines.spreading import spread
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services import spread_leerlingen as verb
from openlea.services.spread_leerlingen import spread_leerlingen
from openlea.services.spreiding.afstanden import great_circle
from openlea.services.spreiding.opgave import read_opgave

VRAAG = Spreidingsvraag(band=10)
LEERLINGEN = """pc4;groep;school;aantal;afstand_km
1211;ja;A;30;0,5
1211;ja;B;0;1,5
1211;nee;A;10;0,5
1212;ja;B;10;0,5
1212;nee;B;30;0,5
1212;nee;A;0;1,5
"""
SCHOLEN = "school;capaciteit;minimum\nA;40;20\nB;40;20\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    leerlingen, scholen = tmp_path / "leerlingen.csv", tmp_path / "scholen.csv"
    leerlingen.write_text(LEERLINGEN, encoding="utf-8")
    scholen.write_text(SCHOLEN, encoding="utf-8")
    return leerlingen, scholen


def faults(files: tuple[Path, Path], vraag: Spreidingsvraag = VRAAG) -> list[str]:
    """Return what is said of files that can't be taken in."""
    with pytest.raises(BadInput) as raised:
        spread_leerlingen(*files, vraag)
    return [str(fout) for fout in raised.value.fouten]


def test_a_swap_of_six_pairs_is_found_and_nothing_that_was_asked_is_left_unsaid(
    files: tuple[Path, Path],
) -> None:
    told = spread_leerlingen(*files, VRAAG).as_plain()
    assert told["uitkomst"]["verplaatst"] == 12
    assert told["uitkomst"]["bewezen"] is True
    assert told["gevraagd"]["doel"] == 50
    assert told["gevraagd"]["afstand"] == "opgegeven"
    assert "procentpunt" in " ".join(told["gevraagd"]["zinnen"])
    assert [(one["aandeel_nu"], one["aandeel"]) for one in told["scholen"]] == [(75, 60), (25, 40)]
    assert (told["uitkomst"]["dissimilariteit_nu"], told["uitkomst"]["dissimilariteit"]) == (
        0.5,
        0.2,
    )
    assert "verplaatsingen" not in told


def test_a_handful_of_children_is_hidden_unless_all_is_asked(files: tuple[Path, Path]) -> None:
    found = spread_leerlingen(*files, Spreidingsvraag(band=20))
    told, whole = found.as_plain(), found.as_plain(volledig=True)
    assert whole["uitkomst"]["verplaatst"] == 4
    assert told["uitkomst"]["verplaatst"] == "<5"
    assert {one["erbij"] for one in told["scholen"]} == {"<5"}
    assert {one["erbij"] for one in whole["scholen"]} == {2}
    assert sum(one["verschil"] for one in whole["verplaatsingen"]) == 0
    assert whole["verplaatsingen"][0] == {
        "pc4": "1211",
        "groep": "ja",
        "school": "A",
        "verschil": -2,
    }


def test_what_can_not_says_which_limit_bites(files: tuple[Path, Path]) -> None:
    told = spread_leerlingen(*files, Spreidingsvraag(band=10, reis=1.0)).as_plain()
    assert told["uitkomst"]["mogelijk"] is False
    assert {one["grens"]: one["waarde"] for one in told["knelt"]["los"]} == {
        "reis": 1.5,
        "band": 25.0,
    }
    assert any("de reisgrens moet 1,5" in line for line in told["uitkomst"]["zinnen"])


def test_too_few_seats_name_the_school(files: tuple[Path, Path]) -> None:
    files[1].write_text("school;capaciteit\nA;28\nB;40\n", encoding="utf-8")
    told = spread_leerlingen(*files, VRAAG).as_plain()
    (only,) = told["knelt"]["los"]
    assert (only["grens"], only["waarde"]) == ("capaciteit", 12)
    assert sum(one["aantal"] for one in only["scholen"]) == 12


def test_the_frontier_lies_beside_the_outcome_with_all_that_was_tried(
    files: tuple[Path, Path],
) -> None:
    told = spread_leerlingen(*files, Spreidingsvraag(band=10, reis=2.0), grens=True).as_plain()
    assert [(one["band"], one["verplaatst"]) for one in told["grens"]] == [
        (5, 16),
        (10, 12),
        (15, 8),
        (20, "<5"),
        (25, 0),
    ]
    # One km is too short for any swap, so only the widest band can be met by it.
    assert [one["reis"] for one in told["grens"]] == [2, 2, 2, 2, 1]
    assert told["geprobeerd"] == {"banden": [5, 10, 15, 20, 25], "reizen": [1, 2, 3]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1211;ja;A;x;0,5", "leerlingen.csv, regel 2 kolom aantal: 'x' is geen heel getal"),
        ("1211;ja;A;-3;0,5", "kolom aantal: '-3' is geen heel getal"),
        ("1211;ja;A;<5;0,5", "kolom aantal: is afgeschermd"),
        ("1211;ja;C;3;0,5", "regel 2 kolom school: 'C' staat niet in scholen.csv"),
        ("1211;ja;A;3;ver", "kolom afstand_km: 'ver' is geen afstand"),
        ("1211;ja;A;3;", "kolom afstand_km: '' is geen afstand"),
        (";ja;A;3;1", "kolom pc4: is leeg"),
        ("1211;ja", "kolom school: is leeg"),
        ("1211;nee;A;30;0,5", "regel 4 kolom school: gebied, groep en school staan ook op regel 2"),
        ("1211;ja;A;30;0,7", "regel 4 kolom afstand_km: 0.5 km, maar eerder 0.7"),
    ],
)
def test_a_wrong_line_is_named_with_its_column(
    files: tuple[Path, Path], line: str, said: str
) -> None:
    rows = LEERLINGEN.splitlines()
    files[0].write_text("\n".join([rows[0], line, *rows[2:]]), encoding="utf-8")
    assert said in " | ".join(faults(files))


@pytest.mark.parametrize(
    ("scholen", "said"),
    [
        ("school\nA\n", "scholen.csv: kolom 'capaciteit' ontbreekt; er is: school."),
        ("school;capaciteit\nA;veel\nB;40\n", "regel 2 kolom capaciteit: 'veel'"),
        ("school;capaciteit\nA;9\nA;9\nB;9\n", "regel 3 kolom school: 'A' staat ook op regel 2"),
        ("school;capaciteit;minimum\nA;9;10\nB;9;1\n", "kolom minimum: 10 is meer dan"),
        ("school;capaciteit\n", "er staat geen enkele school in"),
        ("", "het bestand is leeg"),
    ],
)
def test_a_wrong_file_of_schools_is_named(
    files: tuple[Path, Path], scholen: str, said: str
) -> None:
    files[1].write_text(scholen, encoding="utf-8")
    assert said in " | ".join(faults(files))


@pytest.mark.parametrize(
    ("vraag", "said"),
    [
        (Spreidingsvraag(band=101), "--band: 101 kan niet"),
        (Spreidingsvraag(doel=-1), "--doel: -1 kan niet"),
        (Spreidingsvraag(reis=-1), "--reis: -1 kan niet"),
        (Spreidingsvraag(reis=float("nan")), "--reis: nan kan niet"),
        (Spreidingsvraag(waarde="misschien"), "'misschien' komt niet voor; er is: ja, nee."),
        (Spreidingsvraag(groep="doelgroep"), "kolom 'doelgroep' ontbreekt"),
    ],
)
def test_a_question_that_means_nothing_is_refused(
    files: tuple[Path, Path], vraag: Spreidingsvraag, said: str
) -> None:
    assert said in " | ".join(faults(files, vraag))


def test_a_group_must_be_named_where_none_is_called_ja(files: tuple[Path, Path]) -> None:
    files[0].write_text(LEERLINGEN.replace(";ja;", ";laag;").replace(";nee;", ";hoog;"))
    assert "zeg met --waarde welke groep het is; er is: hoog, laag." in faults(files)[0]
    assert spread_leerlingen(*files, Spreidingsvraag(waarde="laag")).outcome is not None


def test_a_group_with_nobody_in_it_has_no_index_and_moves_nobody(
    files: tuple[Path, Path],
) -> None:
    rows = [line for line in LEERLINGEN.splitlines() if ";ja;" not in line]
    files[0].write_text("\n".join([*rows, "1212;ja;B;0;0,5"]))
    files[1].write_text("school;capaciteit\nA;40\nB;40\n")
    told = spread_leerlingen(*files, VRAAG).as_plain()
    assert (told["uitkomst"]["verplaatst"], told["uitkomst"]["dissimilariteit"]) == (0, None)
    assert told["gevraagd"]["doel"] == 0


def test_of_very_many_faults_a_few_are_told_and_the_rest_is_counted(
    files: tuple[Path, Path],
) -> None:
    rows = [f"{number};ja;A;x;1" for number in range(1000, 1050)]
    files[0].write_text("\n".join([LEERLINGEN.splitlines()[0], *rows]))
    told = faults(files)
    assert len(told) == 21
    assert told[-1] == "leerlingen.csv: er zijn nog 30 fouten."


def test_when_time_is_up_more_time_is_asked(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object, **__: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(verb, "spread", late)
    assert faults(files) == [
        "--seconden: in 60 seconden is geen verdeling gevonden; geef meer tijd."
    ]


def test_without_distances_they_are_measured_over_the_map_and_an_unknown_place_is_named(
    files: tuple[Path, Path],
) -> None:
    rows = ["pc4;groep;school;aantal", "1211;ja;08CI00;9", "1217;nee;03BA00;9"]
    files[0].write_text("\n".join(rows))
    files[1].write_text("school;capaciteit\n08CI00;20\n03BA00;20\n")
    opgave = read_opgave(*files, VRAAG)
    assert opgave.hemelsbreed
    assert ((opgave.problem.distance > 0.1) & (opgave.problem.distance < 6)).all()
    assert spread(opgave.problem) is not None
    files[0].write_text("\n".join([*rows, "9;nee;03BA00;9"]))
    assert "regel 4 kolom pc4: postcode '9' (vier cijfers) is niet bekend." in faults(files)[0]
    files[0].write_text("\n".join(rows).replace("08CI00", "99ZZ99"))
    files[1].write_text("school;capaciteit\n99ZZ99;20\n03BA00;20\n")
    assert (
        "scholen.csv, regel 2 kolom school: vestiging '99ZZ99' is niet bekend" in faults(files)[0]
    )


def test_a_degree_along_a_meridian_is_as_long_as_it_is_known_to_be() -> None:
    assert great_circle((52.0, 5.0), (53.0, 5.0)) == pytest.approx(111.195, abs=1e-3)
    assert great_circle((52.0, 5.0), (52.0, 5.0)) == 0
