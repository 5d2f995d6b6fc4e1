"""Kinds of consultation: what the law asks stands with the duty, and own files add to ours."""

from datetime import date
from pathlib import Path

import pytest

from openlea.catalogue.overlegkast import open_overlegkaarten, wrong_overlegkaarten
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError
from openlea.core.overleg import Karakter, Overlegkaart
from openlea.core.overlegplank import read_overlegkaarten
from openlea.core.partij import PartijSoort
from openlea.core.plansoort import PlanSoort
from openlea.core.plichtenplank import read_plichten

REGISTER = Path(__file__).parents[2] / "../shared/domain/duties.md"
KAARTEN = read_overlegkaarten((SHIPPED,))
PLICHTEN = read_plichten((SHIPPED,))
OWN = """
[themadag]
titel = "Themadag"
karakter = "vrij"
partijen = ["gemeente"]
per_jaar = 1
waarom = "Omdat het hier zo is afgesproken."
bron = "Eigen afspraak"

[[themadag.punt]]
titel = "Opening"
"""


def lay(root: Path, text: str) -> Path:
    file = root / "samenwerking" / "overlegsoorten.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return root


def test_the_kinds_that_an_agenda_needs_are_there() -> None:
    assert list(KAARTEN) == [
        *("bestuurlijk_overleg_lea", "rea", "oogo_jeugd", "oogo_huisvesting"),
        *("werkgroep", "stuurgroep", "ambtelijk_overleg", "vier_stappen"),
    ]


@pytest.mark.parametrize("kaart", KAARTEN.values(), ids=list(KAARTEN))
def test_a_kind_names_duties_and_plans_that_exist(kaart: Overlegkaart) -> None:
    assert set(kaart.plichten) <= set(PLICHTEN)
    assert kaart.plansoort in {"", *map(str, PlanSoort)}
    assert (kaart.karakter is Karakter.WETTELIJK) <= bool(kaart.plichten), "law needs a duty"
    assert kaart.op_overeenstemming <= bool(kaart.geschil), "striving for agreement can fail"


@pytest.mark.parametrize("kaart", KAARTEN.values(), ids=list(KAARTEN))
def test_a_kind_never_repeats_the_topics_of_its_duties(kaart: Overlegkaart) -> None:
    titles = {
        onderwerp.titel for plicht in kaart.plichten for onderwerp in PLICHTEN[plicht].onderwerpen
    }
    assert titles.isdisjoint(punt.titel for punt in kaart.punten)


def test_the_bestuurlijk_overleg_brings_the_five_topics_and_the_shortage_of_staff() -> None:
    kaart = KAARTEN["bestuurlijk_overleg_lea"]
    assert len(PLICHTEN["LEA-01"].onderwerpen) == 5
    assert kaart.plichten[:2] == ("LEA-01", "LEA-05")
    assert "personeelstekort" in {punt.vast for punt in kaart.punten}
    assert PartijSoort.KINDEROPVANG in kaart.partijen
    assert "4 weken" in kaart.geschil[1], "LEA-03: the commission advises within four weeks"
    weeks = PLICHTEN["LEA-03"].on(date(2027, 1, 1)).waarden["advies"].waarde
    assert f"{weeks} weken" in kaart.geschil[1]


def test_what_is_no_law_is_called_policy() -> None:
    kaart = KAARTEN["oogo_jeugd"]
    policy = {one for one in kaart.plichten if str(PLICHTEN[one].aard) == "beleid"}
    assert policy == {"LLV-06", "PO-16"}, "duties.md: not found in the law"


@pytest.mark.skipif(not REGISTER.is_file(), reason="no register here")
def test_every_duty_of_a_kind_stands_in_the_register_of_duties() -> None:
    register = REGISTER.read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip() for line in register.splitlines() if line.startswith("| ")}
    named = {plicht for kaart in KAARTEN.values() for plicht in kaart.plichten}
    assert named <= rows


def test_an_own_kind_stands_beside_ours(tmp_path: Path) -> None:
    found = open_overlegkaarten((SHIPPED, lay(tmp_path, OWN)))
    assert set(found) == {*KAARTEN, "themadag"}
    assert [punt.minuten for punt in found["themadag"].punten] == [10]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (OWN.replace("per_jaar = 1", "per_jaar = 0"), "per_jaar"),
        (OWN.replace("per_jaar = 1", "per_jaar = true"), "per_jaar"),
        (OWN.replace('["gemeente"]', '["koning"]'), "partijen"),
        (OWN.replace('["gemeente"]', "[]"), "partijen"),
        (OWN.replace('"vrij"', '"soms"'), "karakter"),
        (OWN.replace('titel = "Opening"', 'titel = "Opening"\nminuten = "lang"'), "minuten"),
        (OWN.replace("per_jaar = 1", 'per_jaar = 1\nper_ambitie = "ja"'), "per_ambitie"),
        (OWN.replace("per_jaar = 1", "per_jaar = 1\nkleur = 1"), "kleur"),
        (OWN.replace("themadag", "t" * 41), "40 letters"),
        ("x = [", "TOML"),
    ],
)
def test_a_wrong_own_kind_is_named_and_costs_only_itself(
    tmp_path: Path, wrong: str, named: str
) -> None:
    root = lay(tmp_path, wrong)
    with pytest.raises(CatalogueError, match=named):
        read_overlegkaarten((root,))
    assert set(open_overlegkaarten((SHIPPED, root))) == set(KAARTEN)
    (why,) = wrong_overlegkaarten((SHIPPED, root)).values()
    assert named in why
