"""What was decided becomes grants, once; who has no recipient yet is told, and waits."""

import pytest
from django.utils import timezone

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import BadInput, NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.make_subsidies import Toekenning, make_subsidies
from openlea.services.verdelen.ontvangers import propose_recipients
from openlea.storage.records.models import Partij, Subsidie, Verdeling
from tests.services.test_keep_verdeling import BEHEER, decided, filled
from tests.world import World


def toekenning(ontvangers: dict[str, str]) -> Toekenning:
    return Toekenning(post="P-1A1", ontvangers=ontvangers, beschikt_op=timezone.localdate())


def test_every_amount_becomes_a_grant_with_the_reason_in_it(hilversum: World) -> None:
    made = decided(hilversum)
    both = {"A": "gemeente", "B": "scholen"}
    done = make_subsidies(hilversum.actor(BEHEER), made.pk, toekenning(both))
    assert done.verdeling.staat == "toegekend"
    grants = {one.kenmerk: one for one in Subsidie.objects.filter(kenmerk__in=done.gemaakt)}
    assert {one.beschikt for one in grants.values()} == {75_000, 25_000}
    first = grants[f"VD{made.pk}-2026-001"]
    assert first.ontvanger.code == "gemeente"
    assert first.prestatie.startswith("Voor A. A krijgt € 750.")
    assert len(grants) == 2, "a school that gets nothing gets no grant"


def test_done_again_nobody_gets_a_second_grant(hilversum: World) -> None:
    made, before = decided(hilversum), Subsidie.objects.count()
    actor, both = hilversum.actor(BEHEER), toekenning({"A": "gemeente", "B": "scholen"})
    make_subsidies(actor, made.pk, both)
    again = make_subsidies(actor, made.pk, both)
    assert again.gemaakt == ()
    assert Subsidie.objects.count() == before + 2


def test_a_school_without_recipient_waits_and_the_others_do_not(hilversum: World) -> None:
    made, actor = decided(hilversum), hilversum.actor(BEHEER)
    half = make_subsidies(actor, made.pk, toekenning({"A": "gemeente", "B": ""}))
    assert (half.zonder, half.verdeling.staat) == (("B",), "besloten")
    rest = make_subsidies(actor, made.pk, toekenning({"A": "gemeente", "B": "scholen"}))
    assert len(rest.gemaakt) == 1
    assert rest.verdeling.staat == "toegekend"


def test_one_grant_that_cannot_be_stops_all_of_them(hilversum: World) -> None:
    made, before = decided(hilversum), Subsidie.objects.count()
    wrong = toekenning({"A": "gemeente", "B": "bestaat-niet"})
    with pytest.raises(BadInput, match="partij"):
        make_subsidies(hilversum.actor(BEHEER), made.pk, wrong)
    assert Subsidie.objects.count() == before
    assert Verdeling.objects.get(pk=made.pk).subsidies == []


def test_nothing_is_granted_before_a_decision_or_in_a_closed_agenda(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    with pytest.raises(BadInput, match="Besluit eerst"):
        make_subsidies(actor, filled(hilversum).pk, toekenning({"A": "gemeente"}))
    made = decided(hilversum, naam="Ander")
    agenda = hilversum.agenda
    agenda.staat = AgendaStaat.AFGESLOTEN
    agenda.save()
    with pytest.raises(NotAllowed):
        make_subsidies(actor, made.pk, toekenning({"A": "gemeente"}))


def test_the_board_is_proposed_before_the_school_and_a_choice_before_both(
    hilversum: World,
) -> None:
    made = Verdeling.objects.get(pk=1)
    school = made.uitkomst["verdeling"]["scholen"][0]["school"]  # type: ignore[index]
    row = dict(zip(made.tabel["koppen"], made.tabel["rijen"][0][1], strict=False))
    of = Partij.objects.of(hilversum.werkruimte.pk)

    def proposed() -> str:
        return propose_recipients(made, list(of.all()))[school]

    of.filter(code="scholen").update(plaats=f"school:{row['vestiging']}")
    assert proposed() == "scholen"
    place = f"bestuur:{row['bestuursnummer']}"
    of.filter(code="schoolbesturen").update(plaats=place)
    assert proposed() == "schoolbesturen"
    made.ontvangers = {school: "gemeente"}
    assert proposed() == "gemeente"


def test_only_who_may_change_the_money_grants(hilversum: World) -> None:
    made = decided(hilversum)
    with pytest.raises(NotAllowed):
        make_subsidies(hilversum.actor(LidRol.WETHOUDER), made.pk, toekenning({"A": "gemeente"}))
