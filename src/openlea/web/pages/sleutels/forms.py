"""The form of a new key: what for, as whom it reads, and until when."""

from django import forms
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.policy.sleutel import TE_GEVEN, last_day
from openlea.web.pages.mensen.forms import day_field


class SleutelForm(forms.Form):
    """What a key is for, which role it reads as, and its last day."""

    naam = forms.CharField(
        label="Waar is de sleutel voor?",
        max_length=120,
        help_text="Bijvoorbeeld: dashboard van de gemeente.",
        error_messages={"required": "Vul in waar de sleutel voor is."},
    )
    rol = forms.ChoiceField(
        label="Wat mag het programma zien?",
        choices=[(str(rol), f"Wat een {rol.label.lower()} ziet") for rol in reversed(TE_GEVEN)],
        initial=str(LidRol.LEZER),
        help_text="Nooit meer dan jij zelf. Kies niet ruimer dan nodig is.",
    )
    geldig_tot = day_field("Laatste dag", help_text="Hoogstens een jaar.")

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Propose the last day that can be."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["geldig_tot"].initial = last_day(timezone.localdate())
        self.fields["geldig_tot"].required = True
        self.fields["geldig_tot"].error_messages["required"] = "Vul een dag in."
