"""Fields as people fill them in: a Dutch number, a day, a choice that may stay open."""

from collections.abc import Iterable
from typing import Any

from django import forms

Choices = list[tuple[str, str]]
GEEN = ("", "Geen keuze")


class Getal(forms.DecimalField):
    """A number as people type it: 38, 71,5 or 1.250."""

    default_error_messages = {"invalid": "Vul een getal in, zoals 38 of 71,5."}

    def __init__(self, **kwargs: Any) -> None:
        """Read Dutch notation, and ask a phone for its number keys."""
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(localize=True, max_digits=20, decimal_places=6, **kwargs)


class Dag(forms.DateField):
    """A day, picked or typed."""

    default_error_messages = {"invalid": "Vul een dag in die bestaat, zoals 27-11-2026."}

    def __init__(self, **kwargs: Any) -> None:
        """Show the picker of the browser, and read Dutch days too."""
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d-%m-%y"], **kwargs)


def long_text(label: str, *, rows: int = 3, required: bool = False, hint: str = "") -> Any:
    """Return a field for a text of more than one line."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=30_000,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def offer(form: forms.BaseForm, veld: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field the choices that exist here."""
    field = form.fields[veld]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
