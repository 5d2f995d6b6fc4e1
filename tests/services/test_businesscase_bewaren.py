"""A business case that is kept stays what it is: the same content, the same outcome, who did it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.catalogue.businesscasekast import open_businesscases
from openlea.core.agenda import Agenda, Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict, Damaged, NotAllowed, NotFound
from openlea.policy.businesscase import Aanname, Spreidingsvorm
from openlea.policy.rechten import LidRol
from openlea.services.businesscase.inhoud import case_of, content_of
from openlea.services.businesscase.uitkomst import as_plain
from openlea.services.businesscase.vinden import case_in
from openlea.services.copy_businesscase import copy_businesscase
from openlea.services.describe_businesscase import describe_businesscase
from openlea.services.drop_businesscase import drop_businesscase
from openlea.services.find_businesscases import find_businesscases
from openlea.services.keep_businesscase import Caseopzet, keep_businesscase
from openlea.services.keep_caseaanname import keep_caseaanname
from openlea.services.keep_caseuitkomst import MOST, keep_caseuitkomst
from openlea.services.reckon_businesscase import reckon_businesscase
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import (
    Actie,
    Begrotingspost,
    Businesscase,
    Caseuitkomst,
    Logregel,
)
from tests.world import World

BEHEER, PARTNER = LidRol.AGENDABEHEERDER, LidRol.PARTNER
SHELF = open_businesscases(find_roots(""))


@pytest.mark.parametrize("naam", SHELF)
def test_what_is_kept_is_the_case_of_the_file(naam: str) -> None:
    """Otherwise the same plan would give another outcome on screen than at the command line."""
    assert case_of(content_of(SHELF[naam])) == SHELF[naam]


@settings(max_examples=30)
@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(sorted), st.text(max_size=20))
def test_every_assumption_survives_being_kept(ends: list[float], bron: str) -> None:
    case = SHELF["thuisnabij_so"]
    low, middle, high = ends
    vorm = Spreidingsvorm.VAST if low == high else Spreidingsvorm.PERT
    first = replace(case.aannamen[0], laag=low, midden=middle, hoog=high, verdeling=vorm,
                    bron=" ".join(bron.split()))  # fmt: skip
    changed = replace(case, aannamen=(first, *case.aannamen[1:]))
    assert case_of(content_of(changed)) == changed


def begun(world: World) -> Businesscase:
    return copy_businesscase(world.actor(BEHEER), "thuisnabij_so")


def first_of(record: Businesscase) -> Aanname:
    return case_in(record).aannamen[0]


def test_the_outcome_of_a_copy_is_that_of_the_example(hilversum: World) -> None:
    blad = describe_businesscase(hilversum.actor(BEHEER), begun(hilversum).pk)
    assert as_plain(blad.uitkomst) == as_plain(reckon_businesscase(SHELF["thuisnabij_so"]))
    assert blad.antwoord.startswith("Ja: naar verwachting is dit terugverdiend in 2029.")


def test_the_card_tells_the_year_that_the_page_tells(hilversum: World) -> None:
    """The card draws hardly anything: what is likely may not depend on the draws."""
    actor = hilversum.actor(BEHEER)
    copy_businesscase(actor, "schoolmaatschappelijk_werk")
    begun(hilversum)
    for kaart in find_businesscases(actor):
        found = describe_businesscase(actor, kaart.record.pk).uitkomst
        terug = None if found.terug is None else found.case.eerste_jaar + found.terug - 1
        assert (kaart.terug, kaart.waarde) == (terug, found.waarde.midden)


def test_a_plan_that_does_not_pay_back_says_no_first(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    made = copy_businesscase(actor, "schoolmaatschappelijk_werk")
    told = describe_businesscase(actor, made.pk).antwoord
    assert told.startswith("Nee: naar verwachting is dit in 8 jaar niet terugverdiend;")


def test_a_kept_outcome_stays_when_the_case_changes(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), begun(hilversum)
    kept = keep_caseuitkomst(actor, made.pk, "Eerst")
    was = kept.uitkomst
    keep_caseaanname(actor, made.pk, replace(first_of(made), midden=7.0))
    kept.refresh_from_db()
    assert kept.uitkomst == was
    assert as_plain(reckon_businesscase(case_of(kept.inhoud))) == was
    assert keep_caseuitkomst(actor, made.pk, "Dan").uitkomst != was


def test_changing_the_title_leaves_the_outcome(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), begun(hilversum)
    before = describe_businesscase(actor, made.pk).uitkomst
    keep_businesscase(actor, Caseopzet(titel="Anders", toelichting="Waarom"), made.pk)
    after = describe_businesscase(actor, made.pk).uitkomst
    assert after.case.titel == "Anders"
    assert (after.waarde, after.kassen) == (before.waarde, before.kassen)


def test_who_was_second_overwrites_nothing(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), begun(hilversum)
    seen = made.versie
    keep_caseaanname(actor, made.pk, replace(first_of(made), bron="De een"), seen)
    with pytest.raises(Conflict):
        keep_caseaanname(actor, made.pk, replace(first_of(made), bron="De ander"), seen)
    made.refresh_from_db()
    assert first_of(made).bron == "De een"


def test_an_assumption_that_cannot_be_is_refused_at_its_field(hilversum: World) -> None:
    made = begun(hilversum)
    wrong = replace(first_of(made), midden=100.0)
    with pytest.raises(BadInput) as refused:
        keep_caseaanname(hilversum.actor(BEHEER), made.pk, wrong)
    assert [one.cel for one in refused.value.fouten] == ["midden"]
    with pytest.raises(NotFound):
        keep_caseaanname(hilversum.actor(BEHEER), made.pk, replace(wrong, id="weg"))


def test_a_partner_changes_nothing_and_does_not_see_what_is_internal(hilversum: World) -> None:
    partner, made = hilversum.actor(PARTNER), begun(hilversum)
    with pytest.raises(NotFound):
        describe_businesscase(partner, made.pk)
    with pytest.raises(NotAllowed):
        copy_businesscase(partner, "thuisnabij_so")
    shared = Caseopzet(titel="Gedeeld", zichtbaarheid=Zichtbaarheid.PARTNERS)
    keep_businesscase(hilversum.actor(BEHEER), shared, made.pk)
    assert not describe_businesscase(partner, made.pk).mag_wijzigen
    for refused in (
        lambda: keep_businesscase(partner, shared, made.pk),
        lambda: keep_caseaanname(partner, made.pk, first_of(made)),
        lambda: keep_caseuitkomst(partner, made.pk, "Niet"),
        lambda: drop_businesscase(partner, made.pk),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_a_case_takes_no_action_of_another_werkruimte(hilversum: World) -> None:
    other = Actie.objects.exclude(werkruimte=hilversum.werkruimte).first()
    opzet = Caseopzet(titel="Plan", actie=other.pk if other else 10**9)
    with pytest.raises(BadInput) as refused:
        keep_businesscase(hilversum.actor(BEHEER), opzet, begun(hilversum).pk)
    assert [one.cel for one in refused.value.fouten] == ["actie"]


def test_every_verb_is_in_the_log(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), begun(hilversum)
    keep_businesscase(actor, Caseopzet(titel="Plan"), made.pk)
    keep_caseaanname(actor, made.pk, first_of(made))
    keep_caseuitkomst(actor, made.pk, "Uitkomst")
    drop_businesscase(actor, made.pk)
    mine = Logregel.objects.filter(onderwerp=f"business case {made.pk}")
    assert set(mine.values_list("werk", flat=True)) == {
        *("business case begonnen", "business case gewijzigd", "uitkomst bewaard"),
        "business case weggehaald",
    }
    assert not Caseuitkomst.objects.filter(case_id=made.pk).exists()


def test_there_is_an_end_to_what_is_kept(hilversum: World) -> None:
    """Each holds a whole case: without an end a page could grow past what a browser shows."""
    actor, made = hilversum.actor(BEHEER), begun(hilversum)
    kept = keep_caseuitkomst(actor, made.pk, "Eerst")
    for _ in range(MOST - 1):
        kept.pk = None
        kept.save(force_insert=True)
    with pytest.raises(BadInput):
        keep_caseuitkomst(actor, made.pk, "Te veel")
    with pytest.raises(BadInput):
        keep_caseuitkomst(actor, made.pk, " ")


def test_a_case_that_cannot_be_read_says_so_and_spares_the_list(hilversum: World) -> None:
    made = begun(hilversum)
    Businesscase.objects.filter(pk=made.pk).update(inhoud={"titel": "Leeg"})
    actor = hilversum.actor(BEHEER)
    with pytest.raises(Damaged):
        describe_businesscase(actor, made.pk)
    assert next(one for one in find_businesscases(actor) if one.record.pk == made.pk).case is None


def test_what_it_costs_lies_beside_the_money_of_its_action_for_who_may_see_it(
    hilversum: World,
) -> None:
    """A row within a row counts once, so the years sum to what the begroting holds for it."""
    record = begun(hilversum)
    post = Begrotingspost.objects.filter(
        agenda__werkruimte=hilversum.werkruimte, actie__isnull=False, bedragen__jaar=2027
    ).first()
    assert post is not None
    Businesscase.objects.filter(pk=record.pk).update(actie=post.actie)
    years = describe_businesscase(hilversum.actor(BEHEER), record.pk).begroot
    assert [one.jaar for one in years] == [2027], "the agenda and the case share one year"
    agenda = agenda_values(post.agenda, sight_of(hilversum.actor(BEHEER)))
    assert post.actie is not None
    whole = totaal_per_actie(agenda, post.actie.code, 2027)
    assert years[0].begroot == whole / 100
    assert years[0].tekort == max(years[0].gevraagd - years[0].begroot, 0)
    assert years[0].gevraagd > 0, "in its first year the example costs more than it saves"
    Businesscase.objects.filter(pk=record.pk).update(zichtbaarheid=Zichtbaarheid.PUBLIEK)
    Actie.objects.filter(pk=post.actie.pk).update(zichtbaarheid=Zichtbaarheid.INTERN)
    outside = describe_businesscase(hilversum.actor(LidRol.LEZER), record.pk)
    assert outside.begroot == (), "who may not see the action, is not told its money either"


def totaal_per_actie(agenda: Agenda, actie: str, jaar: int) -> int:
    """Return the cents of the rows of an action that stand in no other row of it."""
    own = {one.code: one for one in agenda.begroting.posten if one.bij == actie}
    return sum(one.bedragen.get(jaar, 0) for one in own.values() if one.kop not in own)
