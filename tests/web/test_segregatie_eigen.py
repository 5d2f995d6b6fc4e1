"""A municipality's own groups are for its own people, and give no small count away."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openlea.policy.rechten import LidRol
from openlea.services.segregatie.groepen import own_choices
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.eigen_groepen import count_own, own_groups
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.web.cijfer_blad import HILVERSUM, get, text
from tests.web.eigen_groepen_wereld import DAG, GROEP, own_file, read_in, schools_of
from tests.world import World

PAGE = f"{HILVERSUM}/segregatie/"
COUNTS = (("60", "200"), ("20", "180"), ("90", "150"), ("3", "190"), ("178", "180"), ("<5", "90"))


@pytest.fixture
def own(hilversum: World, cijfers: Path, tmp_path: Path, settings: Any) -> World:
    """Return a public werkruimte that read in its own counts at six schools."""
    settings.WAREHOUSE, settings.DATA = tmp_path / "warehouse", tmp_path
    hilversum.werkruimte.openbaar = True
    hilversum.werkruimte.save()
    codes = schools_of("GM0402", len(COUNTS))
    read_in(hilversum, own_file(dict(zip(codes, COUNTS, strict=True))))
    return hilversum


def asked(world: World, rol: LidRol = LidRol.AGENDABEHEERDER) -> Any:
    groep = own_choices("hilversum")[0].id
    return get(world, f"{PAGE}?groep={groep}", rol)


def test_who_takes_part_chooses_the_own_group_and_reads_how_it_is_spread(own: World) -> None:
    for rol in (LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.WETHOUDER):
        shown = text(asked(own, rol))
        assert GROEP in shown
        assert "Eigen telling van de gemeente" in shown
        assert "geen andere werkruimte" in shown


@pytest.mark.parametrize("rol", [LidRol.PUBLIEK, LidRol.LEZER, LidRol.EMBARGOLEZER])
def test_who_stands_outside_sees_neither_the_group_nor_that_it_is_there(
    own: World, rol: LidRol
) -> None:
    for answer in (asked(own, rol), get(own, PAGE, rol)):
        assert answer.status_code == 200
        page = answer.content.decode()
        assert GROEP not in page
        assert "Eigen telling, alleen" not in page
        assert "eigen-" not in page.split("<select", 1)[1].split("</select>", 1)[0]
        assert not answer.context["seg"].groep.is_eigen


def test_another_werkruimte_knows_nothing_of_it(own: World) -> None:
    Werkruimte.objects.create(slug="elders", naam="Elders", plaats=own.werkruimte.plaats)
    assert own_choices("hilversum")
    assert own_choices("elders") == own_choices("landelijk") == ()
    assert own_groups(open_warehouse(), "elders") == {}


def test_a_small_count_is_a_range_on_the_page_and_in_its_files(own: World) -> None:
    [groep] = own_choices("hilversum")
    telling = groep.count("hilversum", DAG)
    ends = {(one.groep.laag, one.groep.hoog) for one in telling.scholen}
    assert (60, 60) in ends
    assert (1, 4) in ends
    assert (176, 179) in ends, "two others would be known beside an exact 178"
    for naam in ("scholen", "delen"):
        answer = get(own, f"{PAGE}?groep={groep.id}&csv={naam}")
        assert b"98,9" not in answer.content
        assert b"1,58" not in answer.content
    assert asked(own).context["afgeschermd"] == 3


def test_a_file_with_more_in_a_group_than_in_all_is_refused(own: World) -> None:
    code = schools_of("GM0402", 1)[0]
    with pytest.raises(Exception, match="1 rijen hebben nog een fout"):
        read_in(own, own_file({code: ("60", "50")}))


def test_too_few_schools_give_no_measure(own: World) -> None:
    codes = schools_of("GM0402", 2)
    read_in(own, own_file(dict.fromkeys(codes, ("30", "100"))))
    assert "Te weinig scholen" in text(asked(own))


def test_two_years_tell_what_the_change_consists_of(own: World) -> None:
    codes = schools_of("GM0402", 4)
    counts = {code: (str(10 + 20 * at), "120") for at, code in enumerate(codes)}
    read_in(own, own_file(counts, ("2024-10-01",)))
    found = asked(own).context["seg"].verandering
    assert (found.van, found.tot) == ("2024-10-01", DAG)
    assert sum(one.waarde for one in found.delen) == pytest.approx(found.laatst - found.eerst)


@given(small=st.integers(1, 4), other=st.integers(1, 4), rest=st.integers(30, 60))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_two_files_that_differ_in_a_small_count_alone_are_told_alike(
    own: World, small: int, other: int, rest: int
) -> None:
    """All pupils of the school are as many: then nothing that is kept may differ."""
    codes = schools_of("GM0402", 3)
    told = []
    for count in (small, other):
        read_in(
            own,
            own_file(
                {
                    codes[0]: (str(count), str(rest + 5)),
                    codes[1]: ("40", "90"),
                    codes[2]: ("25", "80"),
                }
            ),
        )
        [groep] = own_groups(open_warehouse(), "hilversum")
        told.append(count_own(open_warehouse(), "hilversum", groep, DAG))
    assert told[0] == told[1]
