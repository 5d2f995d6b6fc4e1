"""The forms of an item: what is asked, how long it takes, who brings it in, and its papers."""

from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import PuntSoort
from openlea.policy.document_soort import ALLOWED, LARGEST
from openlea.services.keep_document import Stuk
from openlea.services.overleg.puntopzet import Puntopzet
from openlea.storage.records.models import Agendapunt
from openlea.web.pages.overleg.forms import OverlegForm, aantal, tekst, vak


class PuntForm(OverlegForm):
    """An item of an agenda."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het punt", ("titel", "soort", "minuten", "toelichting")),
        ("Wie en waar", ("inbrenger", "partij", "sectie")),
        ("Waar het over gaat", ("speerpunt", "actie", "zichtbaarheid")),
    )
    titel = tekst(
        "Waar gaat het over?",
        200,
        required=True,
        error_messages={"required": "Vul in waar het over gaat."},
    )
    soort = forms.ChoiceField(
        label="Wat vraag je?", choices=PuntSoort.choices, widget=forms.RadioSelect
    )
    minuten = aantal("Hoeveel minuten?", 1440)
    toelichting = vak("Toelichting")
    inbrenger = tekst("Wie brengt het in?", 160)
    partij = forms.ChoiceField(label="Namens welke partij?", required=False)
    sectie = tekst("Deel van de agenda", 120, help_text="Zoals: Vaste punten.")
    speerpunt = forms.ChoiceField(label="Speerpunt", required=False)
    actie = forms.ChoiceField(label="Actie", required=False)
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit punt zien?")

    def opzet(self, punt: Agendapunt | None = None) -> Puntopzet:
        """Return the item that was typed; what the form does not ask stays as it was."""
        typed = self.cleaned_data
        was = {
            name: getattr(punt, name) if punt else "" for name in ("plicht", "onderwerp", "vast")
        }
        return Puntopzet(
            titel=typed["titel"],
            soort=PuntSoort(typed["soort"]),
            minuten=typed["minuten"],
            toelichting=typed["toelichting"],
            inbrenger=typed["inbrenger"],
            partij=typed.get("partij", ""),
            sectie=typed["sectie"],
            speerpunt=typed.get("speerpunt", ""),
            actie=typed.get("actie", ""),
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
            **was,
        )


def punt_initial(punt: Agendapunt) -> dict[str, Any]:
    """Return a kept item as the form opens with it."""
    same = ("titel", "soort", "minuten", "toelichting", "inbrenger", "sectie", "zichtbaarheid")
    return {
        **{name: getattr(punt, name) for name in same},
        "partij": punt.partij.code if punt.partij else "",
        "speerpunt": punt.speerpunt.code if punt.speerpunt else "",
        "actie": punt.actie.code if punt.actie else "",
        "versie": punt.versie,
    }


class StukForm(OverlegForm):
    """A paper with an item: a file or a link."""

    titel = tekst("Titel", 200, help_text="Leeg: de naam van het bestand.")
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        help_text=f"Hoogstens {LARGEST // 1024**2} MB: {ALLOWED}.",
    )
    adres = forms.CharField(
        label="Of een link",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit stuk zien?")

    def stuk(self) -> Stuk:
        """Return the paper; a far too large file is not read whole."""
        typed = self.cleaned_data
        file, adres = typed["bestand"], typed["adres"].strip()
        return Stuk(
            titel=(typed["titel"].strip() or (file.name if file else adres))[:200],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
            inhoud=file.read(LARGEST + 1) if file else None,
            adres=adres,
        )
