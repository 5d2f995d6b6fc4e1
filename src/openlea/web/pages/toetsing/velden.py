"""The fields in which proof is given: a file or a link, and how a file comes in."""

from typing import Any

from django import forms

from openlea.policy.document_soort import ALLOWED, LARGEST

GEZIEN = "Partners in deze werkruimte kunnen het openen."


def file_field(label: str) -> forms.FileField:
    """Return a field for a file of an allowed kind."""
    return forms.FileField(label=label, required=False, help_text=f"{ALLOWED}. {GEZIEN}")


def link_field(label: str) -> forms.CharField:
    """Return a field for an address elsewhere."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=500,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )


def content_of(file: Any) -> bytes | None:
    """Return what was sent; of a file that is far too large no more is read than needed."""
    return bytes(file.read(LARGEST + 1)) if file else None
