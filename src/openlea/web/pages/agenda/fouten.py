"""Puts what a verb refused at the fields of the form that asked for it."""

from django import forms

from openlea.core.errors import BadInput


def place_faults(form: forms.Form, refused: BadInput) -> None:
    """Add every fault to its field; one without a field of this form stands above the form."""
    for fout in refused.fouten:
        field = fout.cel if fout.cel in form.fields else None
        form.add_error(field, fout.reden)
