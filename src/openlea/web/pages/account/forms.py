"""The forms of the second step: codes and passkeys, with a limit on trying."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms

from openlea.services.count_try import count_try
from openlea.web.account.pogingen import TE_VAAK, code_limits, too_often, was_right

ONCE = 120
"""Seconds in which a code of an app can be right; it opens only once in them."""
FOUT = "Deze code klopt niet, of is al gebruikt."
GEEN_CODE = "Vul de code in."
WRONG = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
PASSKEY_FOUT = "Dit lukte niet. Probeer het nog eens, of kies een andere manier."


def _code_field(label: str, hint: str = "") -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=40,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"required": GEEN_CODE},
    )


def _first_use(persoon: int, code: str) -> bool:
    """Return whether a code of an app was not used before, by any process."""
    digits = "".join(one for one in code if one.isdigit())
    return count_try(f"code gebruikt {persoon} {digits}", ONCE) == 1


class _Geteld(base.BaseAuthenticateForm):  # type: ignore[misc]  # the library has no types
    """A code that counts as a try, and of an app opens once."""

    code = _code_field("Code", "6 cijfers uit je app, of een noodcode van 8 cijfers.")

    def clean_code(self) -> str:
        """Return the code; too many wrong ones refuse the right one too."""
        limits = code_limits(self.user.pk)
        if too_often(limits):
            raise forms.ValidationError(TE_VAAK)
        code = str(super().clean_code())
        is_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_app and not _first_use(self.user.pk, code):
            raise forms.ValidationError(FOUT)
        was_right(limits)
        return code


class CodeForm(_Geteld, base.AuthenticateForm):  # type: ignore[misc]  # as above
    """The second step at signing in."""


class BevestigCodeForm(_Geteld, base.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The second step again, before something that matters."""


class BevestigWachtwoordForm(forms.Form):
    """The password again, before something that matters."""

    password = forms.CharField(
        label="Je wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul je wachtwoord in."},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        """Take who is signed in."""
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuse a wrong password; guessing counts as signing in."""
        given = str(self.cleaned_data["password"])
        if not get_adapter().reauthenticate(self.user, given):
            raise forms.ValidationError("Dit wachtwoord klopt niet.")
        return given


class AppForm(ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The first code of a new app."""

    code = _code_field("Code uit je app", "6 cijfers. Ze veranderen elke halve minuut.")

    def clean_code(self) -> str:
        """Return the code, which counts as used."""
        limits = code_limits(self.user.pk)
        if too_often(limits):
            raise forms.ValidationError(TE_VAAK)
        code = str(super().clean_code())
        _first_use(self.user.pk, code)
        was_right(limits)
        return code


class _Sleutel(forms.Form):
    """What the browser says about a passkey; what it says wrongly is one plain sentence."""

    credential = forms.JSONField(
        widget=forms.HiddenInput,
        error_messages={"required": PASSKEY_FOUT, "invalid": PASSKEY_FOUT},
    )

    def clean_credential(self) -> Any:
        """Return what it stands for; anything may be sent here, so anything may be wrong in it."""
        try:
            return super().clean_credential()  # type: ignore[misc]  # of the library's form
        except WRONG:
            raise forms.ValidationError(PASSKEY_FOUT) from None


class PasskeyForm(_Sleutel, webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey as the second step."""


class PasskeyInlogForm(_Sleutel, webauthn.LoginWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey alone."""


class BevestigPasskeyForm(_Sleutel, webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey again, before something that matters."""


class NieuwePasskeyForm(webauthn.AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A new passkey, with a name to know it by."""

    name = forms.CharField(
        label="Hoe noem je deze passkey?",
        required=False,
        max_length=60,
        help_text="Bijvoorbeeld 'Telefoon' of 'Laptop van het werk'.",
    )
    credential = forms.JSONField(
        widget=forms.HiddenInput,
        error_messages={"required": PASSKEY_FOUT, "invalid": PASSKEY_FOUT},
    )
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput, initial=True)

    def clean(self) -> dict[str, Any]:
        """Return what was given; as with signing in, anything may be wrong in it."""
        try:
            return dict(super().clean())
        except WRONG:
            raise forms.ValidationError(PASSKEY_FOUT) from None
