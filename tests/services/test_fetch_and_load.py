"""From the question to the publisher to a version in the warehouse, and what a bad day leaves."""

from pathlib import Path
from typing import Any

import pytest

from openlea.services.laden.uitslag import Uitslag
from openlea.services.reload_source import reload_source
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.live_fouten import a_page, cut, empty, failing, renaming, truncated
from tests.live_server import Fault
from tests.services.haal_wereld import Haalproef, haalproef
from tests.services.test_fetch_to_rows import LIVE, serve_sample

__all__ = ["haalproef"]

BRON = "cbs_vsv"


@pytest.fixture(autouse=True)
def warehouse(settings: Any, tmp_path: Path) -> None:
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"


def test_what_comes_live_is_a_version_that_says_where_and_when(haalproef: Haalproef) -> None:
    serve_sample(haalproef, LIVE[BRON])
    loaded = reload_source(BRON, live=True, wijze=haalproef.wijze)
    assert (loaded.uitslag, loaded.rijen, loaded.edities) == (Uitslag.NIEUW, 2, ("2023/24",))
    (versie,) = open_warehouse().own_versions(BRON, LANDELIJK)
    assert versie.lading.adres == "https://opendata.cbs.nl/ODataFeed/odata/84780NED"
    assert versie.lading.moment == haalproef.wijze.now()


def test_asking_again_brings_no_new_version_and_hardly_any_traffic(haalproef: Haalproef) -> None:
    serve_sample(haalproef, LIVE[BRON])
    reload_source(BRON, live=True, wijze=haalproef.wijze)
    asked = len(haalproef.paths)
    again = reload_source(BRON, live=True, wijze=haalproef.wijze)
    assert again.uitslag is Uitslag.GELIJK
    assert len(haalproef.paths) == asked + 1
    assert len(open_warehouse().own_versions(BRON, LANDELIJK)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        *(a_page, cut, empty, truncated),
        *(failing(503), failing(404), renaming("VoortijdigSchoolverlaters_2", "Vsv_2")),
    ],
)
def test_a_bad_day_leaves_the_last_good_version_as_it_was(
    haalproef: Haalproef, fault: Fault
) -> None:
    serve_sample(haalproef, LIVE[BRON])
    reload_source(BRON, live=True, wijze=haalproef.wijze)
    before = open_warehouse().own_versions(BRON, LANDELIJK)
    serve_sample(haalproef, LIVE[BRON])
    # The table is newer, so it's asked whole, and then it goes wrong.
    haalproef.uitgever.keep_breaking(lambda reply: fault(renaming("2026-04", "2026-10")(reply)))
    refused = reload_source(BRON, live=True, wijze=haalproef.wijze)
    assert refused.uitslag is Uitslag.GEWEIGERD
    assert "laatste goede versie blijft in gebruik" in refused.redenen[0]
    assert open_warehouse().own_versions(BRON, LANDELIJK) == before
