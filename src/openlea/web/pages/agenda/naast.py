"""When two people change the same thing: the second sees both texts, and loses none."""

from typing import Any

from django import forms

from openlea.policy.verschil import Veldverschil, differences


def set_beside(form: forms.Form, stored: Any, mine: Any, versie: int) -> tuple[Veldverschil, ...]:
    """Return what is stored now against what was typed, and let the form go on from there.

    The form keeps every word that was typed; saving it again replaces what is stored, knowingly.
    """
    carry_on(form, versie)
    return differences(stored, mine)


def carry_on(form: forms.Form, versie: int) -> None:
    """Let a form that came back be saved on top of the version that is stored now."""
    data: Any = form.data
    data = data.copy()
    data["versie"] = str(versie)
    form.data = data
