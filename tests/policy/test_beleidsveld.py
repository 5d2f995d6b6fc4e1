"""Every field of policy has a name, and its tile shows what says most first."""

from openlea.policy.beleidsveld import BELEIDSVELDEN, beleidsveld, in_order, on_tile


def test_a_field_that_a_municipality_added_keeps_its_own_name() -> None:
    assert beleidsveld("sport_en_bewegen").naam == "Sport en bewegen"


def test_known_fields_come_in_their_order_and_own_ones_after_them() -> None:
    assert in_order(["zwemmen", "passend", "atletiek", "onderwijskansen", "passend"]) == (
        "onderwijskansen",
        "passend",
        "atletiek",
        "zwemmen",
    )


def test_a_tile_shows_the_two_that_speak_for_a_field_when_they_have_a_figure() -> None:
    first, second, *_ = BELEIDSVELDEN["onderwijskansen"].kop
    assert on_tile("onderwijskansen", ["aaa", second, first]) == (first, second)
    assert on_tile("onderwijskansen", ["bbb", "aaa", second]) == (second, "aaa")
    assert on_tile("zwemmen", []) == ()
