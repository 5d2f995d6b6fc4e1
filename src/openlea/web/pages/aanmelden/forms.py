"""What can be asked of the list of schools, and what is filled in about applying at one."""

from typing import Any

from django import forms

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldregels import GEEN_VOORRANG
from openlea.services.describe_aanmeldbeleid import Aanmeldblad, Keuze
from openlea.web.pages.agenda.veld import Choices, Dag, Getal, long_text, offer

GEEN = "geen"
PLEKKEN = len(Criterium)
DAGEN = ("aanmelden_van", "aanmelden_tot", "loting_op", "uitslag_op", "gezien_op")
GETALLEN = ("plaatsen", "bijdrage")
BLANCO = {"toewijzing": str(Toewijzing.ONBEKEND)}
"""A list without a choice would stand at its first word, and say what nobody said."""
TEKSTEN = ("moment", "voorrang_anders", "bron", "toelichting")


class Aanmeldfilter(forms.Form):
    """Which school year, which part of the gemeente, which kind of school, which precedence."""

    schooljaar = forms.ChoiceField(label="Schooljaar", required=False)
    pc4 = forms.ChoiceField(label="Buurt (postcode)", required=False)
    denominatie = forms.ChoiceField(label="Denominatie", required=False)
    voorrang = forms.ChoiceField(
        label="Voorrang voor", required=False, choices=[("", "Alles"), *Criterium.choices()]
    )

    def __init__(self, data: Any, blad: Aanmeldblad) -> None:
        """Offer what there is to choose from."""
        super().__init__({**data.dict(), "schooljaar": blad.schooljaar}, auto_id="toon_%s")
        offer(self, "schooljaar", [(one, one) for one in reversed(blad.jaren)])
        codes = sorted({one.pc4 for one in blad.scholen if one.pc4})
        offer(self, "pc4", [("", "Hele gemeente"), *((one, one) for one in codes)])
        kinds = sorted({one.denominatie for one in blad.scholen if one.denominatie})
        offer(self, "denominatie", [("", "Alle"), *((one, one) for one in kinds)])


def asked(data: Any) -> Keuze:
    """Return what the address asks; what makes no sense is found nowhere."""
    return Keuze(
        schooljaar=data.get("schooljaar", "")[:9],
        pc4=data.get("pc4", "")[:4],
        denominatie=data.get("denominatie", "")[:60],
        voorrang=data.get("voorrang", "") if data.get("voorrang") in list(Criterium) else "",
    )


