"""The forms of series and meetings: what it is, who sits there, when and where it meets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol, Vergadermoment
from openlea.services.change_vergadering import Vergaderopzet
from openlea.services.keep_deelnemer import Tafelplaats
from openlea.services.keep_reeks import Reeksopzet
from openlea.services.keep_reekslid import Reekszetel
from openlea.web.pages.geld.velden import DagField, GeldForm

Choices = Sequence[tuple[str, str]]
DAGEN_IN_EEN_KEER = 6


class TijdField(forms.TimeField):
    """A time of day, chosen from the clock of the browser or typed as 15:30 or 15.30."""

    def __init__(self, **options: Any) -> None:
        """Show the browser's own clock; a browser without one shows a box."""
        super().__init__(
            widget=forms.TimeInput(attrs={"type": "time", "class": "ov-kort"}, format="%H:%M"),
            input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
            error_messages={"invalid": "Dit is geen tijd. Schrijf uur en minuten, zoals 15:30."},
            **options,
        )


def tekst(label: str, longest: int, **options: Any) -> forms.CharField:
    """Return a field for one line, that may stay empty."""
    return forms.CharField(label=label, max_length=longest, **{"required": False, **options})


def vak(label: str, **options: Any) -> forms.CharField:
    """Return a field for a few lines, that may stay empty."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, widget=area, **options)


def aantal(label: str, most: int, **options: Any) -> forms.IntegerField:
    """Return a field for a whole number from 1."""
    box = forms.NumberInput(attrs={"class": "ov-kort", "inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=1, max_value=most, widget=box, **options)


def link(label: str) -> forms.CharField:
    """Return a field for an address on the web."""
    box = forms.TextInput(attrs={"type": "url", "inputmode": "url"})
    return forms.CharField(label=label, required=False, max_length=500, widget=box)


class OverlegForm(GeldForm):
    """A form with lists that depend on who fills it in: `keuzes` per field."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, keuzes: Mapping[str, Choices] | None = None, **kw: Any) -> None:
        """Offer what there is here; a list with nothing to choose is not shown."""
        super().__init__(*args, **kw)
        for name, choices in (keuzes or {}).items():
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class ReeksForm(OverlegForm):
    """A series: its name, purpose, and its usual time and place."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het overleg", ("naam", "doel", "ambitie", "zichtbaarheid")),
        ("Hoe het gewoonlijk gaat", ("per_jaar", "van", "duur", "plek", "link")),
        ("Stoppen", ("gestopt_op",)),
    )
    soort = forms.CharField(widget=forms.HiddenInput)
    naam = tekst("Naam", 160, required=True, error_messages={"required": "Vul een naam in."})
    doel = vak("Waarvoor is dit overleg?")
    ambitie = forms.ChoiceField(label="Bij welke ambitie?", required=False)
    per_jaar = aantal("Hoe vaak per jaar?", 52)
    van = TijdField(label="Begintijd", required=False)
    duur = aantal("Duur in minuten", 1440)
    plek = tekst("Plek", 200)
    link = link("Link om op afstand mee te doen")
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit overleg zien?")
    gestopt_op = DagField(
        label="Gestopt op", required=False, help_text="Leeg: het overleg gaat door."
    )

    def opzet(self) -> Reeksopzet:
        """Return the series that was typed."""
        typed = dict(self.cleaned_data)
        typed.pop("versie")
        typed["zichtbaarheid"] = Zichtbaarheid(typed["zichtbaarheid"])
        return Reeksopzet(**typed)


class ZetelForm(OverlegForm):
    """A seat in a series: for which partij, who, and how far somebody may bind it."""

    partij = forms.ChoiceField(
        label="Namens welke partij?", error_messages={"required": "Kies een partij."}
    )
    lid = forms.ChoiceField(label="Wie heeft hier een account?", required=False)
    naam = tekst("Of een naam", 160, help_text="Voor wie geen account heeft.")
    email = forms.CharField(
        label="E-mailadres",
        required=False,
        widget=forms.EmailInput,
        help_text="Hier gaan de uitnodigingen heen. Leeg: het adres van het account.",
    )
    rol = forms.ChoiceField(label="Rol", choices=Overlegrol.choices)
    mandaat = forms.ChoiceField(label="Mandaat", choices=Mandaat.choices, widget=forms.RadioSelect)
    van = DagField(label="Zit er vanaf")

    def zetel(self) -> Reekszetel:
        """Return the seat that was typed."""
        typed = self.cleaned_data
        return Reekszetel(
            partij=typed["partij"],
            van=typed["van"],
            lid=int(typed.get("lid") or 0) or None,
            naam=typed["naam"],
            email=typed["email"],
            rol=Overlegrol(typed["rol"]),
            mandaat=Mandaat(typed["mandaat"]),
        )


class EindeForm(GeldForm):
    """The last day of a seat."""

    tot = DagField(
        label="Laatste dag",
        help_text="Wat geweest is blijft staan. Voor vergaderingen daarna volgt een afzegging.",
    )


class MomentForm(OverlegForm):
    """When and where a meeting is."""

    def moment(self) -> Vergadermoment:
        """Return the moment that was typed."""
        typed = self.cleaned_data
        return self.moment_on(typed["op"])

    def moment_on(self, op: date) -> Vergadermoment:
        """Return the moment that was typed, on another day."""
        typed = self.cleaned_data
        van: time | None = typed["van"]
        return Vergadermoment(
            op=op,
            van=van,
            tot=typed["tot"],
            plek=typed["plek"].strip(),
            link=typed["link"].strip(),
        )


class PlanForm(MomentForm):
    """A new meeting, or several: what stays empty is filled in from the series."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Wanneer", ("op", "van", "tot", *(f"op_{n}" for n in range(2, DAGEN_IN_EEN_KEER + 1)))),
        ("Waar", ("plek", "link")),
        ("De agenda", ("titel", "kopie_van")),
    )
    titel = tekst("Titel", 200, help_text="Leeg: de naam van het overleg.")
    op = DagField(label="Dag")
    van = TijdField(label="Van", required=False)
    tot = TijdField(label="Tot", required=False)
    plek = tekst("Plek", 200)
    link = link("Link om op afstand mee te doen")
    kopie_van = forms.ChoiceField(
        label="Neem de punten over van",
        required=False,
        help_text="De vaste punten en wat bleef liggen staan er al op.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask more days too, so that a whole year is planned at once."""
        super().__init__(*args, **kwargs)
        for number in range(2, DAGEN_IN_EEN_KEER + 1):
            self.fields[f"op_{number}"] = DagField(label=f"En op (dag {number})", required=False)

    def moments(self) -> Iterator[Vergadermoment]:
        """Yield a moment per day that was typed."""
        for name in ("op", *(f"op_{n}" for n in range(2, DAGEN_IN_EEN_KEER + 1))):
            if self.cleaned_data.get(name):
                yield self.moment_on(self.cleaned_data[name])


class VergaderingForm(MomentForm):
    """A meeting that still comes: when, where, and what is said with it."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Wanneer", ("op", "van", "tot")),
        ("Waar", ("plek", "link")),
        ("Wat erbij staat", ("titel", "toelichting", "zichtbaarheid")),
    )
    op = DagField(label="Dag")
    van = TijdField(label="Van", required=False)
    tot = TijdField(label="Tot", required=False)
    plek = tekst("Plek", 200)
    link = link("Link om op afstand mee te doen")
    titel = tekst("Titel", 200, required=True, error_messages={"required": "Vul een titel in."})
    toelichting = vak("Toelichting", help_text="Staat ook in de uitnodiging.")
    zichtbaarheid = forms.ChoiceField(label="Wie mag de agenda zien?")

    def opzet(self) -> Vergaderopzet:
        """Return the meeting that was typed."""
        typed = self.cleaned_data
        return Vergaderopzet(
            titel=typed["titel"],
            moment=self.moment(),
            toelichting=typed["toelichting"],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
        )


class AfgelastForm(OverlegForm):
    """Why a meeting is called off."""

    reden = vak("Waarom gaat het niet door?", help_text="Staat in de mail aan de deelnemers.")


class DeelnemerForm(OverlegForm):
    """Somebody at the table of one meeting: a guest, a stand-in, or who can't come."""

    naam = tekst("Naam", 160, help_text="Leeg: de naam van het account.")
    email = forms.CharField(label="E-mailadres", required=False, widget=forms.EmailInput)
    lid = forms.ChoiceField(label="Of kies een account", required=False)
    partij = forms.ChoiceField(label="Namens welke partij?", required=False)
    mandaat = forms.ChoiceField(label="Mandaat", choices=Mandaat.choices, widget=forms.RadioSelect)
    aanwezigheid = forms.ChoiceField(
        label="Komt deze persoon?", choices=Aanwezigheid.choices, widget=forms.RadioSelect
    )

    def plaats(self, rol: Overlegrol = Overlegrol.LID) -> Tafelplaats:
        """Return the place at the table that was typed."""
        typed = self.cleaned_data
        return Tafelplaats(
            naam=typed["naam"],
            email=typed["email"],
            partij=typed.get("partij", ""),
            lid=int(typed.get("lid") or 0) or None,
            rol=rol,
            mandaat=Mandaat(typed["mandaat"]),
            aanwezigheid=Aanwezigheid(typed["aanwezigheid"]),
        )


class GastlinkForm(GeldForm):
    """A link for a guest: for whom, and for how long."""

    voor = tekst("Voor wie?", 160, required=True, error_messages={"required": "Vul in voor wie."})
    dagen = aantal("Hoeveel dagen werkt de link?", 90, initial=14)
