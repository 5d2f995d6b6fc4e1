"""The published table gives a reasoned suggestion, and says ties and contradictions aloud."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput
from openlea.core.samenwerking import Sturingsvorm
from openlea.core.sturingstabel import Sturingsgeval, Sturingstabel, read_sturingstabel
from openlea.policy.sturing import suggest_sturing


@cache
def table() -> Sturingstabel:
    return read_sturingstabel((SHIPPED,))


ANSWERS = st.fixed_dictionaries(
    {one.id: st.sampled_from([each.id for each in one.antwoorden]) for one in table().vragen}
)
CASES = table().gevallen


def test_there_are_eight_golden_cases_and_each_form_is_the_outcome_of_one() -> None:
    assert len(CASES) == 8
    assert {one.vorm for one in CASES} == set(Sturingsvorm)


@pytest.mark.parametrize("geval", CASES, ids=[one.id for one in CASES])
def test_a_golden_case_comes_out_as_published(geval: Sturingsgeval) -> None:
    advies = suggest_sturing(table(), geval.antwoorden)
    assert advies.suggestie is not None
    assert (advies.suggestie.vorm, advies.suggestie.past) == (geval.vorm, geval.past)
    assert advies.gelijk == geval.gelijk
    assert advies.tegen == geval.tegen
    assert bool(advies.let_op) == bool(geval.tegen), "what speaks against is told, nothing else is"


def test_the_table_is_that_of_provan_and_kenis() -> None:
    """Table 1 of the article: per form the value of each of the four conditions."""
    found = {
        (vraag.id, vorm): [one.id for one in vraag.antwoorden if vorm in one.past]
        for vraag in table().vragen
        for vorm in Sturingsvorm
    }
    zelf, leider, netwerk = Sturingsvorm
    assert found == {
        ("partijen", zelf): ["weinig"],
        ("partijen", leider): ["middel"],
        ("partijen", netwerk): ["middel", "veel"],
        ("vertrouwen", zelf): ["hoog"],
        ("vertrouwen", leider): ["via_een"],
        ("vertrouwen", netwerk): ["redelijk"],
        ("doelen", zelf): ["hoog"],
        ("doelen", leider): ["matig"],
        ("doelen", netwerk): ["redelijk"],
        ("opgave", zelf): ["laag"],
        ("opgave", leider): ["midden"],
        ("opgave", netwerk): ["hoog"],
    }


@given(ANSWERS)
def test_no_form_fits_more_answers_than_the_suggested_one(answers: dict[str, str]) -> None:
    advies = suggest_sturing(table(), answers)
    best = advies.standen[0]
    assert best.past == max(one.past for one in advies.standen)
    assert best.past == len(best.omdat)
    assert best.past + len(advies.tegen) == len(table().vragen) or not best.past


@given(ANSWERS)
def test_every_answer_against_the_suggestion_has_a_warning(answers: dict[str, str]) -> None:
    advies = suggest_sturing(table(), answers)
    general = {
        vraag.id
        for vraag in table().vragen
        if (one := vraag.answer(answers[vraag.id])) and one.let_op
    }
    assert len(advies.let_op) == len(general | set(advies.tegen))


@given(ANSWERS)
def test_a_tie_is_told_and_goes_to_the_lightest(answers: dict[str, str]) -> None:
    advies = suggest_sturing(table(), answers)
    equal = [one.vorm for one in advies.standen if one.past == advies.standen[0].past]
    if advies.suggestie is None:
        assert advies.gelijk == ()
    elif len(equal) > 1:
        order = [one.vorm for one in table().vormen]
        assert list(advies.gelijk) == sorted(equal, key=order.index)
        assert advies.suggestie.vorm == advies.gelijk[0]
    else:
        assert advies.gelijk == ()


@pytest.mark.parametrize("missing", [one.id for one in table().vragen])
def test_without_an_answer_to_a_question_there_is_no_suggestion(missing: str) -> None:
    answers = {**CASES[0].antwoorden, missing: ""}
    with pytest.raises(BadInput) as refused:
        suggest_sturing(table(), answers)
    assert [one.cel for one in refused.value.fouten] == [missing]
