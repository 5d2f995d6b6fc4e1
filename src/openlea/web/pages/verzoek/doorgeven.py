"""Passing a question on to a colleague of the same partij: the choice, and what comes of it."""

from typing import Any

from django import forms
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.policy.ontvanger import colleagues
from openlea.policy.rechten import Actor
from openlea.services.pass_on_verzoek import pass_on_verzoek
from openlea.storage.records.models import Lidmaatschap, Verzoek
from openlea.storage.records.verzoek_values import leden_values
from openlea.web.pages.agenda.fouten import place_faults


class DoorgeefForm(forms.Form):
    """Which colleague is asked instead."""

    aan = forms.ChoiceField(
        label="Aan wie?",
        help_text="Je collega krijgt de vraag in de eerstvolgende mail. Jij hoeft niets meer.",
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Kies een collega uit de lijst.",
        },
    )

    def __init__(self, *args: Any, collegas: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, **kwargs)
        field = self.fields["aan"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Kies een collega"), *collegas]


def colleague_form(verzoek: Verzoek, posted: Any = None) -> DoorgeefForm | None:
    """Return the form of a question, or None when there is no colleague to pass it on to."""
    members = Lidmaatschap.objects.filter(werkruimte_id=verzoek.werkruimte_id)
    found = colleagues(verzoek.aan_id, leden_values(members), timezone.localdate())
    named = members.select_related("persoon").in_bulk([one.id for one in found])
    collegas = [(str(one.id), str(named[one.id].persoon)) for one in found]
    return DoorgeefForm(posted, collegas=collegas, auto_id="door_%s") if collegas else None


def pass_on(actor: Actor, verzoek: Verzoek, form: DoorgeefForm | None) -> str:
    """Pass the question on and return to whom; nothing when the form came back with a fault."""
    if form is None or not form.is_valid():
        return ""
    try:
        new = pass_on_verzoek(actor, verzoek.pk, int(form.cleaned_data["aan"]))
    except BadInput as refused:
        place_faults(form, refused)
        return ""
    return str(new.aan.persoon)
