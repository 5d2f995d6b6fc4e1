"""The page of indicators in the documentation says what their files say."""

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from tools.indicatoren import PAGE, page


def test_the_page_is_made_from_the_files() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run tools/indicatoren.py"


def test_every_indicator_is_on_the_page() -> None:
    said = page()
    shelf = open_shelf(find_roots("")).indicators
    assert [name for name in shelf if f"`{name}`" not in said] == []
