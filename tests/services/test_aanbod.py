"""Help is laid beside need for who may see it; what one may not see never counts as nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.aanbodbalans import Hulpmaat, Ligging
from openlea.policy.rechten import Actor, LidRol
from openlea.services.aanbod.uitkomst import Schoolaanbod
from openlea.services.describe_aanbod import describe_aanbod
from openlea.services.drop_aanbod import drop_aanbod
from openlea.services.find_aanbod import find_aanbod
from openlea.services.keep_aanbod import Aanbodopzet, keep_aanbod
from openlea.storage.records.models import Aanbod, Logregel, Partij, Werkruimte
from tests.world import World

DAG = date(2026, 11, 23)
MEEST, MINST = "19DP00", "05WI00"
"""In Hilversum the school with the highest schoolweging, and the one with the lowest."""
SMW = Aanbodopzet(soort="smw", school=MEEST, uren=Decimal(8))
INTERN, PUBLIEK = Zichtbaarheid.INTERN, Zichtbaarheid.PUBLIEK


@pytest.fixture
def leeg(hilversum: World) -> World:
    Aanbod.objects.all().delete()
    return hilversum


def beheer(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def partner(world: World) -> Actor:
    return world.actor(LidRol.PARTNER)


def told(actor: Actor, code: str = MEEST, soort: str = "") -> Schoolaanbod:
    found = describe_aanbod(actor, DAG, soort)
    return next(one for one in found.scholen if one.school.code == code)


def test_the_school_that_needs_most_and_has_nothing_comes_first(leeg: World) -> None:
    for school, uren in ((MINST, 30), ("19MW00", 4), ("15NU00", 6)):
        keep_aanbod(beheer(leeg), replace(SMW, school=school, uren=Decimal(uren)))
    found = describe_aanbod(beheer(leeg), DAG)
    assert found.scholen[0].school.code == MEEST
    assert found.scholen[0].balans.ligging is Ligging.TEKORT
    assert told(beheer(leeg), MINST).balans.ligging is Ligging.RUIM
    # Every school of the gemeente is there, with and without a schoolweging.
    assert len(found.scholen) == len(found.lijst.scholen)
    assert found.lijst.weging_van


def test_a_school_without_schoolweging_is_not_judged(leeg: World) -> None:
    found = describe_aanbod(beheer(leeg), DAG)
    unknown = [one for one in found.scholen if one.school.weging is None]
    assert {one.school.soort for one in unknown} >= {"sbo", "so", "vo"}
    assert {one.balans.ligging for one in unknown} == {Ligging.ONBEKEND}


def test_fte_are_hours_of_the_file(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, uren=None, fte=Decimal("0.5")))
    assert told(beheer(leeg)).hulp.uren == 18


def test_help_of_which_nobody_said_how_much_is_no_lack(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, uren=None))
    one = told(beheer(leeg))
    assert one.hulp.uren is None
    assert one.balans.hulp is Hulpmaat.WEL
    assert one.balans.ligging is Ligging.SAMEN


def test_a_meal_is_no_hours_and_counts_when_it_is_asked_for(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, soort="schoolmaaltijd", uren=None))
    assert told(beheer(leeg)).balans.hulp is Hulpmaat.GEEN
    assert told(beheer(leeg), soort="schoolmaaltijd").balans.hulp is Hulpmaat.WEL
    assert told(beheer(leeg), MINST, "schoolmaaltijd").balans.hulp is Hulpmaat.GEEN
    assert told(beheer(leeg), soort="smw").balans.hulp is Hulpmaat.GEEN


def test_what_stopped_or_has_not_begun_is_listed_but_does_not_count(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, tot=date(2026, 11, 22)))
    keep_aanbod(beheer(leeg), replace(SMW, van=date(2026, 11, 24)))
    assert told(beheer(leeg)).hulp.uren == 0
    assert len(describe_aanbod(beheer(leeg), DAG).regels) == 2
    keep_aanbod(beheer(leeg), replace(SMW, van=DAG, tot=DAG))
    assert told(beheer(leeg)).hulp.uren == 8


def test_what_one_may_not_see_is_unknown_and_never_nothing(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, zichtbaarheid=INTERN))
    assert told(beheer(leeg)).hulp.uren == 8
    for actor in (partner(leeg), leeg.actor(LidRol.LEZER), leeg.actor(LidRol.PUBLIEK)):
        one = told(actor)
        assert one.regels == ()
        assert one.hulp.uren is None
        assert one.balans.ligging is Ligging.ONBEKEND


def test_a_part_that_one_may_see_never_stands_for_the_whole(leeg: World) -> None:
    keep_aanbod(beheer(leeg), replace(SMW, zichtbaarheid=INTERN))
    keep_aanbod(beheer(leeg), replace(SMW, soort="oja", zichtbaarheid=PUBLIEK))
    assert told(leeg.actor(LidRol.LEZER)).hulp.uren is None
    assert told(leeg.actor(LidRol.LEZER), soort="oja").hulp.uren == 8


def test_areas_are_their_schools_together(leeg: World) -> None:
    keep_aanbod(beheer(leeg), SMW)
    found = describe_aanbod(beheer(leeg), DAG)
    known = [one for one in found.scholen if one.school.weging is not None and one.school.pc4]
    assert sum(one.scholen for one in found.gebieden) == len(known)
    assert sum(one.hulp.uren or 0 for one in found.gebieden) == 8


def test_figures_that_are_not_loaded_are_named_and_empty(leeg: World) -> None:
    found = describe_aanbod(beheer(leeg), DAG)
    assert len(found.cijfers) == 3
    assert all(one.bron for one in found.cijfers)


@pytest.mark.parametrize(
    ("veld", "meer"),
    [
        ("soort", {"soort": "toverij"}),
        ("school", {"school": "00AA00"}),
        ("uren", {"uren": Decimal(-1)}),
        ("fte", {"uren": None, "fte": Decimal("-0.1")}),
        ("uren", {"fte": Decimal(1)}),
        ("bereik", {"bereik": -5}),
        ("bereik_jaar", {"bereik_jaar": "vorig jaar"}),
        ("tot", {"van": date(2026, 8, 1), "tot": date(2026, 7, 31)}),
        ("partij", {"partij": 0}),
        ("actie", {"actie": 0}),
        ("zichtbaarheid", {"zichtbaarheid": "geheim"}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(leeg: World, veld: str, meer: dict) -> None:  # type: ignore[type-arg]
    with pytest.raises(BadInput) as refused:
        keep_aanbod(beheer(leeg), replace(SMW, **meer))
    assert [one.cel for one in refused.value.fouten] == [veld]
    assert not Aanbod.objects.exists()


def test_a_reach_under_five_is_kept_no_finer(leeg: World) -> None:
    kept = keep_aanbod(beheer(leeg), replace(SMW, bereik=3))
    other = keep_aanbod(beheer(leeg), replace(SMW, bereik=4))
    assert kept.bereik == other.bereik
    assert {one.bereik for one in describe_aanbod(beheer(leeg), DAG).regels} == {"<5"}
    assert keep_aanbod(beheer(leeg), replace(SMW, bereik=5)).bereik == 5


def test_a_partner_keeps_its_own_lines_and_no_others(leeg: World) -> None:
    actor = partner(leeg)
    other = Partij.objects.of(leeg.werkruimte.pk).exclude(pk=actor.partij)[0]
    own = keep_aanbod(actor, replace(SMW, partij=other.pk))
    assert own.partij_id == actor.partij
    theirs = keep_aanbod(beheer(leeg), replace(SMW, partij=other.pk))
    changed = keep_aanbod(actor, replace(SMW, uren=Decimal(4)), own.pk, own.versie)
    assert (changed.uren, changed.partij_id) == (4, actor.partij)
    for verb in (
        lambda: keep_aanbod(actor, SMW, theirs.pk),
        lambda: drop_aanbod(actor, theirs.pk),
        lambda: find_aanbod(actor, theirs.pk),
    ):
        with pytest.raises(NotAllowed):
            verb()
    drop_aanbod(actor, own.pk)
    assert list(Aanbod.objects.all()) == [theirs]


def test_a_partner_cannot_hide_a_line_from_itself(leeg: World) -> None:
    with pytest.raises(BadInput):
        keep_aanbod(partner(leeg), replace(SMW, zichtbaarheid=INTERN))


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.WETHOUDER, LidRol.PUBLIEK, LidRol.ANALIST])
def test_who_only_reads_writes_nothing(leeg: World, rol: LidRol) -> None:
    kept = keep_aanbod(beheer(leeg), replace(SMW, zichtbaarheid=PUBLIEK))
    for verb in (
        lambda: keep_aanbod(leeg.actor(rol), SMW),
        lambda: keep_aanbod(leeg.actor(rol), SMW, kept.pk),
        lambda: drop_aanbod(leeg.actor(rol), kept.pk),
    ):
        with pytest.raises(NotAllowed):
            verb()
    assert not any(one.mag for one in describe_aanbod(leeg.actor(rol), DAG).regels)


def test_the_auditor_sees_no_help(leeg: World) -> None:
    with pytest.raises(NotAllowed):
        describe_aanbod(leeg.actor(LidRol.AUDITOR), DAG)


def test_unseen_lines_are_not_found(leeg: World) -> None:
    kept = keep_aanbod(beheer(leeg), replace(SMW, zichtbaarheid=INTERN))
    with pytest.raises(NotFound):
        find_aanbod(partner(leeg), kept.pk)


def test_who_was_later_is_told(leeg: World) -> None:
    kept = keep_aanbod(beheer(leeg), SMW)
    keep_aanbod(beheer(leeg), SMW, kept.pk, kept.versie)
    with pytest.raises(Conflict):
        keep_aanbod(beheer(leeg), SMW, kept.pk, kept.versie)


def test_a_line_of_a_school_that_closed_can_still_be_ended(leeg: World) -> None:
    kept = keep_aanbod(beheer(leeg), SMW)
    Aanbod.objects.filter(pk=kept.pk).update(school="99ZZ00", soort="oud", schoolnaam="Weg")
    opzet = replace(SMW, school="99ZZ00", soort="oud", tot=date(2026, 8, 1))
    ended = keep_aanbod(beheer(leeg), opzet, kept.pk)
    assert (ended.schoolnaam, ended.tot) == ("Weg", date(2026, 8, 1))


def test_each_write_is_logged_without_its_content(leeg: World) -> None:
    kept = keep_aanbod(beheer(leeg), SMW)
    keep_aanbod(beheer(leeg), SMW, kept.pk)
    drop_aanbod(beheer(leeg), kept.pk)
    lines = list(Logregel.objects.filter(noun="aanbod").order_by("pk"))[-3:]
    done = [one.werk for one in lines]
    assert done == ["aanbod toegevoegd", "aanbod gewijzigd", "aanbod weggehaald"]
    assert not any("smw" in f"{one.onderwerp} {one.bijzonderheid}" for one in lines)


def test_a_werkruimte_of_no_gemeente_has_no_schools(leeg: World) -> None:
    Werkruimte.objects.filter(pk=leeg.werkruimte.pk).update(plaats="")
    found = describe_aanbod(beheer(leeg), DAG)
    assert (found.scholen, found.gebieden, found.cijfers) == ((), (), ())


def test_the_demo_is_said_to_be_an_example(hilversum: World) -> None:
    lines = describe_aanbod(hilversum.actor(LidRol.LEZER), DAG).regels
    assert lines
    assert all("voorbeeld" in one.een.bron for one in lines)
