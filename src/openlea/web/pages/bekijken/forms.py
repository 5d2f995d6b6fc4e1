"""The choice as whom one looks."""

from collections.abc import Iterable

from django import forms

from openlea.policy.rechten import LidRol

NARROW = (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK)
"""The roles that may see less than one who reads everything; looking never widens."""


class BekijkAls(forms.Form):
    """As which role, and for a partner also of which partij."""

    rol = forms.ChoiceField(label="Rol", widget=forms.RadioSelect)
    partij = forms.TypedChoiceField(
        label="Van welke partij",
        help_text="Alleen voor een partner. Je ziet dan ook wat die partij van zichzelf ziet.",
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, asked: object, own: LidRol, partijen: Iterable[tuple[int, str]]) -> None:
        """Offer every narrower role than the own one, and the partijen of this werkruimte."""
        super().__init__(asked, auto_id="bekijk_%s")  # type: ignore[arg-type]
        roles = [(str(rol), rol.label) for rol in NARROW if rol is not own]
        self.fields["rol"].choices = roles  # type: ignore[attr-defined]
        chosen = [("", "Geen partij gekozen"), *((str(pk), naam) for pk, naam in partijen)]
        self.fields["partij"].choices = chosen  # type: ignore[attr-defined]
