"""The choice as whom one looks."""

from collections.abc import Iterable, Sequence

from django import forms

from openlea.policy.rechten import LidRol, Noun
from openlea.storage.records.models import Lidmaatschap

NARROW = (
    LidRol.PUBLICIST,
    LidRol.SWV_DIRECTEUR,
    LidRol.VOORZITTER,
    LidRol.PARTNER,
    LidRol.WETHOUDER,
    LidRol.PLAATSER,
    LidRol.EMBARGOLEZER,
    LidRol.LEZER,
    LidRol.PUBLIEK,
)
"""The roles that may see less than one who reads everything; looking never widens.

Not the analist and the auditor: what they see, nobody else may, so one would look at half a page.
"""


class BekijkAls(forms.Form):
    """As which role, and for a partner also of which partij."""

    rol = forms.ChoiceField(label="Rol", widget=forms.RadioSelect)
    partij = forms.TypedChoiceField(
        label="Van welke partij",
        help_text="Alleen voor een rol die bij een partij hoort: de partner, de voorzitter of "
        "secretaris en de directeur van het samenwerkingsverband. Je ziet dan ook wat die partij "
        "van zichzelf ziet.",
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


class WieMag(forms.Form):
    """Whose rights are shown: of one role, of two beside each other, or of all about one noun.

    Who asks for no role asks about the own one.
    """

    rol = forms.ChoiceField(
        label="Rol",
        choices=[(str(rol), rol.label) for rol in LidRol],
        error_messages={"invalid_choice": "Kies een rol uit de lijst."},
    )
    met = forms.ChoiceField(
        label="Vergelijk met",
        required=False,
        choices=[("", "Geen andere rol"), *((str(rol), rol.label) for rol in LidRol)],
    )
    over = forms.ChoiceField(
        label="Of kies een onderwerp",
        required=False,
        choices=[("", "Alle onderwerpen"), *((str(one), one.label) for one in Noun)],
    )

    def __init__(self, asked: dict[str, str], eigen: LidRol) -> None:
        """Start at the own role."""
        # An address with a noun alone is a whole question too.
        whole = {"rol": str(eigen)} | asked if asked else None
        super().__init__(whole, auto_id="wie_%s", initial={"rol": str(eigen)})


class WerkAls(forms.Form):
    """In which of the own memberships."""

    lid = forms.ChoiceField(
        label="Jouw rollen hier",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies een rol.",
            "invalid_choice": "Kies een rol uit de lijst.",
        },
    )

    def __init__(self, asked: object, rollen: Sequence[Lidmaatschap], nu: int | None) -> None:
        """Offer each own membership, with its partij where it has one."""
        super().__init__(asked, auto_id="werk_%s", initial={"lid": str(nu)})  # type: ignore[arg-type]
        self.fields["lid"].choices = [(str(one.pk), _named(one)) for one in rollen]  # type: ignore[attr-defined]


def _named(lid: Lidmaatschap) -> str:
    rol = LidRol(lid.rol).label
    return f"{rol}, {lid.partij.naam}" if lid.partij else rol
