"""The forms of a round of placement: what it is, its rules, a file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.services.keep_plaatsregels import EIGEN
from openlea.services.kolommen.vellen import MOST_BYTES
from openlea.services.plaats.opzet import Rondeopzet
from openlea.storage.records.models import Plaatsingsronde
from openlea.web.pages.geld.velden import DagField, GeldForm

MOST = MOST_BYTES // 1024**2
WIE_ZIET = (
    (str(Zichtbaarheid.INTERN), "Alleen wie aan deze agenda werkt"),
    (str(Zichtbaarheid.PARTNERS), "Ook de partners van de agenda"),
)
OPENBAAR = (str(Zichtbaarheid.PUBLIEK), "Iedereen: deze ronde is openbaar gemaakt")


def school_years(today: date) -> list[tuple[str, str]]:
    """Return this school year and the two after it."""
    van = today.year if today.month > 7 else today.year - 1  # noqa: PLR2004 - a school year
    years = [f"{year}-{year + 1}" for year in range(van, van + 3)]
    return [(one, one) for one in years]


class RondeForm(GeldForm):
    """What a round is called, for which year, when is drawn, and who sees it."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Bijvoorbeeld: Naar de basisschool, voorjaar.",
        error_messages={"required": "Geef de ronde een naam."},
    )
    schooljaar = forms.ChoiceField(label="Voor welk schooljaar?")
    loting_op = DagField(
        label="Op welke dag is de loting?",
        required=False,
        help_text="Spreek ook af welke openbare tekst van die dag meetelt, zoals de uitslag van "
        "een trekking. Zonder dag kun je niet vastleggen.",
    )
    zichtbaarheid = forms.ChoiceField(
        label="Wie ziet deze ronde?",
        choices=WIE_ZIET,
        widget=forms.RadioSelect,
        help_text="Wie een kind is en wat het wil, ziet alleen de plaatser.",
    )

    def __init__(self, *args: Any, record: Plaatsingsronde | None = None, **kw: Any) -> None:
        """Offer the years that can be, and what is there now."""
        super().__init__(*args, **kw)
        years = school_years(timezone.localdate())
        if record is not None and (record.schooljaar, record.schooljaar) not in years:
            years = [(record.schooljaar, record.schooljaar), *years]
        self.fields["schooljaar"].choices = years  # type: ignore[attr-defined]
        if record is not None and record.zichtbaarheid == Zichtbaarheid.PUBLIEK:
            self.fields["zichtbaarheid"].choices = (OPENBAAR,)  # type: ignore[attr-defined]

    def opzet(self) -> Rondeopzet:
        """Return what was typed."""
        told = self.cleaned_data
        return Rondeopzet(
            naam=told["naam"],
            schooljaar=told["schooljaar"],
            loting_op=told["loting_op"],
            zichtbaarheid=Zichtbaarheid(told["zichtbaarheid"]),
        )


def ronde_initial(record: Plaatsingsronde) -> dict[str, Any]:
    """Return a round as its form starts."""
    names = ("naam", "schooljaar", "loting_op", "zichtbaarheid", "versie")
    return {naam: getattr(record, naam) for naam in names}


class RegelForm(GeldForm):
    """Rules from the shelf, or a text of one's own."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.ChoiceField(
        label="Welke regels?",
        required=False,
        widget=forms.RadioSelect,
        help_text="Met 'eigen regels' geldt de tekst hieronder.",
    )
    tekst = forms.CharField(
        label="De regels als tekst (TOML)",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        help_text="Wijzig deze tekst en kies 'eigen regels'. Een fout noemt regel of sleutel.",
    )

    def __init__(self, *args: Any, shelf: Sequence[tuple[str, str]], **kw: Any) -> None:
        """Offer what lies on the shelf, and the own text."""
        super().__init__(*args, **kw)
        self.fields["naam"].choices = [*shelf, ("", EIGEN.capitalize())]  # type: ignore[attr-defined]


class Bladform(GeldForm):
    """A file with rows."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    bestand = forms.FileField(
        label="Bestand",
        help_text=f"Excel, OpenDocument (.ods) of csv, hoogstens {MOST} MB, met koppen boven de "
        "kolommen.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt"}),
    )

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["bestand"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"Dit bestand is groter dan {MOST} MB. Splits het.")
        return file
