"""A layout of a sender is one file; what it gets wrong is named, and it fits only its own heads."""

from pathlib import Path

import pytest

from openlea.catalogue.kopindelingkast import open_kopindelingen, read_kopindelingen
from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.policy.kolomkeuze import keuzes_of, treat_choice

HEAD = 'id = "proef"\ntitel = "Proef"\nregistratie = "doelgroepkinderen"\n'
GOOD = (
    '[[kolom]]\nkop = "Nr"\nveld = "bsn"\n[[kolom]]\nkop = "Geb"\nveld = "geboortemaand"\n'
    '[[kolom]]\nkop = "Ind"\nveld = "indicatie_op"\n'
)


def written(folder: Path, text: str) -> Path:
    shelf = folder / "voorschool" / "koppen"
    shelf.mkdir(parents=True, exist_ok=True)
    (shelf / "proef.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_layout_that_ships_makes_a_whole_file_of_its_registration() -> None:
    declared = open_registraties(find_roots())
    found = open_kopindelingen(find_roots())
    assert found
    for one in found.values():
        heads = [kolom.kop for kolom in one.kolommen]
        keuzes = keuzes_of(one, heads)
        assert keuzes is not None
        assert treat_choice(heads, declared[one.registratie], keuzes).uit


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD.replace("doelgroepkinderen", "nergens") + GOOD, "none that is declared"),
        (HEAD + GOOD.replace('"bsn"', '"naam"'), "keeps: bsn"),
        (HEAD + GOOD.replace("Nr", "Geb"), "one head twice"),
        (HEAD + GOOD.replace("geboortemaand", "start_op"), "lacks what"),
        (HEAD + GOOD.replace('"bsn"', '"pc4"'), "who it is about"),
        (HEAD + GOOD + 'datum = "jmd"\n', "write one of: mdj"),
        (HEAD + GOOD + 'waarden = { "a" = "b" }\n', "closed list"),
        (HEAD + 'merk = "x"\n' + GOOD, "not a known key"),
        (
            HEAD + GOOD + '[[kolom]]\nkop = "S"\nveld = "stand"\nwaarden = { "A" = "weg" }\n',
            "'stand' knows: geplaatst",
        ),
    ],
)
def test_a_wrong_layout_says_what_is_wrong(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=fault):
        read_kopindelingen([written(tmp_path, text)])


def test_a_layout_fits_no_file_without_its_heads(tmp_path: Path) -> None:
    [one] = read_kopindelingen([written(tmp_path, HEAD + GOOD)]).values()
    assert keuzes_of(one, ["Nr", "Geb", "Ind", "meer"]) is not None
    assert keuzes_of(one, ["Nr", "Geb"]) is None
    assert one.gezien == "", "nobody says that this product is supported"
