"""A delivery of peuters becomes protected counts that add up, and says nothing of one child."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import pytest

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telsoort, Telstaat
from openlea.policy import voorschool as maat
from openlea.services.tellen.teller import Telopdracht
from openlea.services.voorschool.definities import kept_reasons
from openlea.services.voorschool.tellen import REGISTRATIE, count_voorschool
from openlea.storage.records.models import Doelgroepdefinitie
from tests.world import World

DAY = date(2026, 10, 1)
BASIS: Mapping[str, str] = {
    "geboortemaand": "2023-06",
    "pc4": "1211",
    "locatie": "990402000001",
    "groep": "1",
    "indicatie": "ja",
    "indicatie_op": "2025-09-01",
    "stand": "geplaatst",
    "start_op": "2025-12-01",
    "dagen_per_week": "4",
    "uren_per_dag": "4",
    "weken_per_jaar": "40",
}


def rows(*parts: tuple[int, Mapping[str, str]]) -> pl.DataFrame:
    """Return so many children of each kind."""
    every = [dict(BASIS) | dict(anders) for many, anders in parts for _ in range(many)]
    named = [one | {"pseudoniem": f"p{n}"} for n, one in enumerate(every)]
    return pl.DataFrame(named, infer_schema_length=None)


def count(world: World, frame: pl.DataFrame, day: date = DAY) -> Telstaat:
    return count_voorschool(
        Telopdracht(
            werkruimte=world.werkruimte.pk,
            plaats=None,
            periode=day.isoformat(),
            vandaag=day,
            rijen={REGISTRATIE: frame},
        )
    )


def exact(staat: Telstaat, name: str, gebied: Gebied = Gebied.GEHEEL, code: str = "") -> float:
    found = staat.bereik(name, gebied, code)
    assert found is not None
    assert found.precies is not None
    return found.precies


def test_the_golden_reach_of_350_indicated_and_280_placed(hilversum: World) -> None:
    staat = count(
        hilversum,
        rows(
            (280, {}),
            (30, {"stand": "afgewezen"}),
            (20, {"stand": "wachtlijst"}),
            (10, {"stand": "elders"}),
            (10, {"stand": "gestopt"}),
        ),
    )
    assert exact(staat, maat.DOELGROEP) == 350
    assert exact(staat, maat.GEPLAATST) == 280
    assert [exact(staat, one) for one in maat.NON_BEREIK] == [30, 20, 10, 10]
    assert 100 * exact(staat, maat.GEPLAATST) / exact(staat, maat.DOELGROEP) == 80


def test_the_parts_add_up_to_the_doelgroep_in_every_area(hilversum: World) -> None:
    staat = count(
        hilversum,
        rows((40, {}), (20, {"stand": "wachtlijst"}), (30, {"pc4": "1215"}), (9, {"pc4": ""})),
    )
    for code in ("1211", "1215", maat.ZONDER_PLEK):
        whole = exact(staat, maat.DOELGROEP, Gebied.PC4, code)
        assert whole == sum(exact(staat, one, Gebied.PC4, code) for one in maat.STANDEN)


def test_a_small_count_is_a_range_and_so_is_what_would_betray_it(hilversum: World) -> None:
    staat = count(
        hilversum,
        rows((40, {}), (3, {"stand": "afgewezen"}), (30, {"pc4": "1215"}),
             (8, {"pc4": "1215", "stand": "afgewezen"})),
    )  # fmt: skip
    hidden = staat.bereik(maat.AFGEWEZEN, Gebied.PC4, "1211")
    assert hidden is None or hidden.precies is None
    other = staat.bereik(maat.AFGEWEZEN, Gebied.PC4, "1215")
    total = staat.bereik(maat.AFGEWEZEN)
    assert other is None or other.precies is None or total is None or total.precies is None


def test_the_hours_of_the_placed_are_yes_no_or_unknown_and_add_up(hilversum: World) -> None:
    staat = count(
        hilversum,
        rows((50, {}), (20, {"start_op": "2026-08-01"}), (10, {"dagen_per_week": ""})),
    )
    found = [exact(staat, one) for one in maat.UREN]
    assert found == [50, 20, 10]
    assert sum(found) == exact(staat, maat.GEPLAATST)


def test_the_hours_of_coaching_follow_from_the_first_of_january(hilversum: World) -> None:
    """Golden: 38 children on 1 January are 380 hours; who begins later changes nothing."""
    frame = rows((38, {"geboortemaand": "2023-02", "start_op": "2025-12-01"}),
                 (20, {"start_op": "2026-02-01"}))  # fmt: skip
    staat = count(hilversum, frame)
    assert exact(staat, maat.PBM_KINDEREN) == 38
    assert exact(staat, maat.PBM_UREN) == 380


def test_weeks_from_indication_to_start(hilversum: World) -> None:
    staat = count(hilversum, rows((20, {"indicatie_op": "2025-11-03"}), (10, {})))
    assert exact(staat, maat.WACHT_MEDIAAN) == 4
    assert exact(staat, maat.WACHT_KLASSE, Gebied.KLASSE, "0-4") == 20
    assert exact(staat, maat.WACHT_GETELD) == 30


def test_who_became_four_this_year_is_handed_over_or_not_with_the_reason(hilversum: World) -> None:
    gone = {"geboortemaand": "2022-05", "school": "05WH00"}
    staat = count(
        hilversum,
        rows(
            (40, {}),
            (60, gone | {"overdracht": "gedaan"}),
            (12, gone | {"overdracht": "niet gedaan", "overdracht_reden": "verhuisd"}),
            (9, gone),
            (30, gone | {"indicatie": "nee", "indicatie_op": ""}),
        ),
    )
    assert exact(staat, maat.OVERDRACHT) == 81
    assert exact(staat, maat.GEDAAN, Gebied.SCHOOL, "05WH00") == 60
    assert exact(staat, maat.OVERDRACHT_REDEN, Gebied.KLASSE, "verhuisd") == 12
    assert exact(staat, maat.NIET_BEKEND) == 9


def test_groups_are_told_by_class_and_heavy_ones_counted(hilversum: World) -> None:
    zonder = {"indicatie": "nee", "indicatie_op": ""}
    staat = count(
        hilversum,
        rows((9, {}), (5, zonder), (8, {"groep": "2"}), (8, zonder | {"groep": "2"})),
    )
    assert staat.bereik(maat.GROEPSMIX, Gebied.GROEP, "990402000001/1") == Bereik(60, 100)
    assert staat.bereik(maat.GROEPSMIX, Gebied.GROEP, "990402000001/2") == Bereik(40, 60)
    assert exact(staat, maat.GROEP_MET, Gebied.GROEP, "990402000001/1") == 9
    assert exact(staat, maat.GROEPEN_ZWAAR) == 1


@pytest.mark.parametrize("boven", [50, 65])
def test_the_definition_of_the_day_decides_who_counts_and_what_is_heavy(
    hilversum: World, boven: int
) -> None:
    Doelgroepdefinitie.objects.all().delete()
    Doelgroepdefinitie.objects.create(
        werkruimte=hilversum.werkruimte,
        naam="Vanaf twee jaar",
        tekst="Iedereen met een indicatie.",
        vanaf_maanden=24,
        van=date(2026, 1, 1),
        redenen=kept_reasons((), boven),
    )
    frame = rows((20, {"geboortemaand": "2024-08", "start_op": "2026-09-01"}),
                 (14, {"indicatie": "nee", "indicatie_op": ""}))  # fmt: skip
    staat = count(hilversum, frame)
    assert exact(staat, maat.DOELGROEP) == 20
    assert "Vanaf twee jaar" in staat.definitie
    assert exact(staat, maat.GROEPEN_ZWAAR) == (1 if boven == 50 else 0)


def test_without_a_definition_it_says_so(hilversum: World) -> None:
    Doelgroepdefinitie.objects.all().delete()
    staat = count(hilversum, rows((20, {})))
    assert staat.definitie == ""
    assert any("geen definitie" in one for one in staat.let_op)
    assert staat.soort is Telsoort.VOORSCHOOL
