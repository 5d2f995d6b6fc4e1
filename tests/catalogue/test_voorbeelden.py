"""The worked examples on the shelf are tried: what goes into a norm comes out as it is told."""

from decimal import Decimal

import pytest

from openlea.core.catalogue import SHIPPED
from openlea.core.plicht import Plicht, Voorbeeld
from openlea.core.plichtenplank import read_plichten
from openlea.policy.normen.register import NORMEN, find_norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

PLICHTEN = read_plichten((SHIPPED,))
TRIED = [
    (plicht, voorbeeld)
    for plicht in PLICHTEN.values()
    for voorbeeld in plicht.voorbeelden
    if voorbeeld.norm
]


def plain(uitkomst: Uitkomst) -> str:
    """Return the value as an example writes it: 105, 38.33, 2026-10-01, ja."""
    if isinstance(uitkomst.waarde, bool | None):
        return uitkomst.waarde_tekst
    if isinstance(uitkomst.waarde, Decimal):
        return f"{uitkomst.waarde.normalize():f}"
    return uitkomst.waarde.isoformat()


@pytest.mark.parametrize(
    ("plicht", "voorbeeld"),
    TRIED,
    ids=[f"{plicht.id} {one.norm} {dict(one.gegeven)}" for plicht, one in TRIED],
)
def test_an_example_comes_out_as_it_is_told(plicht: Plicht, voorbeeld: Voorbeeld) -> None:
    norm = find_norm(voorbeeld.norm)
    assert plicht.id in norm.plichten
    wet = Wetsdag.on(PLICHTEN, norm.plichten, voorbeeld.op)
    assert plain(norm.judge(voorbeeld.gegeven, wet)) == voorbeeld.uitkomst


def test_every_norm_has_a_worked_example_on_the_shelf() -> None:
    assert {voorbeeld.norm for _, voorbeeld in TRIED} == set(NORMEN)
