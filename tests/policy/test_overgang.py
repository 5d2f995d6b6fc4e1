"""A transition: what nobody knows stays as wide as it is, and shares hold every truth."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.overgang import Stand

count = st.integers(0, 400)


def exact(ja: int, nee: int, onbekend: int) -> Stand:
    """Return a transition of which everything is told."""
    every = (ja, nee, onbekend, ja + nee + onbekend)
    return Stand(**dict(zip(("ja", "nee", "onbekend", "totaal"), (Bereik(n, n) for n in every),
                            strict=True)))  # fmt: skip


def test_unknown_is_as_wide_as_it_is() -> None:
    stand = exact(60, 20, 20)
    assert stand.aandeel == Bereik(60.0, 80.0)
    assert stand.bekend == Bereik(80.0, 80.0)


def test_under_ten_no_share_is_told() -> None:
    assert exact(5, 3, 1).aandeel is None
    assert exact(5, 3, 1).bekend is None


def test_what_was_not_counted_is_not_told() -> None:
    nothing = Stand(ja=None, nee=None, onbekend=None, totaal=None)
    assert (nothing.aandeel, nothing.bekend) == (None, None)


@given(count, count, count)
def test_every_way_the_unknown_can_be_lies_within_the_share(ja: int, nee: int, open_: int) -> None:
    stand, total = exact(ja, nee, open_), ja + nee + open_
    if stand.aandeel is None:
        assert total < 10
        return
    for extra in (0, open_ // 2, open_):
        share = 100 * (ja + extra) / total
        assert stand.aandeel.laag - 1e-9 <= share <= stand.aandeel.hoog + 1e-9
    assert abs((stand.aandeel.hoog - stand.aandeel.laag) - 100 * open_ / total) < 1e-6


@given(count, count, count, st.integers(0, 5))
def test_hiding_only_widens(ja: int, nee: int, open_: int, wide: int) -> None:
    known = exact(ja, nee, open_)
    total = Bereik(ja + nee + open_, ja + nee + open_)
    hidden = Stand(
        ja=Bereik(max(ja - wide, 0), ja + wide),
        nee=Bereik(max(nee - wide, 0), nee + wide),
        onbekend=Bereik(max(open_ - wide, 0), open_ + wide),
        totaal=total,
    )
    if known.aandeel and hidden.aandeel:
        assert hidden.aandeel.laag <= known.aandeel.laag + 1e-9
        assert hidden.aandeel.hoog >= known.aandeel.hoog - 1e-9
