"""The lists of questions hold what their sources name, and a wrong own list costs itself alone."""

from collections import Counter
from pathlib import Path

import pytest

from openlea.catalogue.vragenlijstkast import open_vragenlijsten
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.core.raadpleging import VraagSoort
from openlea.core.vragenlijstplank import VRAGENLIJSTEN, read_vragenlijsten_in

OURS = open_vragenlijsten(find_roots()).lijsten
GOOD = """
id = "eigen"
titel = "Eigen"
voor = "Iedereen"
waarom = "Omdat."
bron = "Wij"
"""
VRAAG = '[[vraag]]\nid = "a"\ntekst = "Vraag?"\n'


def test_the_quickscan_has_the_forty_factors_of_its_source() -> None:
    quickscan = OURS["quickscan"]
    assert Counter(one.onderdeel for one in quickscan.vragen) == {
        "visie": 7,
        "vertrouwen": 10,
        "randvoorwaarden": 6,
        "sturing": 8,
        "borging": 9,
    }
    assert all(one.soort is VraagSoort.SCHAAL for one in quickscan.vragen)


@pytest.mark.parametrize("naam", ["leerlingen", "ouders", "leraren"])
def test_pupils_parents_and_teachers_can_be_heard(naam: str) -> None:
    assert OURS[naam].bron.startswith("Beleidsnota Evaluatie en verbeteraanpak passend onderwijs")
    assert any(one.soort is VraagSoort.TEKST for one in OURS[naam].vragen)


def test_words_for_pupils_are_short() -> None:
    long = [
        word
        for one in OURS["leerlingen"].vragen
        for word in one.tekst.replace(".", "").replace("?", "").split()
        if len(word) > 10
    ]
    assert long == []


def test_no_two_questions_of_a_list_say_the_same() -> None:
    for lijst in OURS.values():
        texts = [one.tekst for one in lijst.vragen]
        assert len(texts) == len(set(texts))


def own(folder: Path, content: str) -> Path:
    file = folder / VRAGENLIJSTEN.replace("*", "eigen")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def test_an_own_list_is_added_and_a_wrong_one_costs_itself_alone(tmp_path: Path) -> None:
    file = own(tmp_path, GOOD + VRAAG)
    assert "eigen" in open_vragenlijsten(find_roots(str(tmp_path))).lijsten
    own(tmp_path, GOOD + "\n\n")
    kast = open_vragenlijsten(find_roots(str(tmp_path)))
    assert set(kast.lijsten) == set(OURS)
    assert "no question" in kast.fouten[file]


def test_an_own_list_with_a_known_id_takes_the_place_of_ours(tmp_path: Path) -> None:
    own(tmp_path, GOOD.replace('"eigen"', '"quickscan"') + VRAAG)
    assert len(open_vragenlijsten(find_roots(str(tmp_path))).lijsten["quickscan"].vragen) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (GOOD + 'kleur = "rood"\n' + VRAAG, "not a known key"),
        (GOOD + VRAAG + VRAAG, "twice"),
        (GOOD + VRAAG.replace('"a"', '"A b"'), "no id"),
        (GOOD + VRAAG + 'soort = "keuze"\n', "two or more"),
        (GOOD + VRAAG + 'keuzes = ["x", "y"]\n', "two or more"),
        (GOOD + VRAAG + 'onderdeel = "nergens"\n', "onderdeel"),
        (GOOD + 'uitersten = ["Nee"]\n' + VRAAG, "two texts"),
        (GOOD + 'per_partij = "ja"\n' + VRAAG, "true or false"),
        (GOOD + VRAAG + "keuzes = 3\n", "needs texts under"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(CatalogueError, match=says):
        read_vragenlijsten_in(own(tmp_path, content))
