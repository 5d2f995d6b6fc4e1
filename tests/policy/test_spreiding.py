"""The outcome of spreading reads as Dutch, and shows no handful of children."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.spreiding import (
    KLEIN,
    MEER,
    NIETS_HELPT,
    Knelpunt,
    Spreidingsvraag,
    asked_lines,
    limit_sentences,
    proof_sentence,
    shielded,
    shielded_one,
)

VRAAG = Spreidingsvraag(waarde="ja", band=10, reis=1.5)
COUNTS = st.lists(st.integers(0, 40), max_size=8)


@given(COUNTS)
def test_no_handful_is_shown_and_none_can_be_found_from_the_total(counts: list[int]) -> None:
    shown = shielded(counts)
    for count, text in zip(counts, shown, strict=True):
        assert text in {count, KLEIN, MEER}
        assert (text == KLEIN) == (0 < count < 5)
    hidden = [text for text in shown if isinstance(text, str)]
    known = [count for count in counts if count]
    assert len(hidden) != 1 or len(known) == 1


def test_nought_and_five_are_no_secret() -> None:
    assert shielded([0, 5, 12]) == (0, 5, 12)
    assert shielded([0, 3, 12, 7]) == (0, KLEIN, 12, MEER)
    assert (shielded_one(0), shielded_one(4), shielded_one(5)) == (0, KLEIN, 5)


def test_what_is_asked_is_said_with_its_unit_and_how_it_is_measured() -> None:
    told = " ".join(asked_lines(VRAAG, 24.26, hemelsbreed=True)).replace("\xa0", " ")
    assert "'ja' hooguit 10 procentpunt anders dan 24,3 %" in told
    assert "hooguit 1,5 km ver (hemelsbreed)" in told
    open_vraag = Spreidingsvraag(waarde="ja")
    assert "geen grens" in " ".join(asked_lines(open_vraag, 24, hemelsbreed=False))


@pytest.mark.parametrize(
    ("moved", "bound", "gap", "proved", "said"),
    [
        (0, 0, 0.0, True, "Niemand hoeft"),
        (KLEIN, 3, 0.0, True, "<5 leerlingen gaan naar een andere school."),
        (120, 120, 0.0, True, "Met minder kan het niet: dat is bewezen."),
        (250, 249, 0.004, True, "minder dan 249 kan het niet: dat is bewezen (marge 0,4 %)"),
        (100, 90, 0.1, False, "de tijd was op. Minder dan 90 is onmogelijk"),
    ],
)
def test_how_sure_it_is_is_said(
    moved: int | str, bound: int, gap: float, proved: bool, said: str
) -> None:
    assert said in proof_sentence(moved, bound, gap, proved=proved).replace("\xa0", " ")


def test_each_limit_that_bites_says_how_far_it_must_give() -> None:
    told = "\n".join(
        limit_sentences(
            [
                Knelpunt(soort="capacity", waarde=12, scholen=[("08CI00", 8), ("03BA00", 4)]),
                Knelpunt(soort="least", waarde=3, scholen=[("04YZ00", 3)]),
                Knelpunt(soort="travel", waarde=2.31),
                Knelpunt(soort="mix", waarde=14),
            ],
            [],
            VRAAG,
        )
    ).replace("\xa0", " ")
    assert "samen 12 plaatsen te weinig: 08CI00 8, 03BA00 4;" in told
    assert "samen 3 leerlingen onder het minimum: 04YZ00 3;" in told
    assert "de reisgrens moet 2,4 km zijn, nu 1,5;" in told
    assert "de band moet 14 procentpunt zijn, nu 10;" in told


def test_limits_that_bite_together_are_named_together_and_nothing_is_made_up() -> None:
    together = limit_sentences([], [("capacity", "mix"), ("least", "travel", "mix")], VRAAG)
    assert together[2:] == (
        "- de capaciteit en de band",
        "- het minimum per school, de reisgrens en de band",
    )
    assert limit_sentences([], [], VRAAG) == ("Zo kan het niet.", NIETS_HELPT)
