"""Conditions of a stream and headings of the BBV, as read from a shelf."""

from datetime import date
from pathlib import Path

import pytest

from openlea.core.errors import CatalogueError
from openlea.core.geldvoorwaarden import (
    Categorie,
    Controle,
    Geldvoorwaarden,
    Oordeel,
    read_geldvoorwaarden,
)
from openlea.core.taakveld import Taakveld, read_taakvelden

GOED = """
[npo]
titel = "NPO"
checked = 2026-11-22
toelichting = "Loopt af."
[[npo.mag_niet]]
id = "bouw"
label = "bouwen"
bron = "regeling"
controle = "K"
toelichting = "Let op."
[[npo.mag]]
id = "taal"
label = "taalles"
bron = "wet"
controle = "V"
"""
TAAL = Categorie(
    id="taal", label="taalles", oordeel=Oordeel.MAG, bron="wet", controle=Controle.WETTEKST
)
BOUW = Categorie(
    id="bouw",
    label="bouwen",
    oordeel=Oordeel.MAG_NIET,
    bron="regeling",
    controle=Controle.KENNIS,
    toelichting="Let op.",
)


def read(tmp_path: Path, text: str) -> dict[str, Geldvoorwaarden]:
    (tmp_path / "onderwijs").mkdir()
    (tmp_path / "onderwijs" / "geldstromen.toml").write_text(text, encoding="utf-8")
    return dict(read_geldvoorwaarden([tmp_path]))


def test_the_key_above_a_category_is_its_verdict(tmp_path: Path) -> None:
    assert read(tmp_path, GOED) == {
        "npo": Geldvoorwaarden(
            id="npo",
            titel="NPO",
            gecontroleerd_op=date(2026, 11, 22),
            categorieen=(TAAL, BOUW),
            toelichting="Loopt af.",
        )
    }


def test_a_category_is_found_by_its_id(tmp_path: Path) -> None:
    npo = read(tmp_path, GOED)["npo"]
    assert npo.categorie("bouw") == BOUW
    assert npo.categorie("") is None


@pytest.mark.parametrize(
    ("goed", "fout", "message"),
    [
        ('titel = "NPO"', 'naam = "NPO"', "[npo] 'naam' is not a known key"),
        ('titel = "NPO"', "", "[npo] needs a text under 'titel'"),
        ("checked = 2026-11-22", "", "[npo] needs a date under 'checked'"),
        ('label = "taalles"', "", "[npo.mag.1] needs a text under 'label'"),
        ('bron = "regeling"', "", "[npo.mag_niet.1] needs a text under 'bron'"),
        ('controle = "V"', 'controle = "X"', "[npo.mag.1] 'controle' is 'X'; write one of: V"),
        ('controle = "V"', 'controle = "V"\nmag = 1', "[npo.mag.1] 'mag' is not a known key"),
        ('id = "taal"', "", "[npo.mag.1] needs a text under 'id'"),
        ('id = "taal"', 'id = "bouw"', "[npo] category 'bouw' is there twice; keep one verdict"),
        ('toelichting = "Loopt af."', "toelichting = 1", "[npo] needs a text under 'toelichting'"),
        ('toelichting = "Let op."', "toelichting = 1", "needs a text under 'toelichting'"),
    ],
)
def test_a_wrong_condition_is_refused_with_its_place(
    tmp_path: Path, goed: str, fout: str, message: str
) -> None:
    with pytest.raises(CatalogueError) as fault:
        read(tmp_path, GOED.replace(goed, fout))
    assert message in str(fault.value)


def test_a_condition_may_do_without_an_explanation(tmp_path: Path) -> None:
    npo = read(tmp_path, GOED.replace('toelichting = "Loopt af."', ""))["npo"]
    assert npo.toelichting == ""


TAAKVELD = '["4.3"]\ntitel = "Onderwijs"\nbron = "BBV"\ncontrole = "O"\nchecked = 2026-11-22\n'


def test_a_taakveld_is_read_by_its_number(tmp_path: Path) -> None:
    uitleg = '["5.6"]\ntitel = "Media"\nbron = "BBV"\ncontrole = "K"\nchecked = 2026-01-01\n'
    text = TAAKVELD + uitleg + 'toelichting = "Ook de bieb."\n'
    (tmp_path / "taakvelden.toml").write_text(text, encoding="utf-8")
    assert read_taakvelden([tmp_path]) == {
        "4.3": Taakveld(
            code="4.3",
            titel="Onderwijs",
            bron="BBV",
            controle=Controle.OFFICIEEL,
            gecontroleerd_op=date(2026, 11, 22),
        ),
        "5.6": Taakveld(
            code="5.6",
            titel="Media",
            bron="BBV",
            controle=Controle.KENNIS,
            gecontroleerd_op=date(2026, 1, 1),
            toelichting="Ook de bieb.",
        ),
    }


@pytest.mark.parametrize("sleutel", ["titel", "bron", "controle", "checked"])
def test_a_taakveld_without_one_of_its_facts_is_refused(tmp_path: Path, sleutel: str) -> None:
    rest = [regel for regel in TAAKVELD.splitlines() if not regel.startswith(sleutel)]
    (tmp_path / "taakvelden.toml").write_text("\n".join(rest), encoding="utf-8")
    with pytest.raises(CatalogueError, match=f"'{sleutel}'"):
        read_taakvelden([tmp_path])


def test_a_slip_in_a_taakveld_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taakvelden.toml").write_text(TAAKVELD + 'naam = "x"\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match="'naam' is not a known key"):
        read_taakvelden([tmp_path])