class Beleidvorm(forms.Form):
    """How one applies at a school; almost everything may stay open."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    moment = forms.CharField(
        label="Vanaf wanneer kun je aanmelden?",
        required=False,
        max_length=200,
        help_text="In woorden, zoals ‘vanaf de derde verjaardag’.",
    )
    aanmelden_van = Dag(label="Of vanaf een vaste dag", required=False)
    aanmelden_tot = Dag(label="Laatste dag om aan te melden", required=False)
    voorrang_anders = forms.CharField(
        label="Andere voorrang",
        required=False,
        max_length=300,
        help_text="Een regel die niet in de lijst staat.",
    )
    toewijzing = forms.ChoiceField(
        label="Wat gebeurt er als er te veel aanmeldingen zijn?", choices=Toewijzing.choices()
    )
    loting_op = Dag(label="Dag van de loting", required=False)
    uitslag_op = Dag(label="Dag waarop ouders het horen", required=False)
    plaatsen = Getal(
        label="Open plaatsen", required=False, help_text="Hoeveel kinderen erbij kunnen."
    )
    bijdrage = Getal(
        label="Vrijwillige ouderbijdrage",
        required=False,
        help_text="In hele euro’s per jaar. Vul 0 in als de school niets vraagt.",
    )
    bron = forms.URLField(
        label="Waar staat dit?",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Het adres van de pagina of de schoolgids.",
        error_messages={"invalid": "Dit is geen adres. Begin met https://"},
    )
    gezien_op = Dag(label="Op welke dag las je het?", required=False)
    toelichting = long_text("Toelichting")

    def __init__(self, data: Any = None, *, beleid: Aanmeldbeleid | None = None, **kw: Any) -> None:
        """Add a place for each precedence, in order, and begin with what is known."""
        super().__init__(data, initial=begin(beleid) if beleid else dict(BLANCO), **kw)
        usual = Criterium.choices()
        for n in range(1, PLEKKEN + 1):
            first: Choices = [("", "Niemand" if n > 1 else "Niet bekend")]
            extra: Choices = [(GEEN, "Er is geen voorrang")] if n == 1 else []
            self.fields[f"voorrang_{n}"] = forms.ChoiceField(
                label=f"Voorrang {n}", required=False, choices=[*first, *extra, *usual]
            )

    @property
    def plekken(self) -> list[forms.BoundField]:
        """Return the fields of precedence, first one first."""
        return [self[f"voorrang_{n}"] for n in range(1, PLEKKEN + 1)]

    def clean(self) -> dict[str, Any]:
        """Refuse a part of a child or a euro."""
        clean = super().clean() or self.cleaned_data
        for veld in GETALLEN:
            value = clean.get(veld)
            if value is not None and value != value.to_integral_value():
                self.add_error(veld, "Vul een heel getal in.")
        return clean

    def beleid(self, school: str, naam: str, schooljaar: str, partij: str = "") -> Aanmeldbeleid:
        """Return what was filled in; after is_valid."""
        clean = self.cleaned_data
        chosen = [clean[f"voorrang_{n}"] for n in range(1, PLEKKEN + 1)]
        anders = clean["voorrang_anders"]
        if chosen[0] == GEEN and not anders:
            anders = GEEN_VOORRANG
        numbers: dict[str, Any] = {
            veld: None if (n := clean[veld]) is None else int(n) for veld in GETALLEN
        }
        return Aanmeldbeleid(
            school=school,
            naam=naam,
            schooljaar=schooljaar,
            partij=partij,
            voorrang=tuple(Criterium(one) for one in chosen if one and one != GEEN),
            toewijzing=Toewijzing(clean["toewijzing"]),
            **{veld: clean[veld] for veld in DAGEN},
            **{veld: anders if veld == "voorrang_anders" else clean[veld] for veld in TEKSTEN},
            **numbers,
        )


def begin(beleid: Aanmeldbeleid) -> dict[str, Any]:
    """Return what stands in the form of a policy that is known."""
    places = dict.fromkeys((f"voorrang_{n}" for n in range(1, PLEKKEN + 1)), "")
    places |= {f"voorrang_{n}": str(one) for n, one in enumerate(beleid.voorrang, start=1)}
    is_geen = beleid.voorrang_anders == GEEN_VOORRANG
    if is_geen:
        places["voorrang_1"] = GEEN
    plain = {veld: getattr(beleid, veld) for veld in (*DAGEN, *GETALLEN, *TEKSTEN)}
    if is_geen:
        plain["voorrang_anders"] = ""
    return {**plain, **places, "toewijzing": str(beleid.toewijzing)}


class Schoolvorm(Beleidvorm):
    """The same for a school that stands in no register: its name, year and board are typed."""

    naam = forms.CharField(
        label="Naam van de school",
        max_length=160,
        error_messages={"required": "Vul de naam van de school in."},
    )
    school = forms.CharField(
        label="Vestigingscode",
        required=False,
        max_length=12,
        help_text="Zes tekens, zoals 12AB00. Leeg laten mag.",
    )
    schooljaar = forms.ChoiceField(label="Schooljaar")
    partij = forms.ChoiceField(label="Schoolbestuur", required=False)

    def __init__(self, data: Any, jaren: Choices, partijen: Choices, **kw: Any) -> None:
        """Offer the years, and the parties that the right reaches."""
        super().__init__(data, **kw)
        offer(self, "schooljaar", jaren)
        offer(self, "partij", partijen)

    def whole(self) -> Aanmeldbeleid:
        """Return what was filled in, with its school."""
        clean = self.cleaned_data
        code = clean["school"].strip().upper()
        return self.beleid(code, clean["naam"], clean["schooljaar"], clean["partij"])


class Bestandvorm(forms.Form):
    """The file with policies."""

    bestand = forms.FileField(
        label="Bestand met aanmeldbeleid",
        help_text="Excel (.xlsx) of csv, met één regel per school.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
    )
