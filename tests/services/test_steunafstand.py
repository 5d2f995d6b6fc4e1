"""What lies nearer may never claim more than the counts of DUO and the profiles say."""

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.rechten import LidRol
from openlea.services.describe_steunafstand import describe_steunafstand
from openlea.services.describe_vervoer import describe_vervoer
from openlea.services.vervoer.contractjaar import year_of
from openlea.services.vervoer.thuisplekken import homes_of
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.warehouse.vervoercontract import Contractregel
from tests.world import World

HILVERSUM = "GM0402"


@pytest.mark.parametrize("soort", ["so", "sbo", "vso"])
def test_no_pupil_appears_or_vanishes_between_the_total_and_the_home_postcodes(soort: str) -> None:
    found = describe_vervoer([HILVERSUM])
    total = next(one for one in found.soorten if one.soort == soort)
    homes = homes_of(found.stromen, soort)
    known = total.leerlingen.laag - total.onbekend.laag
    assert sum(one.leerlingen.laag for one in homes) == known
    assert len({one.pc4 for one in homes}) == len(homes)


def test_nobody_goes_less_far_than_the_closest_school_and_the_largest_difference_leads() -> None:
    homes = homes_of(describe_vervoer([HILVERSUM]).stromen, "so")
    assert all(one.km.hoog >= one.dichtstbij_km - 0.01 for one in homes)
    assert all(one.meer >= other.meer for one, other in pairwise(homes))


def test_a_hidden_count_stays_a_range_of_one_to_four() -> None:
    rows = pl.DataFrame(
        {
            "gemeente": ["GM1"], "soort": ["so"], "pc4": ["1211"], "laag": [1], "hoog": [4],
            "km": [9.0], "dichtstbij": ["X"], "dichtstbij_naam": [None], "dichtstbij_km": [2.0],
        },
        schema_overrides={"dichtstbij_naam": pl.String},
    )  # fmt: skip
    (home,) = homes_of(rows, "so")
    assert (home.leerlingen.laag, home.leerlingen.hoog) == (1, 4)
    assert (home.km.laag, home.km.hoog, home.meer) == (9.0, 9.0, 7.0)


def test_support_is_counted_from_decided_profiles_and_never_for_more_than_there_are(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    found = describe_vervoer([HILVERSUM])
    beeld = describe_steunafstand(actor, found, "so", LANDELIJK)
    assert beeld.rijen
    assert all(one.nader.hoog <= one.leerlingen.hoog for one in beeld.rijen)
    assert all(one.scholen <= beeld.profielen for one in beeld.rijen)
    assert all(one.verst >= other.verst for one, other in pairwise(beeld.rijen))
    assert not {one.titel for one in beeld.rijen} & set(beeld.nergens)


def test_without_a_profile_nothing_is_said_of_support(hilversum: World) -> None:
    Ondersteuningsprofiel.objects.all().delete()
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    beeld = describe_steunafstand(actor, describe_vervoer([HILVERSUM]), "so", LANDELIJK)
    assert (beeld.profielen, beeld.rijen) == (0, ())


def regel(
    ritten: int, op_tijd: float | None, klachten: int = 0, euro: float = 0.0
) -> Contractregel:
    return Contractregel(
        schooljaar="2025/26",
        perceel=f"p{ritten}",
        vorm="aanbesteed",
        ritten=ritten,
        op_tijd=op_tijd,
        klachten=klachten,
        euro=euro,
        naar_bso=False,
        bron="blad 1",
    )


def test_on_time_is_weighted_by_rides_and_says_how_many_were_measured() -> None:
    jaar = year_of("2025/26", [regel(300, 90.0, 3, 600.0), regel(100, 98.0, 1), regel(100, None)])
    assert jaar.op_tijd == 92.0  # (300 x 90 + 100 x 98) / 400
    assert jaar.gemeten == 80.0
    assert jaar.per_duizend == 8.0
    assert jaar.per_rit == 1.2


def test_a_contract_without_rides_has_no_share_of_anything() -> None:
    jaar = year_of("2025/26", [regel(0, 90.0, 2, 100.0)])
    assert (jaar.per_duizend, jaar.op_tijd, jaar.per_rit) == (None, None, None)


@given(st.lists(st.tuples(st.integers(1, 5000), st.floats(0, 100)), min_size=1, max_size=6))
def test_the_whole_is_never_more_punctual_than_its_best_lot(
    lots: list[tuple[int, float]],
) -> None:
    jaar = year_of("2025/26", [regel(*one) for one in lots])
    parts = [part for _, part in lots]
    assert jaar.op_tijd is not None
    assert min(parts) - 1e-9 <= jaar.op_tijd <= max(parts) + 1e-9
