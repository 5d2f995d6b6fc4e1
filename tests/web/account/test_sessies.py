"""A session ends in time, and at once when something changed in who one is."""

from typing import TYPE_CHECKING

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.policy.sessie import MOST_SESSIONS
from openlea.services.change_lid import change_lid
from openlea.services.end_lidmaatschap import end_lidmaatschap
from openlea.storage.records.models import Lidmaatschap, Persoon
from tests.web.account.inlog_wereld import (
    code_of,
    give_password,
    is_in,
    logged,
    set_up_app,
    someone,
)
from tests.world import PASSWORD, World

if TYPE_CHECKING:
    from pytest_django import Settings

PAGE = "/mijn-account/sessies/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
MINUTE, HOUR = 60, 3600


def signed_in(rol: str = "wethouder", agent: str = FIREFOX) -> Client:
    """Return a browser that signed in through the form."""
    client = Client(HTTP_USER_AGENT=agent)
    assert give_password(client, someone(rol).email) == 302
    return client


def still_in(client: Client) -> bool:
    """Return whether the next page still knows who asks."""
    client.get("/")
    return is_in(client)


def back(client: Client, *, begonnen: float = 0, gezien: float = 0) -> None:
    """Let so many seconds have passed since a session began, and since it was last seen."""
    session = client.session
    session["begonnen_op"] -= begonnen
    session["gezien_op"] -= gezien
    session.save()


@pytest.mark.parametrize(("minutes", "alive"), [(599, True), (601, False)])
def test_who_was_away_too_long_signs_in_again(hilversum: World, minutes: int, alive: bool) -> None:
    client = signed_in()
    back(client, gezien=minutes * MINUTE)
    assert still_in(client) is alive


def test_who_can_reach_persons_is_signed_out_after_an_hour(hilversum: World) -> None:
    client = signed_in("analist")
    set_up_app(client)
    back(client, gezien=59 * MINUTE)
    assert still_in(client)
    back(client, gezien=61 * MINUTE)
    assert not still_in(client)


def test_a_busy_day_ends_too(hilversum: World) -> None:
    client = signed_in()
    back(client, begonnen=9.9 * HOUR)
    assert still_in(client)
    back(client, begonnen=0.2 * HOUR)
    assert not still_in(client)


def test_the_limits_are_settings(hilversum: World, settings: "Settings") -> None:
    settings.SESSIE_STIL_ANDEREN = 5 * MINUTE
    client = signed_in()
    back(client, gezien=6 * MINUTE)
    assert not still_in(client)


def test_a_session_of_which_nothing_is_known_has_ended(hilversum: World) -> None:
    client = signed_in()
    session = client.session
    del session["begonnen_op"]
    session.save()
    assert not still_in(client)


def test_a_closed_account_is_out_at_once_and_stays_out_when_it_opens_again(
    hilversum: World,
) -> None:
    client = signed_in()
    Persoon.objects.filter(pk=someone("wethouder").pk).update(is_active=False)
    assert not still_in(client)
    Persoon.objects.filter(pk=someone("wethouder").pk).update(is_active=True)
    assert not still_in(client)


def test_another_role_ends_the_sessions(hilversum: World) -> None:
    client = signed_in("lezer")
    lid = hilversum.lid(LidRol.LEZER)
    change_lid(hilversum.actor(LidRol.AGENDABEHEERDER), lid.pk, rol=LidRol.WETHOUDER, partij="")
    assert not still_in(client)


def test_the_end_of_a_membership_ends_the_sessions(hilversum: World) -> None:
    client = signed_in("lezer")
    lid: Lidmaatschap = hilversum.lid(LidRol.LEZER)
    end_lidmaatschap(hilversum.actor(LidRol.AGENDABEHEERDER), lid.pk, lid.van)
    assert not still_in(client)


def test_a_new_password_ends_all_other_sessions_and_is_told(hilversum: World) -> None:
    here, there = signed_in(), signed_in()
    new = "een-heel-ander-wachtwoord"
    given = {"oud": PASSWORD, "new_password1": new, "new_password2": new}
    wrong = here.post("/mijn-account/wachtwoord/", given | {"oud": "fout"})
    assert wrong.status_code == 422
    assert here.post("/mijn-account/wachtwoord/", given).status_code == 302
    assert still_in(here)
    assert not still_in(there)
    assert mail.outbox[-1].subject == "Je wachtwoord is gewijzigd"
    assert UserSession.objects.filter(session_key=here.session.session_key).exists()
    assert give_password(Client(), someone("wethouder").email) == 200


def test_a_new_second_step_ends_all_other_sessions(hilversum: World) -> None:
    here, there = signed_in(), signed_in()
    set_up_app(here)
    assert still_in(here)
    assert not still_in(there)


def test_one_place_or_all_others_can_be_ended_and_never_those_of_somebody_else(
    hilversum: World,
) -> None:
    here, there, third = signed_in(), signed_in(), signed_in()
    other = signed_in("lezer")
    numbers = {
        name: UserSession.objects.get(session_key=one.session.session_key).pk
        for name, one in {"there": there, "other": other}.items()
    }
    here.post(PAGE, {"sessie": str(numbers["other"])})
    for odd in ("", "²", "9" * 400, "-1"):
        here.post(PAGE, {"sessie": odd})
    assert still_in(other)
    assert still_in(there)
    here.post(PAGE, {"sessie": str(numbers["there"])})
    assert (still_in(there), still_in(third)) == (False, True)
    here.post(PAGE, {"sessie": "alle"})
    assert (still_in(third), still_in(here), still_in(other)) == (False, True, True)
    assert ("sessies beëindigd", "gevraagd op de pagina") in logged(someone("wethouder"))


def test_of_a_device_only_two_words_are_kept_and_no_address(hilversum: World) -> None:
    client = signed_in()
    kept = UserSession.objects.get(session_key=client.session.session_key)
    assert (kept.user_agent, kept.ip) == ("Firefox op Windows", "0.0.0.0")  # noqa: S104
    assert "Firefox op Windows" in client.get(PAGE).content.decode()


def test_the_oldest_session_ends_when_there_are_too_many(hilversum: World) -> None:
    clients = [signed_in() for _ in range(MOST_SESSIONS + 1)]
    assert [still_in(one) for one in clients] == [False] + [True] * MOST_SESSIONS


def test_a_code_does_not_count_as_a_session_before_it_was_right(hilversum: World) -> None:
    secret = set_up_app(signed_in("analist"))
    before = UserSession.objects.count()
    waiting = Client()
    give_password(waiting, someone("analist").email)
    assert UserSession.objects.count() == before
    waiting.post("/inloggen/code/", {"code": code_of(secret, 1)})
    assert UserSession.objects.count() == before + 1
