"""Fields as people fill them in: a Dutch number, a day, a choice that may stay open."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from openlea.services.xlsx.getal_lezen import Unreadable, parse_number

Choices = list[tuple[str, str]]
GEEN = ("", "Geen keuze")
POINT = re.compile(r"\d+\.\d{1,2}")
"""A phone may have no comma among its numbers; with one or two digits behind it a point is one."""


class Getal(forms.DecimalField):
    """A number as people type it: 38, 71,5 or 1.250."""

    def __init__(self, **kwargs: Any) -> None:
        """Read Dutch notation, and ask a phone for its number keys."""
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(localize=True, max_digits=20, decimal_places=6, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the number; a point before three digits is a thousand, before fewer a comma."""
        text = str(value).strip() if value is not None else ""
        if POINT.fullmatch(text):
            text = text.replace(".", ",")
        if not text:
            return None
        try:
            return super().to_python(str(parse_number(text)))
        except Unreadable as refused:
            raise forms.ValidationError(str(refused)) from refused


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


def offer(form: forms.BaseForm, veld: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a field the choices that exist here, some of them in named groups."""
    field = form.fields[veld]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
