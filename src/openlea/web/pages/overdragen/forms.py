"""The form that says who hands over to whom."""

from collections.abc import Iterable

from django import forms

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Lidmaatschap, Partij

Groups = list[tuple[str, list[tuple[str, str]]]]


class OverdraagForm(forms.Form):
    """Two partijen, or two persons."""

    van = forms.ChoiceField(
        label="Van",
        error_messages={
            "required": "Kies wie alles overdraagt.",
            "invalid_choice": "Kies een partij of persoon uit de lijst.",
        },
    )
    naar = forms.ChoiceField(
        label="Aan",
        help_text="Een partij draagt over aan een partij, een persoon aan een persoon.",
        error_messages={
            "required": "Kies wie alles overneemt.",
            "invalid_choice": "Kies een partij of persoon uit de lijst.",
        },
    )

    def __init__(
        self, asked: object, partijen: Iterable[Partij], leden: Iterable[Lidmaatschap]
    ) -> None:
        """Offer the partijen and the people of this werkruimte."""
        super().__init__(asked)  # type: ignore[arg-type]
        groups: Groups = [
            ("Partijen", [(f"partij:{one.code}", one.naam) for one in partijen]),
            ("Personen", [(f"lid:{one.pk}", _person(one)) for one in leden]),
        ]
        for field in (self.fields["van"], self.fields["naar"]):
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", "Kies …"), *groups]


def _person(lid: Lidmaatschap) -> str:
    place = lid.partij.naam if lid.partij else LidRol(lid.rol).label
    return f"{lid.persoon.naam} ({place})"
