"""Precedence follows the declared order, and its words say why."""

from datetime import date

from openlea.core.plaatsing import Criterium, Kind, Regels, Voorrang
from openlea.policy.voorrang import SECURED, class_words, classes, no_class, reserved_seats

ORDER = (Criterium.BROER_ZUS, Criterium.INDICATIE, Criterium.NABIJHEID)


def rules(*, stapelen: bool = False, first: bool = False) -> Regels:
    return Regels(
        naam="r",
        bron="b",
        bronadres="",
        van=date(2026, 1, 1),
        tot=None,
        nagelezen=False,
        stapelen=stapelen,
        voorrang=tuple(Voorrang(criterium=one, alleen_eerste_keus=first) for one in ORDER),
    )


KIND = Kind("k-1", ("a", "b", "c"), "1211", {Criterium.BROER_ZUS: ("b",)}, indicatie=True)


def near(pc4: str) -> tuple[str, ...]:
    return ("b", "c", "d") if pc4 == "1211" else ()


def test_the_first_criterion_that_holds_decides() -> None:
    found = classes(KIND, rules(), near)
    assert [found.get(plek, 3) for plek in "abcd"] == [1, 0, 1, 2]
    assert classes(Kind("k-2", ("a",)), rules(), near) == {}


def test_stacked_a_child_with_two_criteria_goes_before_a_child_with_the_stronger_one() -> None:
    found = classes(KIND, rules(stapelen=True), near)
    assert found["b"] == 0
    assert found["c"] < found["a"] < no_class(rules(stapelen=True))
    both = class_words(found["c"], rules(stapelen=True))
    assert both == (
        "voorrang door een indicatie (taal of ondersteuning) en wonen in de buurt van deze school"
    )


def test_precedence_of_the_first_wish_alone_is_lost_at_the_second() -> None:
    assert classes(KIND, rules(first=True), near) == {"a": 1}


def test_a_sure_place_goes_before_everything() -> None:
    assert classes(KIND._replace(zeker="c"), rules(), near)["c"] == SECURED


def test_a_class_without_precedence_says_so() -> None:
    assert class_words(3, rules()) == "geen voorrang"
    assert class_words(0, rules()) == "voorrang door een broer of zus op deze school"


def test_reserved_seats_are_rounded_down_so_shares_never_exceed_the_whole() -> None:
    assert [reserved_seats(28, one) for one in (25, 33.4, 100)] == [7, 9, 28]
    assert reserved_seats(100, 29) == 29, "29 % of a hundred is 29, also in floating point"
