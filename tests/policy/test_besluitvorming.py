"""Nothing is called agreed that a partij which may decide did not agree to."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.besluit import Standpunt
from openlea.core.overleg import Aanwezigheid, Mandaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.besluitvorming import (
    Stem,
    Zetel,
    absent_parties,
    follows_from,
    mandates_of,
    outcome_fault,
    presence_of,
    unheard,
    votes,
)

CODES = st.sampled_from(["gemeente", "schoolbesturen", "kinderopvang", "bibliotheek", ""])
ZETELS = st.lists(
    st.builds(
        Zetel,
        partij=CODES,
        mandaat=st.sampled_from(Mandaat),
        aanwezigheid=st.sampled_from(Aanwezigheid),
    ),
    max_size=8,
)
STEMMEN = st.lists(
    st.builds(
        Stem, partij=CODES, mandaat=st.sampled_from(Mandaat), standpunt=st.sampled_from(Standpunt)
    ),
    max_size=8,
)
MET, ZONDER = Mandaat.MET, Mandaat.ZONDER
HIER, WEG = Aanwezigheid.AANWEZIG, Aanwezigheid.AFGEMELD


def stem(standpunt: Standpunt, mandaat: Mandaat = MET) -> Stem:
    return Stem(partij="gemeente", mandaat=mandaat, standpunt=standpunt)


@given(STEMMEN)
def test_agreement_never_stands_against_a_partij_that_may_decide(stemmen: list[Stem]) -> None:
    refuses = any(s.mandaat is MET and s.standpunt is Standpunt.NIET_EENS for s in stemmen)
    agreed = follows_from(stemmen) is OverlegUitkomst.OVEREENSTEMMING
    assert not (agreed and refuses)
    assert bool(outcome_fault(OverlegUitkomst.OVEREENSTEMMING, stemmen)) is not agreed


@given(STEMMEN)
def test_who_may_not_decide_changes_nothing(stemmen: list[Stem]) -> None:
    extra = [stem(standpunt, ZONDER) for standpunt in Standpunt]
    assert follows_from([*stemmen, *extra]) is follows_from(stemmen)


@given(STEMMEN)
def test_what_follows_is_always_allowed(stemmen: list[Stem]) -> None:
    assert outcome_fault(follows_from(stemmen), stemmen) == ""


def test_a_reservation_is_agreement_and_silence_is_not() -> None:
    assert follows_from([stem(Standpunt.VOORBEHOUD)]) is OverlegUitkomst.OVEREENSTEMMING
    assert follows_from([]) is OverlegUitkomst.GEEN
    assert follows_from([stem(Standpunt.AFWEZIG)]) is OverlegUitkomst.GEEN


def test_a_dispute_needs_somebody_who_disagrees() -> None:
    assert outcome_fault(OverlegUitkomst.GESCHIL, [stem(Standpunt.EENS)])
    assert outcome_fault(OverlegUitkomst.GESCHIL, [stem(Standpunt.NIET_EENS, ZONDER)])
    assert not outcome_fault(OverlegUitkomst.GESCHIL, [stem(Standpunt.NIET_EENS)])


@given(ZETELS)
def test_a_partij_is_there_as_soon_as_one_of_its_people_is(zetels: list[Zetel]) -> None:
    there = {z.partij for z in zetels if z.aanwezigheid is HIER and z.partij}
    found = presence_of(zetels)
    assert {code for code, how in found.items() if how is HIER} == there
    assert "" not in found
    assert not absent_parties(zetels) & there


def test_the_mandate_is_that_of_who_is_there() -> None:
    boss = Zetel(partij="gemeente", mandaat=MET, aanwezigheid=WEG)
    clerk = Zetel(partij="gemeente", mandaat=ZONDER, aanwezigheid=HIER)
    assert mandates_of([boss, clerk]) == {"gemeente": ZONDER}
    assert mandates_of([boss]) == {"gemeente": MET}
    assert mandates_of([clerk, boss, Zetel(partij="gemeente", mandaat=MET, aanwezigheid=HIER)]) == {
        "gemeente": MET
    }


@given(ZETELS, st.dictionaries(CODES.filter(bool), st.sampled_from(Standpunt)))
def test_every_partij_that_may_decide_is_heard_or_away(
    zetels: list[Zetel], said: dict[str, Standpunt]
) -> None:
    heard = {one.partij for one in votes(zetels, said)}
    must = {code for code, how in mandates_of(zetels).items() if how is MET}
    assert must <= heard | set(unheard(zetels, said))
    assert not heard & set(unheard(zetels, said))


def test_who_is_away_is_absent_unless_it_said_something_beforehand() -> None:
    away = [Zetel(partij="gemeente", mandaat=MET, aanwezigheid=WEG)]
    assert [one.standpunt for one in votes(away, {})] == [Standpunt.AFWEZIG]
    assert [one.standpunt for one in votes(away, {"gemeente": Standpunt.EENS})] == [Standpunt.EENS]
