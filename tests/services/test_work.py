"""Work in the background is asked once, done once, can be stopped, and never vanishes silently."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.policy.rechten import Actor, LidRol, Noun, Verb
from openlea.policy.werk import GEEN_TEKEN
from openlea.services import ask_work as asking
from openlea.services.ask_work import ask_work
from openlea.services.do_work import AFGEBROKEN, do_work
from openlea.services.end_silent_work import end_silent_work
from openlea.services.stop_work import stop_work
from openlea.services.werk.soorten import SOORTEN
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.records.models import Lidmaatschap, Logregel, Persoon, Werk
from tests.services.werk_proef import TEL, add_soort, count
from tests.world import World

Add = Callable[..., str]
soort = pytest.fixture(name="soort")(add_soort)


@pytest.fixture
def beheer(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.AGENDABEHEERDER)


def again(werk: Werk) -> Werk:
    return Werk.objects.get(pk=werk.pk)


def test_asked_work_waits_in_the_queue_and_is_done_with_its_steps_and_outcome(
    beheer: Actor, soort: Add
) -> None:
    soort()
    werk = ask_work(beheer, TEL, {"tot": 4}, naam="Tellen tot vier")
    assert werk.staat == "wacht"
    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.all()] == [[werk.pk]]
    do_work(werk.pk)
    done = again(werk)
    assert (done.staat, done.stap, done.gedaan, done.totaal) == ("klaar", "Stap 4", 4, 4)
    assert [one["tekst"] for one in done.verslag] == [f"Stap {one}" for one in range(1, 5)]
    assert done.uitkomst == {"zin": "Geteld tot 4.", "aantal": 4}
    assert done.begonnen_op <= done.klaar_op
    assert Logregel.objects.filter(werk="werk gevraagd", onderwerp="Tellen tot vier").count() == 1


def test_work_of_an_account_that_was_closed_is_not_done(beheer: Actor, soort: Add) -> None:
    soort()
    werk = ask_work(beheer, TEL, {"tot": 1})
    Persoon.objects.filter(pk=beheer.persoon).update(is_active=False)
    do_work(werk.pk)
    assert again(werk).staat == "mislukt"


def test_the_same_work_is_asked_once_while_it_waits_whatever_the_order_of_its_arguments(
    beheer: Actor, soort: Add
) -> None:
    soort()
    first = ask_work(beheer, TEL, {"tot": 1, "van": "a"})
    assert ask_work(beheer, TEL, {"van": "a", "tot": 1}).pk == first.pk
    assert ask_work(beheer, TEL, {"tot": 2}).pk != first.pk
    do_work(first.pk)
    assert ask_work(beheer, TEL, {"tot": 1, "van": "a"}).pk != first.pk


def test_another_werkruimte_gets_work_of_its_own(beheer: Actor, soort: Add) -> None:
    soort()
    other = Lidmaatschap.objects.exclude(werkruimte_id=beheer.werkruimte).filter(
        rol=LidRol.AGENDABEHEERDER
    )[0]
    there = Actor(werkruimte=other.werkruimte_id, rol=LidRol.AGENDABEHEERDER, lid=other.pk)
    assert ask_work(beheer, TEL).pk != ask_work(there, TEL).pk


def test_two_who_ask_the_same_at_one_moment_get_one_piece_of_work(
    beheer: Actor, soort: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    soort()
    first = ask_work(beheer, TEL)
    # The look for the same work happens before the other is there, as in a real database.
    monkeypatch.setattr(asking, "_underway", lambda _: None)
    assert ask_work(beheer, TEL).pk == first.pk
    assert Werk.objects.filter(soort=TEL).count() == 1


def test_running_it_a_second_time_does_nothing(beheer: Actor, soort: Add) -> None:
    runs: list[int] = []
    soort(lambda _voortgang: runs.append(1))
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    do_work(werk.pk)
    assert runs == [1]


def test_work_that_waits_stops_at_once_and_is_never_begun(beheer: Actor, soort: Add) -> None:
    runs: list[int] = []
    soort(lambda _voortgang: runs.append(1))
    werk = stop_work(beheer, ask_work(beheer, TEL).pk)
    assert werk.staat == "gestopt"
    do_work(werk.pk)
    assert runs == []


def test_work_that_runs_stops_after_its_step(beheer: Actor, soort: Add) -> None:
    def stubborn(voortgang: Voortgang) -> None:
        voortgang.step("Eerste")
        stop_work(beheer, werk.pk)
        voortgang._next = 0.0
        voortgang.step("Tweede")
        pytest.fail("the verb went on")

    soort(stubborn)
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    assert (again(werk).staat, again(werk).stap) == ("gestopt", "Tweede")


def test_stopping_what_is_over_changes_nothing(beheer: Actor, soort: Add) -> None:
    soort()
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    assert stop_work(beheer, werk.pk).staat == "klaar"
    assert not again(werk).stop_gevraagd


def test_a_refusal_is_the_sentence_that_people_read(beheer: Actor, soort: Add) -> None:
    def refuse(voortgang: Voortgang) -> None:
        voortgang.step("Lezen")
        raise BadInput([Fout("Blad1", "A3", "Hier hoort een getal.")])

    soort(refuse)
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    assert (again(werk).staat, again(werk).fout) == ("mislukt", "Blad1 A3: Hier hoort een getal.")
    assert again(werk).stap == "Lezen"


def test_a_fault_of_ours_shows_a_number_to_name_and_no_code(
    beheer: Actor, soort: Add, caplog: pytest.LogCaptureFixture
) -> None:
    soort(lambda _voortgang: 1 / 0)
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    assert again(werk).staat == "mislukt"
    assert f"werk {werk.pk}" in again(werk).fout
    assert "Zero" not in again(werk).fout
    assert "ZeroDivisionError" in caplog.text


def test_an_outcome_that_cannot_be_kept_is_a_fault_and_not_a_success(
    beheer: Actor, soort: Add
) -> None:
    soort(lambda _voortgang: {"wat": object()})
    werk = ask_work(beheer, TEL)
    do_work(werk.pk)
    assert again(werk).staat == "mislukt"


def test_a_process_that_is_stopped_says_so_and_goes_down(beheer: Actor, soort: Add) -> None:
    def killed(_voortgang: Voortgang) -> None:
        raise SystemExit(1)

    soort(killed)
    werk = ask_work(beheer, TEL)
    with pytest.raises(SystemExit):
        do_work(werk.pk)
    assert (again(werk).staat, again(werk).fout) == ("mislukt", AFGEBROKEN)


def test_work_of_a_crashed_worker_fails_after_two_minutes_and_can_be_asked_again(
    beheer: Actor, soort: Add
) -> None:
    soort()
    werk = ask_work(beheer, TEL)
    heard = timezone.now() - timedelta(seconds=110)
    Werk.objects.filter(pk=werk.pk).update(staat="loopt", teken_op=heard)
    assert end_silent_work() == 0
    assert ask_work(beheer, TEL).pk == werk.pk
    Werk.objects.filter(pk=werk.pk).update(teken_op=heard - timedelta(seconds=20))
    assert ask_work(beheer, TEL).pk != werk.pk
    assert (again(werk).staat, again(werk).fout) == ("mislukt", GEEN_TEKEN)


def test_without_the_right_of_the_verb_nothing_is_asked(hilversum: World, soort: Add) -> None:
    soort(recht=(Noun.BRON, Verb.WIJZIGEN))
    for rol in set(LidRol) - {LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.ANALIST}:
        with pytest.raises(NotAllowed):
            ask_work(hilversum.actor(rol), TEL)
        with pytest.raises(NotAllowed):
            stop_work(hilversum.actor(rol), 1)
    assert not Werk.objects.filter(soort=TEL).exists()


def test_who_lost_the_right_in_between_does_no_work_with_it(hilversum: World, soort: Add) -> None:
    runs: list[int] = []
    soort(lambda _voortgang: runs.append(1))
    redacteur = hilversum.actor(LidRol.REDACTEUR)
    narrowed, gone = ask_work(redacteur, TEL, {"a": 1}), ask_work(redacteur, TEL, {"a": 2})
    lid = Lidmaatschap.objects.filter(pk=redacteur.lid)
    lid.update(rol=LidRol.LEZER)
    do_work(narrowed.pk)
    lid.update(rol=LidRol.REDACTEUR, van="2020-01-01", tot="2020-12-31")
    do_work(gone.pk)
    assert runs == []
    assert {again(narrowed).staat, again(gone).staat} == {"mislukt"}


def test_the_verb_acts_as_who_asked(beheer: Actor, soort: Add) -> None:
    seen: list[Actor] = []
    soort(lambda voortgang: seen.append(voortgang.actor))
    do_work(ask_work(beheer, TEL).pk)
    assert seen == [beheer]


def test_work_that_nobody_added_is_refused(beheer: Actor) -> None:
    with pytest.raises(NotFound):
        ask_work(beheer, "bestaat_niet")


def test_work_of_another_werkruimte_is_not_there_to_stop(beheer: Actor, soort: Add) -> None:
    soort()
    werk = ask_work(beheer, TEL)
    other = Lidmaatschap.objects.exclude(werkruimte_id=beheer.werkruimte)[0]
    with pytest.raises(NotFound):
        stop_work(Actor(werkruimte=other.werkruimte_id, rol=LidRol.AGENDABEHEERDER), werk.pk)


def test_in_a_tiny_installation_it_is_done_during_the_request(
    beheer: Actor, soort: Add, settings: Any
) -> None:
    settings.WERK = settings.METEEN
    soort()
    assert ask_work(beheer, TEL).staat == "klaar"
    assert not DBTaskResult.objects.exists()


def test_progress_is_written_a_few_times_a_second_however_fast_the_verb_is(
    beheer: Actor, soort: Add, django_assert_max_num_queries: Any
) -> None:
    soort()
    moments = iter(one / 100 for one in range(1000))
    werk = ask_work(beheer, TEL)
    voortgang = Voortgang(werk, beheer, every=0.4, clock=lambda: next(moments))
    with django_assert_max_num_queries(2 * 6):
        count(voortgang, tot=200)


def test_every_verb_that_was_added_exists() -> None:
    assert all(callable(kind.load()) for kind in SOORTEN.values())
