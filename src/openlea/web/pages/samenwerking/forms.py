"""The forms of working together: a word on a theme, and an offer to share."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import slugify

from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.services.offer_deling import Aanbod
from openlea.services.samenwerking.themas import LANGST, Themas
from openlea.web.pages.geld.velden import DagField, GeldForm

Choices = Sequence[tuple[str, str]]
ZELF = "zelf"


class ModelForm(GeldForm):
    """What a partij says of how the parties work together on a theme."""

    thema = forms.ChoiceField(label="Over welk thema?")
    eigen = forms.CharField(
        label="Of een eigen thema",
        required=False,
        max_length=LANGST,
        help_text="Alleen als het er niet bij staat. Zoals: nieuwkomers op school.",
    )
    partij = forms.ChoiceField(label="Wie zegt dit?", required=False)
    model = forms.ChoiceField(
        label="Hoe werken jullie op dit thema samen?",
        choices=Samenwerkingsmodel.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een van de vier."},
    )
    sinds = DagField(label="Sinds wanneer?")
    waarom = forms.CharField(
        label="Waarom?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eén of twee zinnen. Waaraan merk je het?",
    )

    def __init__(self, *args: Any, themas: Themas, partijen: Choices, **kwargs: Any) -> None:
        """Offer the themes of this agenda and the parties one may speak for."""
        super().__init__(*args, **kwargs)
        own = [(ZELF, "Een eigen thema (typ het hieronder)")]
        self.fields["thema"].choices = [  # type: ignore[attr-defined]
            ("Beleidsvelden", list(themas.velden.items())),
            ("Speerpunten van de agenda", list(themas.speerpunten.items())),
            ("Anders", own),
        ]
        self.fields["partij"].choices = partijen  # type: ignore[attr-defined]

    @property
    def gekozen_thema(self) -> str:
        """Return the theme: what was typed, or what was chosen."""
        chosen: str = self.cleaned_data["thema"]
        typed: str = self.cleaned_data["eigen"]
        return typed if chosen == ZELF else chosen

    def clean(self) -> dict[str, Any] | None:
        """Ask for words when an own theme was chosen."""
        cleaned = super().clean()
        if self.cleaned_data.get("thema") == ZELF and not self.cleaned_data.get("eigen"):
            self.add_error("eigen", "Typ hier het thema.")
        return cleaned


class AanbodForm(GeldForm):
    """An offer to another werkruimte."""

    adres = forms.CharField(
        label="Adres van de andere werkruimte",
        max_length=200,
        help_text="Het laatste deel van hun webadres, of het hele webadres. Vraag het hen.",
        error_messages={"required": "Vul het adres van de andere werkruimte in."},
    )
    speerpunten = forms.MultipleChoiceField(
        label="Welke speerpunten?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies je niets, dan deel je alles wat partners mogen zien.",
    )
    van = DagField(label="Vanaf")
    tot = DagField(label="Tot en met", required=False, help_text="Leeg: tot een van beide stopt.")
    waarom = forms.CharField(
        label="Waarom delen jullie dit?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De andere kant leest dit bij je aanbod.",
    )

    def __init__(self, *args: Any, speerpunten: Choices, **kwargs: Any) -> None:
        """Offer the speerpunten of the agenda."""
        super().__init__(*args, **kwargs)
        named = [(code, f"{code} {naam}") for code, naam in speerpunten]
        self.fields["speerpunten"].choices = named  # type: ignore[attr-defined]
        if not named:
            del self.fields["speerpunten"]

    def clean_adres(self) -> str:
        """Return the address alone, of what may be a whole web address."""
        typed: str = self.cleaned_data["adres"]
        last = typed.partition("/w/")[2] or typed
        found = slugify(last.strip().strip("/").partition("/")[0])
        if not found:
            raise forms.ValidationError("Dit is geen adres van een werkruimte.")
        return found[:60]

    def aanbod(self) -> Aanbod:
        """Return what was typed."""
        typed = self.cleaned_data
        return Aanbod(
            adres=typed["adres"],
            van=typed["van"],
            tot=typed["tot"],
            speerpunten=tuple(typed.get("speerpunten", ())),
            waarom=typed["waarom"],
        )
