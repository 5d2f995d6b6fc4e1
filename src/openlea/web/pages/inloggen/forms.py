"""The forms of signing in and of choosing a password."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse

from openlea.core.logboek import Logsoort
from openlea.services.log_event import log_event
from openlea.storage.records.models import Persoon
from openlea.web.account.pogingen import TE_VAAK, sign_in_limits, too_often, was_right

GEEN_PAAR = "Dit e-mailadres en wachtwoord horen niet bij elkaar."
GEEN_ADRES = "Vul een e-mailadres in, zoals naam@voorbeeld.nl."


class InlogForm(forms.Form):
    """E-mail address and password; what is wrong is said the same for every account."""

    username = forms.EmailField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"required": "Vul je e-mailadres in.", "invalid": GEEN_ADRES},
    )
    password = forms.CharField(
        label="Wachtwoord",
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul je wachtwoord in."},
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        """Take the request: limits are on its address too."""
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """Find the account; too many wrong passwords refuse the right one too."""
        given = super().clean() or {}
        if self.errors:
            return given
        limits = sign_in_limits(self.request, given["username"])
        if too_often(limits):
            _tell(given["username"], "te vaak geprobeerd")
            raise forms.ValidationError(TE_VAAK)
        found = authenticate(self.request, email=given["username"], password=given["password"])
        if not isinstance(found, Persoon):
            _tell(given["username"], "wachtwoord klopt niet")
            raise forms.ValidationError(GEEN_PAAR)
        was_right(limits)
        self.persoon = found
        return given

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Go on with who this is: to the second step, or in."""
        request.session.pop("inlogdienst", None)
        login = Login(user=self.persoon, redirect_url=redirect_url)
        answer: HttpResponse = perform_password_login(request, {}, login)
        return answer


def _tell(email: str, reden: str) -> None:
    """Write that an account was refused; an address that no account has, is written nowhere."""
    persoon = Persoon.objects.with_email(email).first()
    nummer = persoon.pk if persoon else None
    onderwerp = f"account {nummer}" if persoon else "onbekend account"
    log_event("geweigerd", onderwerp, reden, soort=Logsoort.INLOGGEN, persoon=nummer)


class VergetenForm(forms.Form):
    """The address to which the link goes."""

    email = forms.EmailField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"required": "Vul je e-mailadres in.", "invalid": GEEN_ADRES},
    )


class WachtwoordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A new password, twice."""

    error_messages = {"password_mismatch": "De twee wachtwoorden zijn niet gelijk."}

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Say in one sentence what a good password is."""
        super().__init__(*args, **kwargs)
        first, again = self.fields["new_password1"], self.fields["new_password2"]
        first.label, again.label = "Nieuw wachtwoord", "Nog een keer"
        first.help_text = "Minstens 12 tekens. Een korte zin is makkelijk te onthouden."
        again.help_text = ""


class WijzigForm(WachtwoordForm):
    """The password of now, and a new one."""

    oud = forms.CharField(
        label="Je wachtwoord van nu",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul je wachtwoord van nu in."},
    )
    field_order = ("oud", "new_password1", "new_password2")

    def clean_oud(self) -> str:
        """Refuse another password than that of now; guessing counts as signing in."""
        given = str(self.cleaned_data["oud"])
        if not get_adapter().reauthenticate(self.user, given):
            raise forms.ValidationError("Dit is niet je wachtwoord van nu.")
        return given
