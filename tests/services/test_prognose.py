"""The forecast of Hilversum from the tables that ship: what it starts from, sums to, and says."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.prognosescenario import Woningbouw
from openlea.services import describe_prognose as verb
from openlea.services.check_prognose import check_prognose
from openlea.services.describe_prognose import EEN_JAAR, Prognosevraag, describe_prognose
from openlea.services.prognose.bouwplan import read_bouwplan
from openlea.services.prognose.uitkomst import Prognose
from openlea.services.write_prognose import write_prognose

HILVERSUM = PlaceKey(PlaceKind.GEMEENTE, "GM0402")
TODAY = date(2026, 3, 1)
HEAD = "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,LEEFTIJD,AANTAL_LEERLINGEN\n"


def asked(**more: object) -> Prognose:
    vraag = Prognosevraag(jaren=3, trekkingen=100, **more)  # type: ignore[arg-type]
    return describe_prognose(HILVERSUM, vraag, TODAY)


@pytest.fixture(scope="module")
def found() -> Prognose:
    def duo(*_: object) -> Mapping[str, Mapping[int, float]]:
        return {"15LL00": {2025: 250.0, 2026: 255.0, 2027: 260.0}}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verb, "told_by_duo", duo)
        return asked()


def test_with_one_year_it_says_that_nothing_was_tested(found: Prognose) -> None:
    told = found.as_plain()["terugtoets"]
    assert told == {"gedaan": False, "reden": EEN_JAAR, "rijen": []}


def test_the_schools_sum_to_the_gemeente(found: Prognose) -> None:
    assert sum(one.nu.midden for one in found.scholen) == pytest.approx(found.nu.midden)
    first = found.scenarios["midden"][0].midden
    assert sum(one.reeks[0].midden for one in found.scholen) == pytest.approx(first, rel=0.02)


def test_hidden_counts_widen_the_interval(found: Prognose) -> None:
    assert found.nu.laag < found.nu.midden < found.nu.hoog
    hidden = next(one for one in found.scholen if one.nu.laag < one.nu.hoog)
    end = hidden.reeks[0]
    assert end.hoog - end.laag >= hidden.nu.hoog - hidden.nu.laag


def test_low_middle_and_high_lie_in_that_order(found: Prognose) -> None:
    for low, middle, high in zip(*(found.scenarios[n] for n in ("laag", "midden", "hoog")),
                                 strict=True):  # fmt: skip
        assert low.midden < middle.midden < high.midden


def test_the_norm_says_where_it_comes_from(found: Prognose) -> None:
    assert found.norm is not None
    assert "schatting" in found.norm.herkomst
    small = min(found.scholen, key=lambda one: one.nu.midden)
    assert small.norm is not None
    assert small.norm.jaar == 2025
    assert asked(norm=23).scholen[0].norm is not None


def test_the_forecast_of_duo_differs_in_parts_that_sum(found: Prognose) -> None:
    school = next(one for one in found.scholen if one.duo)
    assert school.school.vestiging == "15LL00"
    for one in school.duo:
        assert one.niveau + one.instroom + one.doorstroom == pytest.approx(one.verschil)


def test_houses_bring_children(found: Prognose) -> None:
    bouw = Woningbouw(
        jaar=2026, woningen=1000, kinderen_per_woning=dict.fromkeys(range(4, 12), 0.05), bron="x"
    )
    more = asked(bouw=(bouw,)).scenarios["midden"]
    extra = [a.midden - b.midden for a, b in zip(more, found.scenarios["midden"], strict=True)]
    assert extra[0] == pytest.approx(0, abs=15)
    assert extra[1] == pytest.approx(400, abs=25)


@pytest.mark.parametrize("wrong", [{"jaren": 0}, {"jaren": 21}, {"soort": "vo"}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        describe_prognose(HILVERSUM, Prognosevraag(**wrong), TODAY)  # type: ignore[arg-type]


def test_the_file_holds_what_was_told(found: Prognose) -> None:
    rows = list(csv.DictReader(io.StringIO(write_prognose(found, "csv").decode("utf-8-sig")),
                               delimiter=";"))  # fmt: skip
    assert len(rows) == 3 * (3 + len(found.scholen))
    assert json.loads(write_prognose(found, "json")) == json.loads(json.dumps(found.as_plain()))
    assert write_prognose(found, "xlsx").startswith(b"PK")
    with pytest.raises(BadInput, match="kan niet"):
        write_prognose(found, "pdf")


def test_a_back_test_of_one_year_is_none_and_says_why() -> None:
    found = check_prognose(HILVERSUM)
    assert (found.rijen, found.reden) == ((), EEN_JAAR)


def test_a_file_of_many_years_is_tested_without_being_kept() -> None:
    lines = [
        f"{10 + n}AA,00,BO,{year},{age},{20 + n + (n * year + age) % 3}\n"
        for n in range(30)
        for year in range(2014, 2026)
        for age in range(4, 12)
    ]
    file = Bestand(naam="brin6_leeftijd.csv", inhoud=(HEAD + "".join(lines)).encode())
    found = check_prognose(None, bestand=file)
    assert {one["horizon"] for one in found.as_plain()} == {1, 3, 5}
    keys = {"horizon", "groep", "mape", "bias", "dekking", "naief", "laatste_ratio"}
    assert keys <= set(found.as_plain()[0])


def test_a_plan_of_houses_is_read_or_says_how_to_write_it(tmp_path: Path) -> None:
    file = tmp_path / "bouw.toml"
    file.write_text(
        "[[bouw]]\njaar = 2028\nwoningen = 150\nbron = 'woningbouwprogramma'\n"
        "[bouw.kinderen_per_woning]\n4 = 0.05\n",
        encoding="utf-8",
    )
    assert read_bouwplan(file)[0].kinderen_per_woning == {4: 0.05}
    file.write_text("[[bouw]]\njaar = 2028\n", encoding="utf-8")
    with pytest.raises(BadInput, match="Schrijf per jaar"):
        read_bouwplan(file)
