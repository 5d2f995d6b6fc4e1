"""A norm is computed under the law of the day that was asked; what nobody can compute says so."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput, NotFound, NotInForce
from openlea.services.judge_norm import judge_norm

TODAY = date(2026, 11, 22)
FILE = "scholen/duties/opheffingsnorm.toml"
ASKED = {"kinderen": "4000", "km2": "80"}


def own_file(settings: Any, folder: Path, *changes: tuple[str, str]) -> None:
    """Put a changed copy of a file of the shelf in a folder of one's own."""
    text = (SHIPPED / FILE).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / FILE).parent.mkdir(parents=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    settings.CATALOGUE = str(folder)


def test_the_outcome_names_the_article_of_that_day_and_how_sure_it_is() -> None:
    told = judge_norm("opheffingsnorm", ASKED, TODAY, TODAY).as_plain()
    assert (told["norm"], told["waarde"], told["eenheid"]) == ("opheffingsnorm", 105, "leerlingen")
    assert told["grondslag"]["wet"] == "WPO"
    assert told["grondslag"]["artikel"] == "140"
    assert told["grondslag"]["link"].endswith("artikel=140&g=2026-11-22")
    assert told["status"] == "geverifieerd"
    then = judge_norm("opheffingsnorm", ASKED, date(2021, 6, 1), TODAY).as_plain()
    assert (then["waarde"], then["grondslag"]["artikel"]) == (105, "154")


def test_what_was_never_read_at_the_source_is_marked_in_the_outcome() -> None:
    told = judge_norm("pbm_uren", {"kinderen": "38"}, TODAY, TODAY).as_plain()
    assert told["status"] == "niet geverifieerd"
    assert "22 november 2026" in told["controlezin"]


def test_a_text_that_was_read_long_ago_warns_and_still_answers() -> None:
    told = judge_norm("opheffingsnorm", ASKED, TODAY, date(2028, 11, 22)).as_plain()
    assert told["waarde"] == 105
    assert told["status"] == "verouderd"


def test_an_own_file_changes_the_numbers_of_the_norm(settings: Any, tmp_path: Path) -> None:
    own_file(settings, tmp_path, ("waarde = 200", "waarde = 100"))
    assert judge_norm("opheffingsnorm", ASKED, TODAY, TODAY).as_plain()["waarde"] == 100


def test_a_wrong_own_file_is_named_beside_the_outcome(settings: Any, tmp_path: Path) -> None:
    own_file(settings, tmp_path, ('aard = "norm"', 'aard = "gewoonte"'))
    found = judge_norm("opheffingsnorm", ASKED, TODAY, TODAY)
    assert found.as_plain()["waarde"] == 105
    assert list(found.fouten) == [tmp_path / FILE]


@pytest.mark.parametrize(
    ("naam", "reden"),
    [
        ("LEA-02", "Een machine beoordeelt dit niet. 'Zo veel mogelijk' is een open norm"),
        ("PO-02", "Vraag naar: zorgplicht"),
        ("OPH-01", "Vraag naar: opheffingsnorm, telling en drie_jaren"),
        ("LPL-04", "Er valt niets aan te rekenen"),
        ("opheffingsnrm", "Bedoel je opheffingsnorm?"),
    ],
)
def test_what_is_no_norm_is_refused_with_why(naam: str, reden: str) -> None:
    with pytest.raises(NotFound, match=reden):
        judge_norm(naam, {}, TODAY, TODAY)


def test_a_norm_before_its_law_is_refused_and_not_guessed() -> None:
    with pytest.raises(NotInForce, match="2022-01-01"):
        judge_norm("pbm_uren", {"kinderen": "38"}, date(2021, 12, 31), TODAY)


def test_a_wrong_number_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="km2"):
        judge_norm("opheffingsnorm", {**ASKED, "km2": "0"}, TODAY, TODAY)
