"""The forms of signing in and of choosing a password."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm


class InlogForm(AuthenticationForm):
    """E-mail address and password."""

    error_messages = {
        "invalid_login": "Dit e-mailadres en wachtwoord horen niet bij elkaar.",
        "inactive": "Dit account is gesloten. Vraag de agendabeheerder om hulp.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Name the fields as people call them."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["username"].label = "E-mailadres"
        self.fields["username"].widget.attrs |= {"type": "email", "autocomplete": "username"}
        self.fields["password"].label = "Wachtwoord"


class VergetenForm(forms.Form):
    """The address to which the link goes."""

    email = forms.EmailField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={
            "required": "Vul je e-mailadres in.",
            "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        },
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
