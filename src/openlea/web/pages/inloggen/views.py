"""Signing in and out with an account of this installation, and choosing a password."""

from typing import Any, cast

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django import forms
from django.contrib import messages
from django.contrib.auth.views import LogoutView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from openlea.services.send_wachtwoordlink import send_wachtwoordlink
from openlea.services.set_wachtwoord import set_wachtwoord
from openlea.services.toegang.linkmerk import LINKMERK
from openlea.storage.records.models import Persoon
from openlea.storage.records.toegang import steps_of
from openlea.web.account.pogingen import mail_limits, too_often
from openlea.web.pages.account.forms import CodeForm, PasskeyForm, PasskeyInlogForm
from openlea.web.pages.inloggen.forms import InlogForm, VergetenForm, WachtwoordForm

PASSKEY_FOUT = "Met deze passkey lukte het niet. Probeer het nog eens, of gebruik je wachtwoord."


class Inloggen(LoginView):  # type: ignore[misc]  # the library has no types
    """The page to sign in; who gave the password goes on to the second step."""

    template_name = "inloggen/inloggen.html"

    def get_form_class(self) -> type[forms.Form]:
        """Return our own form."""
        return InlogForm


class TweedeStap(AuthenticateView):  # type: ignore[misc]  # as above
    """The second step, after the password."""

    template_name = "inloggen/code.html"
    form_class = CodeForm
    webauthn_form_class = PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Offer a passkey only to who has one."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        steps = steps_of(self.stage.login.user.pk)
        if not any(one.type == one.Type.WEBAUTHN for one in steps):
            shown.pop("webauthn_form", None)
        return shown


class PasskeyInlog(LoginWebAuthnView):  # type: ignore[misc]  # as above
    """Signing in with a passkey alone: it shows both who one is and that one has it."""

    form_class = PasskeyInlogForm

    def form_invalid(self, form: forms.Form) -> HttpResponse:  # noqa: ARG002  # its signature
        """Say that it failed, on the page where one can choose another way."""
        messages.error(self.request, PASSKEY_FOUT)
        return redirect("inloggen")


class WachtwoordZetten(PasswordResetConfirmView):
    """The page behind a mailed link, where one chooses a password."""

    template_name = "inloggen/wachtwoord.html"
    form_class = WachtwoordForm
    token_generator = LINKMERK
    success_url = reverse_lazy("inloggen", query={"wachtwoord": "nieuw"})

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password, and forget the link in this session."""
        set_wachtwoord(cast("Persoon", self.user), form.cleaned_data["new_password1"])
        self.request.session.pop("_password_reset_token", None)
        return redirect(str(self.success_url))


sign_in = Inloggen.as_view()
second_step = TweedeStap.as_view()
passkey_in = PasskeyInlog.as_view()
sign_out = LogoutView.as_view()
wachtwoord_zetten = WachtwoordZetten.as_view()


def wachtwoord_vergeten(request: HttpRequest) -> HttpResponse:
    """Mail a link to choose a new password; the answer never tells whether there is an account."""
    form = VergetenForm(request.POST or None)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and not too_often(mail_limits(request, form.cleaned_data["email"])):
        send_wachtwoordlink(form.cleaned_data["email"])
    return render(request, "inloggen/vergeten.html", {"formulier": form, "is_verstuurd": is_sent})
