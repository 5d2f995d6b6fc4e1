"""Of every board is known which schools it has, or of none: half a table would take away duties."""

from pathlib import Path

from django.conf import settings

from openlea.policy.houderschap import Schoolsoort
from openlea.storage.warehouse.besturen import schools_by_place
from openlea.storage.warehouse.warehouse import Warehouse

HILVERSUM_VO, HILVERSUM_PO_EN_VO = "bestuur:20187", "bestuur:40676"


def test_the_shipped_tables_tell_which_schools_a_board_has(tmp_path: Path) -> None:
    found = schools_by_place(Warehouse(tmp_path, settings.BUNDLE))
    assert found[HILVERSUM_VO] == {Schoolsoort("vo", "Bijzonder")}
    assert {one.soort for one in found[HILVERSUM_PO_EN_VO]} == {"bo", "sbo", "vo"}
    assert {one.soort for one in found["school:00SL00"]} == {"so", "vso"}


def test_without_the_tables_no_board_is_known(tmp_path: Path) -> None:
    assert not schools_by_place(Warehouse(tmp_path, tmp_path))
