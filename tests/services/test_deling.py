"""Between two werkruimten nothing crosses but what both sides agreed to, and it stops at once."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.core.deling import Delingstap, Delingzijde
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import MEEST_OPEN
from openlea.policy.rechten import Actor, LidRol, Verb
from openlea.services.describe_delingen import describe_delingen
from openlea.services.describe_samen_leren import describe_samen_leren
from openlea.services.find_deling import find_deling
from openlea.services.offer_deling import Aanbod, offer_deling
from openlea.services.take_delingstap import take_delingstap
from openlea.storage.records.deling import shared_with
from openlea.storage.records.models import Actie, Deling, Logregel, Voortgang, Werkruimte
from tests.world import World

ANDER = "inclusiever-onderwijs"
AANVAARDEN, WEIGEREN, INTREKKEN = Delingstap


@pytest.fixture
def regio(db: None) -> Actor:
    """Return the keeper of the other werkruimte, without what the demo offered."""
    Deling.objects.all().delete()
    return World(Werkruimte.objects.get(slug=ANDER)).actor(LidRol.AGENDABEHEERDER)


@pytest.fixture
def gemeente(hilversum: World, regio: Actor) -> Actor:
    """Return the keeper of Hilversum."""
    return hilversum.actor(LidRol.AGENDABEHEERDER)


def offered(gemeente: Actor, **changes: object) -> Deling:
    today = timezone.localdate()
    aanbod = replace(Aanbod(adres=ANDER, van=today), **changes)  # type: ignore[arg-type]
    return offer_deling(gemeente, aanbod, today)


def accepted(gemeente: Actor, regio: Actor, **changes: object) -> Deling:
    return take_delingstap(regio, offered(gemeente, **changes).pk, AANVAARDEN)


def seen_by(actor: Actor, day: date | None = None) -> list[str]:
    routes = shared_with(actor, day or timezone.localdate())
    return [one.naam for route in routes for one in route.acties]


def test_before_the_other_side_agrees_it_sees_nothing(gemeente: Actor, regio: Actor) -> None:
    deling = offered(gemeente)
    assert seen_by(regio) == []
    take_delingstap(regio, deling.pk, AANVAARDEN)
    assert len(seen_by(regio)) > 0
    assert seen_by(gemeente) == [], "sharing goes one way; the other side offers its own"


def test_after_a_refusal_it_sees_nothing(gemeente: Actor, regio: Actor) -> None:
    take_delingstap(regio, offered(gemeente).pk, WEIGEREN)
    assert seen_by(regio) == []


@pytest.mark.parametrize("zijde", list(Delingzijde))
def test_either_side_stops_it_and_at_that_moment_it_is_over(
    gemeente: Actor, regio: Actor, zijde: Delingzijde
) -> None:
    deling = accepted(gemeente, regio)
    stops = gemeente if zijde is Delingzijde.AANBIEDER else regio
    take_delingstap(stops, deling.pk, INTREKKEN)
    assert seen_by(regio) == []
    for actor in (gemeente, regio):
        with pytest.raises(NotAllowed):
            take_delingstap(actor, deling.pk, AANVAARDEN)


def test_outside_its_days_nothing_crosses(gemeente: Actor, regio: Actor) -> None:
    today = timezone.localdate()
    last = today + timedelta(days=3)
    accepted(gemeente, regio, van=today + timedelta(days=1), tot=last)
    found = [seen_by(regio, today + timedelta(days=number)) for number in range(5)]
    assert [bool(one) for one in found] == [False, True, True, True, False]


def test_what_is_internal_never_crosses_and_a_change_of_visibility_works_at_once(
    gemeente: Actor, regio: Actor
) -> None:
    accepted(gemeente, regio)
    actie = Actie.objects.filter(werkruimte=gemeente.werkruimte, zichtbaarheid="publiek")[0]
    assert actie.naam in seen_by(regio)
    Actie.objects.filter(pk=actie.pk).update(zichtbaarheid=Zichtbaarheid.INTERN)
    assert actie.naam not in seen_by(regio)
    Actie.objects.filter(pk=actie.pk).update(zichtbaarheid=Zichtbaarheid.PARTNERS)
    assert actie.naam in seen_by(regio)


def test_only_the_chosen_speerpunten_cross(gemeente: Actor, regio: Actor) -> None:
    accepted(gemeente, regio, speerpunten=("1A",))
    (route,) = shared_with(regio, timezone.localdate())
    codes = {one.code for one in route.acties}
    assert codes
    assert all(code.startswith("1A") for code in codes)


def test_no_money_no_person_no_obstacle_and_no_reason_crosses(
    gemeente: Actor, regio: Actor
) -> None:
    actie = Actie.objects.filter(werkruimte=gemeente.werkruimte, zichtbaarheid="publiek")[0]
    Actie.objects.filter(pk=actie.pk).update(staat_reden="Zwaluwnest", doelgroep="Zwaluwnest")
    Voortgang.objects.create(
        werkruimte_id=gemeente.werkruimte,
        actie=actie,
        op=timezone.localdate(),
        door_naam="Zwaluwnest",
        staat=ActieStaat.OP_SCHEMA,
        gedaan="Drie scholen doen mee.",
        blokkade="Zwaluwnest",
    )
    accepted(gemeente, regio)
    (route,) = shared_with(regio, timezone.localdate())
    told = next(one for one in route.acties if one.code == actie.code)
    assert told.gedaan == "Drie scholen doen mee."
    assert "Zwaluwnest" not in str(asdict(route))


def test_an_older_agenda_does_not_cross(gemeente: Actor, regio: Actor) -> None:
    accepted(gemeente, regio)
    newer = Actie.objects.filter(werkruimte=gemeente.werkruimte)[0].agenda
    newer.pk, newer.van, newer.tot = None, newer.van + 4, newer.tot + 4
    newer._state.adding = True
    newer.save()
    assert seen_by(regio) == [], "the agenda that Hilversum works with now is empty"


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK])
def test_who_may_not_see_the_cooperation_there_sees_nothing_of_others(
    gemeente: Actor, regio: Actor, rol: LidRol
) -> None:
    accepted(gemeente, regio)
    assert seen_by(replace(regio, rol=rol)) == []
    assert seen_by(replace(regio, bekijkt_als=rol)) == []
    with pytest.raises(NotAllowed):
        describe_samen_leren(replace(regio, rol=rol), timezone.localdate(), "x")


def test_a_third_werkruimte_reaches_nothing_by_guessing_numbers(
    gemeente: Actor, regio: Actor
) -> None:
    third = Werkruimte.objects.create(slug="derde", naam="Derde")
    thief = Actor(werkruimte=third.pk, rol=LidRol.AGENDABEHEERDER)
    offer, running = offered(gemeente), None
    for stap in Delingstap:
        with pytest.raises(NotFound):
            take_delingstap(thief, offer.pk, stap)
    running = take_delingstap(regio, offer.pk, AANVAARDEN)
    with pytest.raises(NotFound):
        take_delingstap(thief, running.pk, INTREKKEN)
    assert seen_by(thief) == []
    assert describe_delingen(thief, timezone.localdate()).gekregen == ()


def test_the_side_that_offers_cannot_say_yes_for_the_other(gemeente: Actor, regio: Actor) -> None:
    deling = offered(gemeente)
    with pytest.raises(NotAllowed):
        take_delingstap(gemeente, deling.pk, AANVAARDEN)
    assert seen_by(regio) == []


@pytest.mark.parametrize("rol", [one for one in LidRol if one is not LidRol.AGENDABEHEERDER])
def test_only_the_agendabeheerder_offers_answers_or_stops(
    gemeente: Actor, regio: Actor, rol: LidRol
) -> None:
    with pytest.raises(NotAllowed):
        offered(replace(gemeente, rol=rol))
    deling = offered(gemeente)
    with pytest.raises(NotAllowed):
        take_delingstap(replace(regio, rol=rol), deling.pk, AANVAARDEN)


def test_an_offer_to_nobody_looks_like_one_to_somebody(gemeente: Actor, regio: Actor) -> None:
    for adres in (ANDER, "bestaat-niet"):
        offered(gemeente, adres=adres)
    real, empty = sorted(
        describe_delingen(gemeente, timezone.localdate()).gegeven, key=lambda one: one.naam
    )[::-1]
    assert (real.naam, empty.naam) == (ANDER, "bestaat-niet")
    assert (real.staat, real.wacht, real.stappen) == (empty.staat, empty.wacht, empty.stappen)
    for adres in (ANDER, "bestaat-niet"):
        with pytest.raises(BadInput) as refused:
            offered(gemeente, adres=adres)
        assert [one.cel for one in refused.value.fouten] == ["adres"]


def test_an_offer_to_nobody_opens_nothing_when_somebody_takes_that_address_later(
    gemeente: Actor, regio: Actor
) -> None:
    offered(gemeente, adres="later")
    squatter = Werkruimte.objects.create(slug="later", naam="Later")
    actor = Actor(werkruimte=squatter.pk, rol=LidRol.AGENDABEHEERDER)
    assert describe_delingen(actor, timezone.localdate()).gekregen == ()


def test_the_name_of_the_other_side_is_told_only_once_it_agreed(
    gemeente: Actor, regio: Actor
) -> None:
    deling = offered(gemeente)
    today = timezone.localdate()
    assert [one.naam for one in describe_delingen(gemeente, today).gegeven] == [ANDER]
    take_delingstap(regio, deling.pk, AANVAARDEN)
    assert [one.naam for one in describe_delingen(gemeente, today).gegeven] == [
        "Inclusiever onderwijs"
    ]


def test_no_person_crosses_with_an_answer(gemeente: Actor, regio: Actor) -> None:
    deling = accepted(gemeente, regio)
    ours = Logregel.objects.filter(werkruimte=gemeente.werkruimte, persoon=regio.persoon)
    assert not ours.exists()
    last = deling.history.first()
    assert last.history_user is None
    assert Logregel.objects.filter(werkruimte=regio.werkruimte, werk="deling aanvaard").exists()


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"adres": ""}, "adres"),
        ({"adres": "hilversum"}, "adres"),
        ({"tot": date(2020, 1, 1)}, "tot"),
        ({"speerpunten": ("9Z",)}, "speerpunten"),
    ],
)
def test_an_offer_that_cannot_be_names_its_field(
    gemeente: Actor, changes: dict[str, object], veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        offered(gemeente, **changes)
    assert veld in [one.cel for one in refused.value.fouten]


def test_offers_cannot_be_scattered_without_end(gemeente: Actor) -> None:
    for number in range(MEEST_OPEN):
        offered(gemeente, adres=f"adres-{number}")
    with pytest.raises(BadInput, match="wachten"):
        offered(gemeente, adres="nog-een")


def test_who_answers_what_was_stopped_meanwhile_is_told_and_nothing_crosses(
    gemeente: Actor, regio: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    deling = offered(gemeente)

    def slow(actor: Actor, verb: Verb, nummer: int) -> tuple[Deling, Delingzijde]:
        found = find_deling(actor, verb, nummer)
        Deling.objects.filter(pk=deling.pk).update(staat=DelingStaat.INGETROKKEN, versie=9)
        return found

    monkeypatch.setattr("openlea.services.take_delingstap.find_deling", slow)
    with pytest.raises(Conflict):
        take_delingstap(regio, deling.pk, AANVAARDEN)
    assert seen_by(regio) == []


def test_routes_stand_side_by_side_per_topic_with_a_fixed_number_of_questions(
    gemeente: Actor, regio: Actor
) -> None:
    today = timezone.localdate()
    accepted(gemeente, regio)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            describe_samen_leren(regio, today, "Regio")
        return len(queries)

    before = asked()
    for number in range(3):
        extra = Werkruimte.objects.create(slug=f"extra-{number}", naam=f"Extra {number}")
        actor = Actor(werkruimte=extra.pk, rol=LidRol.AGENDABEHEERDER)
        accepted(actor, regio)
    assert asked() == before
    beeld = describe_samen_leren(regio, today, "Regio")
    assert beeld.namen == ("Extra 0", "Extra 1", "Extra 2", "Hilversum")
    jeugdhulp = next(one for one in beeld.stukken if one.onderwerp.id == "jeugdhulp")
    assert [one.is_eigen for one in jeugdhulp.routes] == [True, False, False, False, False]
    assert jeugdhulp.routes[0].acties
    assert jeugdhulp.routes[-1].acties
