"""Whatever a publisher does, and in whatever order: the right rows come, or a fault in words."""

import random

import pytest

from openlea.core.bron import SourceChanged
from openlea.core.errors import BadFile
from tests.live_fouten import (
    a_page,
    cut,
    empty,
    failing,
    moved_to,
    promising_less,
    promising_more,
    renaming,
    truncated,
)
from tests.live_server import Fault, Reply
from tests.services.haal_wereld import Haalproef, haalproef
from tests.services.test_fetch_to_rows import LIVE, serve_sample

__all__ = ["haalproef"]

ONE_OF_EACH = (
    "lrk_opvang",
    "cbs_achterstandsscores_scholen",
    "duo_ckan_prognoses",
    "duo_ckan_adviezen",
    "cbs_vsv",
    "cbs_jeugdhulp",
)


def well(reply: Reply) -> Reply:
    """Answer as it should."""
    return reply


FAULTS: tuple[Fault, ...] = (
    *(well,) * 8,
    *(cut, promising_more, promising_less, truncated, empty, a_page),
    *(failing(500), failing(503), failing(429, Retry_After="1"), failing(404), failing(200)),
    moved_to("http://169.254.169.254/"),
    moved_to("/"),
    renaming("a", "b"),
    renaming('"value"', '"waarde"'),
    renaming("total", "totaal"),
)


@pytest.mark.parametrize("id_", ONE_OF_EACH)
@pytest.mark.parametrize("seed", range(12))
def test_bad_days_in_any_order_give_the_right_rows_or_a_fault(
    haalproef: Haalproef, id_: str, seed: int
) -> None:
    entry, chance = LIVE[id_], random.Random(seed)  # noqa: S311  # bad luck, not secrets
    serve_sample(haalproef, entry)
    haalproef.uitgever.break_down(*chance.choices(FAULTS, k=chance.randint(1, 6)))
    try:
        got = entry.parse(haalproef.fetch(entry).bestanden)
    except (BadFile, SourceChanged):
        return
    wanted = entry.parse([entry.sample.bestand])
    left = [name for name in got.rijen.columns if name != "peildatum"]
    assert set(got.rijen.select(left).rows()) <= set(wanted.rijen.select(left).rows())


def test_a_bad_day_is_forgotten_the_next_time(haalproef: Haalproef) -> None:
    for id_ in ONE_OF_EACH:
        serve_sample(haalproef, LIVE[id_])
        haalproef.uitgever.break_down(failing(404))
        with pytest.raises(BadFile):
            haalproef.fetch(LIVE[id_])
        assert haalproef.fetch(LIVE[id_]).bestanden
