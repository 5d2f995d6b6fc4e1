"""The pages of the second step: an app, passkeys, codes for emergencies, and asking it again."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy

from openlea.web.account.dwang import has_given_step
from openlea.web.account.stap import must_have_step
from openlea.web.pages.account.forms import (
    AppForm,
    BevestigCodeForm,
    BevestigPasskeyForm,
    BevestigWachtwoordForm,
    NieuwePasskeyForm,
)

START = reverse_lazy("mfa_index")
MANIEREN = {
    "reauthenticate": "Gebruik je wachtwoord",
    "mfa_reauthenticate": "Gebruik een code",
    "mfa_reauthenticate:webauthn": "Gebruik een passkey",
}


class Overzicht(IndexView):  # type: ignore[misc]  # the library has no types
    """Which second steps there are, and how to add one."""

    template_name = "account/stappen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether one is needed here, and still to be set up."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        persoon = self.request.user
        shown["moet"] = must_have_step(persoon)
        shown["moet_nog"] = shown["moet"] and not has_given_step(self.request, persoon)
        return shown


class AppErbij(ActivateTOTPView):  # type: ignore[misc]  # as above
    """Setting up an app that shows codes."""

    template_name = "account/app.html"
    form_class = AppForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the key in groups of four, for who can't scan it."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        key = shown["form"].secret
        shown["sleuteldelen"] = [key[at : at + 4] for at in range(0, len(key), 4)]
        return shown

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Say that it works from now on."""
        messages.success(self.request, "De app is ingesteld. Voortaan log je in met een code.")
        answer: HttpResponse = super().form_valid(form)
        return answer


class AppWeg(DeactivateTOTPView):  # type: ignore[misc]  # as above
    """Taking the app away."""

    template_name = "account/app_weg.html"
    success_url = START


class PasskeyErbij(AddWebAuthnView):  # type: ignore[misc]  # as above
    """Setting up a passkey, which opens without a password too."""

    template_name = "account/passkey.html"
    form_class = NieuwePasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Ask the browser for a passkey that it unlocks itself: with a finger, face or code."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        shown["form"] = kwargs.get("form", shown["form"])
        options = auth.begin_registration(self.request.user, passwordless=True)
        shown["js_data"] = {"creation_options": options}
        return shown

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Say that it works from now on."""
        messages.success(self.request, "De passkey is toegevoegd.")
        answer: HttpResponse = super().form_valid(form)
        return answer


class PasskeyWeg(RemoveWebAuthnView):  # type: ignore[misc]  # as above
    """Taking a passkey away."""

    template_name = "account/passkey_weg.html"
    success_url = START

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Keep the last step of who must have one."""
        from allauth.mfa.adapter import get_adapter

        if not get_adapter().can_delete_authenticator(self.get_object()):
            messages.error(
                self.request, get_adapter().error_messages["cannot_delete_authenticator"]
            )
            return redirect("mfa_index")
        answer: HttpResponse = super().form_valid(form)
        return answer


class Noodcodes(ViewRecoveryCodesView):  # type: ignore[misc]  # as above
    """The codes for when app and passkey are lost; shown once."""

    template_name = "account/noodcodes.html"


class NoodcodesNieuw(GenerateRecoveryCodesView):  # type: ignore[misc]  # as above
    """Making new codes; the old ones open nothing any more."""

    template_name = "account/noodcodes_nieuw.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Only who has a second step has codes for when it is lost."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        if not self.request.user.authenticator_set.exists():
            raise Http404("Er is nog geen tweede stap.")
        return shown


class _Bevestigen:
    """What the three pages that ask again share: other ways, in Dutch."""

    request: HttpRequest
    template_name = "account/bevestigen.html"

    def get_reauthentication_alternatives(self) -> list[dict[str, str]]:
        """Return the other ways with their names; a password alone is no second step."""
        ways = super().get_reauthentication_alternatives()  # type: ignore[misc]
        return [one | {"description": MANIEREN[one["id"]]} for one in ways]


class BevestigWachtwoord(_Bevestigen, ReauthenticateView):  # type: ignore[misc]  # as above
    """Asking the password again."""

    form_class = BevestigWachtwoordForm


class BevestigCode(_Bevestigen, CodeView):  # type: ignore[misc]  # as above
    """Asking a code again."""

    form_class = BevestigCodeForm


class BevestigPasskey(_Bevestigen, ReauthenticateWebAuthnView):  # type: ignore[misc]  # as above
    """Asking a passkey again."""

    form_class = BevestigPasskeyForm

    def form_invalid(self, form: forms.Form) -> HttpResponse:  # noqa: ARG002  # its signature
        """Say that it failed, on the same page."""
        messages.error(self.request, "Deze passkey klopt niet. Probeer het nog eens.")
        return redirect(reverse("mfa_reauthenticate_webauthn"))


overzicht = Overzicht.as_view()
app_erbij, app_weg = AppErbij.as_view(), AppWeg.as_view()
passkey_erbij, passkey_weg = PasskeyErbij.as_view(), PasskeyWeg.as_view()
noodcodes, noodcodes_nieuw = Noodcodes.as_view(), NoodcodesNieuw.as_view()
bevestig_wachtwoord = BevestigWachtwoord.as_view()
bevestig_code, bevestig_passkey = BevestigCode.as_view(), BevestigPasskey.as_view()
