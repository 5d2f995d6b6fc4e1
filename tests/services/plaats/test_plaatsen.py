"""Children are placed by class, then by lot; each letter says why, and says nothing of others."""

from collections.abc import Callable, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.plaatsing import Criterium, Kind, Lotvorm, Plek, Quotum, Regels, Voorrang, Wijze
from openlea.services.papier.pagina import write_pagina
from openlea.services.plaats.brief import compose_brief
from openlea.services.plaats.opstelling import Opstelling, Uitslag, place, set_up
from openlea.services.plaats.uitleg import explain

PLEKKEN = (
    Plek(id="A", naam="School A", capaciteit=2, pc4="1211"),
    Plek(id="B", naam="School B", capaciteit=1, pc4="1217"),
    Plek(id="C", naam="School C", capaciteit=2, pc4="1223"),
)
SIBLING = (Voorrang(criterium=Criterium.BROER_ZUS),)


def rules(**other: object) -> Regels:
    told: dict[str, object] = {
        "naam": "Proef",
        "bron": "tests",
        "bronadres": "",
        "van": date(2026, 1, 1),
        "tot": None,
        "nagelezen": False,
        "voorrang": SIBLING,
    }
    return Regels(**(told | other))  # type: ignore[arg-type]


def in_order(kinderen: tuple[Kind, ...]) -> Callable[[str], Mapping[str, int]]:
    """Return a lottery in which the children come in the order of the file."""
    drawn = {kind.nummer: n for n, kind in enumerate(kinderen, start=1)}
    return lambda _plek: drawn


def placed(*kinderen: Kind, **other: object) -> tuple[Opstelling, Uitslag, list[str]]:
    setup = set_up(kinderen, PLEKKEN, rules(**other))
    uitslag = place(setup, in_order(kinderen))
    at = [uitslag.place_of(n) for n in range(len(kinderen))]
    return setup, uitslag, ["ABC"[n] if n >= 0 else "" for n in at]


def child(n: int, wishes: str, sibling: str = "", **other: object) -> Kind:
    schools = {Criterium.BROER_ZUS: (sibling,)} if sibling else {}
    return Kind(f"k-{n}", tuple(wishes), "1211", schools)._replace(**other)


def test_precedence_goes_before_the_lot_and_the_lot_decides_within_it() -> None:
    _, _, found = placed(child(1, "BA"), child(2, "BA"), child(3, "BA", "B"))
    assert found == ["A", "A", "B"]


def test_linked_children_share_one_lot() -> None:
    twins = child(1, "A", gekoppeld=("k-4",)), child(4, "A", gekoppeld=("k-1",))
    _, _, found = placed(twins[0], child(2, "A"), child(3, "A"), twins[1])
    assert found == ["A", "", "", "A"]


def test_linked_children_go_together_when_the_rules_say_so() -> None:
    twins = child(1, "BC", gekoppeld=("k-2",)), child(2, "BC", gekoppeld=("k-1",))
    assert placed(*twins)[2] == ["B", "C"]
    setup, uitslag, found = placed(*twins, gekoppeld_samen=True)
    assert found == ["C", "C"]
    assert all(one.redenen[0].samen for one in explain(setup, uitslag))


def test_a_sure_place_is_never_lost_and_a_better_wish_stays_open() -> None:
    sure = child(9, "BC", zeker="C")
    others = tuple(child(n, "CB") for n in range(1, 5))
    assert placed(*others, sure)[2][-1] == "C"
    assert placed(sure, *others)[2][0] == "B"


def test_a_soft_quota_takes_members_first_and_gives_what_is_left_to_others() -> None:
    quota = (Quotum(groep=Criterium.DOELGROEP, procent=50),)
    members = child(3, "A", doelgroep=True)
    assert placed(child(1, "A"), child(2, "A"), members, quota=quota)[2] == ["A", "", "A"]
    assert placed(child(1, "A"), child(2, "A"), quota=quota)[2] == ["A", "A"]


def test_a_hard_quota_leaves_a_seat_empty_rather_than_give_it_away() -> None:
    quota = (Quotum(groep=Criterium.DOELGROEP, procent=50, hard=True),)
    assert placed(child(1, "A"), child(2, "A"), quota=quota)[2] == ["A", ""]


def test_who_is_left_gets_the_nearest_place_with_room_in_the_second_round() -> None:
    kids = tuple(child(n, "A") for n in range(1, 7))
    setup, uitslag, found = placed(*kids, tweede_ronde=True)
    assert sorted(found) == ["", "A", "A", "B", "C", "C"]
    assert [one.ronde for one in explain(setup, uitslag)][:4] == [1, 1, 2, 2]


def test_boston_keeps_the_first_wish_and_a_series_looks_at_the_lot_alone() -> None:
    kids = child(1, "AB"), child(2, "AB"), child(3, "AB"), child(4, "B", "B")
    assert placed(*kids, wijze=Wijze.BOSTON)[2] == ["A", "A", "", "B"]
    assert placed(*kids, wijze=Wijze.SERIE)[2] == ["A", "A", "B", ""]


def test_a_letter_names_the_bound_as_ten_lots_and_the_place_on_the_reserve_list() -> None:
    kids = tuple(child(n, "A") for n in range(1, 31))
    setup, uitslag, _ = placed(*kids)
    (reden,) = explain(setup, uitslag)[20].redenen
    assert (reden.lot, reden.band, reden.reserve) == (21, (1, 10), 19)
    letter = write_pagina(compose_brief(setup, 20, explain(setup, uitslag)[20], "", "")).decode()
    assert "van 1 tot en met 10" in letter
    assert "plaats 19 van de reservelijst" in letter


KIDS = st.lists(
    st.tuples(st.permutations("ABC"), st.sampled_from(["", "A", "B", "C"])), min_size=1, max_size=12
)


@settings(deadline=None)
@given(KIDS, st.sampled_from(Lotvorm), st.booleans())
def test_every_refusal_is_true_and_no_other_child_is_in_a_letter(
    told: list[tuple[list[str], str]], loting: Lotvorm, second: bool
) -> None:
    kids = tuple(child(n, "".join(wishes), sibling) for n, (wishes, sibling) in enumerate(told))
    setup, uitslag, found = placed(*kids, loting=loting, tweede_ronde=second)
    letters = explain(setup, uitslag)
    for n, one in enumerate(letters):
        for reden in one.redenen:
            inside = [m for m, at in enumerate(uitslag.outcome.place) if at == reden.plek]
            assert len(inside) == PLEKKEN[reden.plek].capaciteit, "no seat is wasted"
            assert reden.klasse_laatste is not None
            assert reden.klasse_laatste <= reden.klasse, "nobody behind went before"
            assert (reden.band is not None) == (reden.klasse_laatste == reden.klasse)
        text = write_pagina(compose_brief(setup, n, one, "", "")).decode()
        assert not [kid.nummer for m, kid in enumerate(kids) if m != n and f"{kid.nummer}<" in text]
    assert all(found.count(plek.id) <= plek.capaciteit for plek in PLEKKEN)
