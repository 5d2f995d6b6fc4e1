"""What the sign-in library tells, written in the log and told to whom it concerns."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth
from django.http import HttpRequest

from openlea.core.logboek import Logsoort
from openlea.services.end_sessies import end_sessies
from openlea.services.log_event import log_event
from openlea.services.note_sessie import note_sessie
from openlea.services.tell_account import Gebeurd, tell_account
from openlea.storage.records.models import Persoon
from openlea.web.account.sessie import begin_session

SOORT = Authenticator.Type
NAMEN = {SOORT.TOTP: "app", SOORT.WEBAUTHN: "passkey", SOORT.RECOVERY_CODES: "noodcodes"}
ERBIJ = {SOORT.TOTP: Gebeurd.APP_ERBIJ, SOORT.WEBAUTHN: Gebeurd.PASSKEY_ERBIJ}


def listen() -> None:
    """Listen, once, when the site starts."""
    auth.user_logged_in.connect(_begin, dispatch_uid="openlea-begin")
    auth.user_logged_out.connect(_out, dispatch_uid="openlea-uit")
    account.user_logged_in.connect(_in, dispatch_uid="openlea-in")
    account.password_changed.connect(_again, dispatch_uid="openlea-wachtwoord")
    mfa.authenticator_added.connect(_added, dispatch_uid="openlea-stap-erbij")
    mfa.authenticator_removed.connect(_removed, dispatch_uid="openlea-stap-weg")
    mfa.authenticator_reset.connect(_renewed, dispatch_uid="openlea-noodcodes")
    mfa.authenticator_used.connect(_used, dispatch_uid="openlea-stap")
    mfa.authentication_failed.connect(_failed, dispatch_uid="openlea-stap-fout")


def log_account(werk: str, persoon: Persoon, bijzonderheid: str = "") -> None:
    """Add a line on an account, by its number and never by its address."""
    onderwerp = f"account {persoon.pk}"
    log_event(werk, onderwerp, bijzonderheid, soort=Logsoort.INLOGGEN, persoon=persoon.pk)


def _begin(request: HttpRequest, **_: Any) -> None:
    begin_session(request)


def _in(request: HttpRequest, user: Persoon, **_: Any) -> None:
    note_sessie(user.pk, str(request.session.session_key), _agent(request))
    log_account("ingelogd", user, str(request.session.get("inlogdienst") or ""))


def _again(request: HttpRequest, user: Persoon, **_: Any) -> None:
    note_sessie(user.pk, str(request.session.session_key), _agent(request))


def _out(user: Persoon | None, **_: Any) -> None:
    if isinstance(user, Persoon):
        log_account("uitgelogd", user)


def _added(request: HttpRequest, user: Persoon, authenticator: Authenticator, **_: Any) -> None:
    soort = SOORT(authenticator.type)
    log_account("tweede stap toegevoegd", user, NAMEN[soort])
    if soort not in ERBIJ:
        return
    # Who set it up has just shown to have it; this session needs not ask it again.
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
    end_sessies(user.pk, "tweede stap toegevoegd")
    tell_account(user, ERBIJ[soort])


def _removed(user: Persoon, authenticator: Authenticator, **_: Any) -> None:
    soort = SOORT(authenticator.type)
    log_account("tweede stap verwijderd", user, NAMEN[soort])
    if soort in ERBIJ:
        end_sessies(user.pk, "tweede stap verwijderd")
        tell_account(user, Gebeurd.STAP_WEG)


def _renewed(user: Persoon, **_: Any) -> None:
    log_account("noodcodes vernieuwd", user)
    tell_account(user, Gebeurd.NOODCODES)


def _used(user: Persoon, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type == SOORT.RECOVERY_CODES:
        log_account("noodcode gebruikt", user)
        tell_account(user, Gebeurd.NOODCODE_GEBRUIKT)


def _failed(user: Persoon, **_: Any) -> None:
    log_account("geweigerd", user, "tweede stap klopt niet")


def _agent(request: HttpRequest) -> str:
    return request.headers.get("User-Agent", "")
