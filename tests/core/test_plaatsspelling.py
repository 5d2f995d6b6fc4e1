"""Two spellings of one name become one, and no two names become the same."""

import pytest

from openlea.core.plaatsspelling import fold, loosely, written


@pytest.mark.parametrize(
    "text",
    [
        "Súdwest-Fryslân",
        "SÚDWEST-FRYSLÂN",
        "sudwest fryslan",
        "Su\u0301dwest-Frysla\u0302n",
        "SÃºdwest-FryslÃ¢n",
        "Sudwest–Fryslan ",
    ],
)
def test_a_name_is_one_name_however_it_is_written(text: str) -> None:
    assert fold(text) == "sudwestfryslan"


def test_an_ampersand_is_read_as_the_word_it_stands_for() -> None:
    assert fold("Gilze & Rijen") == fold("Gilze en Rijen")


def test_the_whole_text_is_tried_before_the_word_gemeente_is_taken_off() -> None:
    assert list(written("Gemert-Bakel", ("gemeente", "gem"))) == ["gemertbakel", "ertbakel"]
    assert list(written("gemeente Ede", ("gemeente",))) == ["gemeenteede", "ede"]
    assert list(written("Ede (gemeente)", ("gemeente",))) == ["edegemeente", "ede"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gravenhage, 's", "sgravenhage"),
        ("Bildt, het", "hetbildt"),
        ("Wolden, De", "dewolden"),
        ("Nuenen, Gerwen en Nederwetten", "nuenengerwenennederwetten"),
    ],
)
def test_an_article_at_the_end_is_put_back_in_front(text: str, name: str) -> None:
    assert list(written(text, ())) == [name]


def test_a_name_is_also_known_by_its_short_and_damaged_forms() -> None:
    assert set(loosely("Bergen (NH.)", ("Noord-Holland", "NH"))) == {
        "bergennh",
        "bergen",
        "bergennoordholland",
    }
    assert "capelleadijssel" in set(loosely("Capelle aan den IJssel", ()))
    assert "wijkbijstduurstede" in set(loosely("Wijk bij Sint Duurstede", ()))
    assert fold("S?dwest-Frysl�n") in set(loosely("Súdwest-Fryslân", ()))
