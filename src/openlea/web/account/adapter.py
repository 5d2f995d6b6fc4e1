"""What the sign-in library asks about accounts: answered as this house does it."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openlea.services.note_sessie import GEEN_ADRES
from openlea.storage.records.models import Persoon
from openlea.web.account.pogingen import TE_VAAK, sign_in_limits, too_often, was_right

FOUT_WACHTWOORD = "Dit wachtwoord klopt niet."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts that nobody makes for themselves, known by one address, without tracks."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": TE_VAAK,
        "rate_limited": TE_VAAK,
        "incorrect_password": FOUT_WACHTWOORD,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # its signature
        """Return False: who invites makes the account, or a sign-in service does."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:  # noqa: ARG002  # its signature
        """Return no address: the library would keep it with every session."""
        return GEEN_ADRES

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: the pages of this house say what happened, in Dutch."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: tell_account does."""

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:  # noqa: ARG002
        """Return the page for an account that was closed."""
        return render(request, "inloggen/gesloten.html", status=403)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Return whether this is the password of somebody; guessing counts as signing in."""
        if not isinstance(user, Persoon):
            return False
        limits = sign_in_limits(context.request, user.email)
        if too_often(limits):
            raise ValidationError(TE_VAAK)
        if not user.check_password(password):
            return False
        was_right(limits)
        return True

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return False shortly after signing in: who just gave a password need not again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max((one["at"] for one in records), default=0.0)
        if time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))
