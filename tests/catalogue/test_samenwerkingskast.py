"""The shelf on working together holds what its sources say, and a wrong own file is named."""

from pathlib import Path

import pytest

from openlea.catalogue.samenwerkingskast import (
    open_modelkaarten,
    open_sturingstabel,
    open_tips,
    wrong_samenwerking,
)
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError
from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.core.samenwerkingsplank import read_modelkaarten, read_tips
from openlea.core.sturingstabel import read_sturingstabel
from openlea.services.read_bundled_agenda import read_bundled_agenda

SEED = Path(__file__).parents[2] / "../shared/seeds/ontwikkelagenda-inclusiever-onderwijs.txt"
needs_text = pytest.mark.skipif(not SEED.exists(), reason="the text of this agenda is not here")
TOP = "id = 'a'\ntitel = 't'\nbron = 'b'\n"
BLAD = "ontwikkelagenda-inclusiever-onderwijs"


def own(folder: Path, name: str, text: str) -> Path:
    (folder / "samenwerking").mkdir(exist_ok=True)
    (folder / "samenwerking" / name).write_text(text, encoding="utf-8")
    return folder


def test_each_of_the_four_models_has_its_card() -> None:
    assert list(open_modelkaarten((SHIPPED,))) == [str(one) for one in Samenwerkingsmodel]


@needs_text
def test_there_are_as_many_tips_as_the_text_marks() -> None:
    marked = SEED.read_text(encoding="utf-8").count("TIP:")
    assert marked == len(open_tips((SHIPPED,))[BLAD].tips) == 14


def test_the_four_topics_are_those_of_the_agenda_and_one_is_general() -> None:
    topics = open_tips((SHIPPED,))[BLAD].onderwerpen
    assert [one.id for one in topics if not one.algemeen] == [
        *("vervoer", "huisvesting", "jeugdhulp", "overgangen")
    ]
    assert all(one.woorden for one in topics if not one.algemeen)


def test_twelve_of_the_tips_are_actions_of_the_template_agenda_by_name() -> None:
    names = {one.naam for one in read_bundled_agenda(BLAD).acties}
    tips = [one.titel for one in open_tips((SHIPPED,))[BLAD].tips]
    assert len(names.intersection(tips)) == 12


def test_a_municipality_words_a_model_its_own_way(tmp_path: Path) -> None:
    text = "".join(
        f'{key} = "eigen"\n'
        for key in ("wat", "nadruk", "past", "let_op", "voorbeeld", "beeld", "bron")
    )
    root = own(tmp_path, "samenwerkingsmodellen.toml", f"[keten]\n{text}")
    kaarten = open_modelkaarten((SHIPPED, root))
    assert kaarten["keten"].wat == "eigen"
    assert kaarten["netwerk"].wat != "eigen"


def test_a_wrong_own_file_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    root = own(tmp_path, "sturing.toml", 'id = "sturing"\ntitel = "x"\n')
    own(tmp_path, "tips.toml", "stuk = [")
    roots = (SHIPPED, root)
    assert open_sturingstabel(roots) == open_sturingstabel((SHIPPED,))
    assert list(open_tips(roots)) == [BLAD]
    assert {file.name for file in wrong_samenwerking(roots)} == {"sturing.toml", "tips.toml"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("samenwerkingsmodellen.toml", '[eiland]\nwat = "x"\n', "is not a model"),
        (
            "tips.toml",
            'id = "a"\ntitel = "t"\nbron = "b"\n[[tips]]\nid = "x"\nonderwerp = "y"\n',
            "y",
        ),
        ("sturing.toml", '[a]\nx = "1"\n[b]\nx = "1"\n', "keep one"),
        ("sturing.toml", 'id = "sturing"\ntitel = "x"\nzwaarte = 2\n', "zwaarte"),
    ],
)
def test_a_slip_in_a_file_says_where_and_what(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    root = own(tmp_path, name, text)
    read = {
        "samenwerkingsmodellen.toml": read_modelkaarten,
        "tips.toml": read_tips,
        "sturing.toml": read_sturingstabel,
    }[name]
    with pytest.raises(CatalogueError, match=said) as refused:
        read((root,))
    assert name in str(refused.value)
