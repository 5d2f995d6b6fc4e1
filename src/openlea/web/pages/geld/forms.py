"""The forms of the money: a post, a stream, a change, a booking."""

from typing import Any

from django import forms

from openlea.core.agenda import Agenda
from openlea.core.begroting import (
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Verschil,
)
from openlea.web.pages.geld import keuzes
from openlea.web.pages.geld.beeld import voorwaarden
from openlea.web.pages.geld.velden import BEDRAGEN, DagField, EuroField, GeldForm

EURO_HINT = "In euro, bijvoorbeeld 1.250,50. Leeg is geen bedrag; dat is iets anders dan 0."


def add_years(form: forms.Form, agenda: Agenda) -> None:
    """Add a field for the amount of every year."""
    for jaar in agenda.jaren:
        form.fields[f"bedrag_{jaar}"] = EuroField(label=f"Bedrag {jaar}", required=False)


def years_of(form: forms.Form, agenda: Agenda) -> dict[int, int]:
    """Return year → cents of the years that were filled in."""
    typed = {jaar: form.cleaned_data.get(f"bedrag_{jaar}") for jaar in agenda.jaren}
    return {jaar: cents for jaar, cents in typed.items() if cents is not None}


class PostForm(GeldForm):
    """A row of the begroting."""

    delen = (
        ("Waarvoor", ("omschrijving", "code", "bij", "kop")),
        ("Bedragen in euro", (BEDRAGEN,)),
        ("Waaruit", ("geldstroom", "categorie", "taakveld", "elders_gedekt_door")),
        ("Toelichting", ("verschil", "toelichting")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    omschrijving = forms.CharField(
        label="Waar is het geld voor?",
        max_length=300,
        error_messages={"required": "Vul in waar het geld voor is."},
    )
    code = forms.CharField(
        label="Code",
        max_length=40,
        help_text="Kort en eenmalig, zoals de kostenplaats in het grootboek.",
        error_messages={"required": "Vul een code in."},
    )
    bij = forms.ChoiceField(label="Hoort bij", required=False)
    kop = forms.ChoiceField(
        label="Is onderdeel van",
        required=False,
        help_text="Kies een rij die dit bedrag al bevat. Dan telt het niet dubbel.",
    )
    verschil = forms.ChoiceField(label="Ten opzichte van de vorige periode")
    elders_gedekt_door = forms.CharField(
        label="Elders gedekt door",
        max_length=200,
        required=False,
        help_text="Wie betaalt als hier 0 staat?",
    )
    geldstroom = forms.ChoiceField(label="Geldstroom", required=False)
    categorie = forms.ChoiceField(
        label="Categorie van de voorwaarden",
        required=False,
        help_text="Hiermee toetst Open LEA of het geld hiervoor gebruikt mag worden.",
    )
    taakveld = forms.ChoiceField(label="Taakveld (BBV)", required=False)
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, agenda: Agenda, post: Post | None = None, **kw: Any) -> None:
        """Offer what the agenda and the catalogue hold; a kept post keeps its code."""
        super().__init__(*args, **kw)
        lists = {
            "bij": keuzes.plekken(agenda),
            "kop": keuzes.posten(
                agenda.begroting.posten, "Geen: telt zelf mee", post.code if post else ""
            ),
            "verschil": [(v.value, v.label) for v in Verschil],
            "geldstroom": keuzes.stromen(agenda),
            "categorie": keuzes.categorieen(voorwaarden(), post.categorie if post else ""),
            "taakveld": keuzes.taakvelden(post.taakveld if post else ""),
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        add_years(self, agenda)
        if post:
            del self.fields["code"]

    def value(self, agenda: Agenda, code: str = "") -> Post:
        """Return the post that was typed."""
        typed = self.cleaned_data
        return Post(
            code=code or typed["code"],
            bij=typed["bij"],
            omschrijving=typed["omschrijving"],
            kop=typed["kop"],
            bedragen=years_of(self, agenda),
            verschil=Verschil(typed["verschil"]),
            elders_gedekt_door=typed["elders_gedekt_door"],
            geldstroom=typed["geldstroom"],
            categorie=typed["categorie"],
            taakveld=typed["taakveld"],
            toelichting=typed["toelichting"],
        )


def post_initial(post: Post, versie: int) -> dict[str, Any]:
    """Return a post as the form opens with it."""
    fields = ("omschrijving", "bij", "kop", "elders_gedekt_door", "geldstroom", "categorie")
    return {
        **{name: getattr(post, name) for name in (*fields, "taakveld", "toelichting")},
        **{f"bedrag_{jaar}": cents for jaar, cents in post.bedragen.items()},
        "verschil": post.verschil.value,
        "versie": versie,
    }


class StroomForm(GeldForm):
    """A stream of money."""

    delen = (
        ("Welk geld", ("naam", "code", "soort", "voorwaarden")),
        ("Bedragen in euro", (BEDRAGEN,)),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Naam", max_length=160, error_messages={"required": "Vul een naam in."}
    )
    code = forms.CharField(
        label="Code",
        max_length=40,
        help_text="Kort en eenmalig, zoals spuk-oab.",
        error_messages={"required": "Vul een code in."},
    )
    soort = forms.ChoiceField(
        label="Soort",
        choices=StroomSoort.choices(),
        help_text="Van een restant telt alleen het eerste jaar. Daarna is het het saldo.",
    )
    voorwaarden = forms.ChoiceField(label="Voorwaarden", required=False)

    def __init__(
        self, *args: Any, agenda: Agenda, stroom: Geldstroom | None = None, **kw: Any
    ) -> None:
        """Offer the conditions of the catalogue; a kept stream keeps its code."""
        super().__init__(*args, **kw)
        known = keuzes.voorwaarden_keuzes(voorwaarden(), stroom.voorwaarden if stroom else "")
        self.fields["voorwaarden"].choices = known  # type: ignore[attr-defined]
        add_years(self, agenda)
        if stroom:
            del self.fields["code"]

    def value(self, agenda: Agenda, code: str = "") -> Geldstroom:
        """Return the stream that was typed."""
        typed = self.cleaned_data
        return Geldstroom(
            code=code or typed["code"],
            naam=typed["naam"],
            soort=StroomSoort(typed["soort"]),
            voorwaarden=typed["voorwaarden"],
            bedragen=years_of(self, agenda),
        )


def stroom_initial(stroom: Geldstroom, versie: int) -> dict[str, Any]:
    """Return a stream as the form opens with it."""
    return {
        "naam": stroom.naam,
        "soort": stroom.soort.value,
        "voorwaarden": stroom.voorwaarden,
        "versie": versie,
        **{f"bedrag_{jaar}": cents for jaar, cents in stroom.bedragen.items()},
    }


class WijzigingForm(GeldForm):
    """A later amount, with its decision."""

    delen = (
        ("Het bedrag", ("jaar", "stand", "bedrag")),
        ("Het besluit", ("op", "besluit", "reden")),
    )
    jaar = forms.ChoiceField(label="Jaar")
    stand = forms.ChoiceField(
        label="Wat is het?",
        choices=[(s.value, s.label) for s in (Stand.BIJGESTELD, Stand.PROGNOSE)],
        widget=forms.RadioSelect,
        initial=Stand.BIJGESTELD.value,
        help_text="Bijgesteld: er is een besluit. Prognose: wat je verwacht.",
    )
    bedrag = EuroField(
        label="Nieuw bedrag",
        help_text="Het hele bedrag voor dit jaar, niet het verschil. Bijvoorbeeld 1.250,50.",
        error_messages={"required": "Vul het nieuwe bedrag in."},
    )
    op = DagField(label="Op welke dag")
    besluit = forms.CharField(
        label="Besluit",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: raadsbesluit 12 november 2025, nummer 2025-118.",
    )
    reden = forms.CharField(label="Reden", required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, agenda: Agenda, **kw: Any) -> None:
        """Offer the years of the agenda."""
        super().__init__(*args, **kw)
        self.fields["jaar"].choices = keuzes.jaren(agenda)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the decision behind an adjusted amount."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("stand") == Stand.BIJGESTELD and not typed.get("besluit"):
            self.add_error("besluit", "Noem het besluit, of kies prognose.")
        return typed


class BoekingForm(GeldForm):
    """A booking by hand."""

    delen = (
        ("Wat", ("post", "soort", "omschrijving")),
        ("Hoeveel en wanneer", ("bedrag", "jaar", "op")),
        ("Waaruit", ("geldstroom", "kenmerk")),
    )
    post = forms.ChoiceField(label="Post")
    soort = forms.ChoiceField(
        label="Wat is het?",
        choices=BoekingSoort.choices(),
        widget=forms.RadioSelect,
        initial=BoekingSoort.BESTEED.value,
        help_text="Verplicht: toegezegd en nog niet uitgegeven. Besteed: uitgegeven.",
    )
    bedrag = EuroField(
        label="Bedrag",
        help_text="Bijvoorbeeld 1.250,50. Een min voor het bedrag boekt terug.",
        error_messages={"required": "Vul een bedrag in."},
    )
    jaar = forms.ChoiceField(label="Voor welk jaar")
    op = DagField(label="Op welke dag")
    omschrijving = forms.CharField(label="Omschrijving", max_length=300, required=False)
    geldstroom = forms.ChoiceField(
        label="Geldstroom", required=False, help_text="Leeg: de geldstroom van de post."
    )
    kenmerk = forms.CharField(
        label="Kenmerk",
        max_length=80,
        required=False,
        help_text="Nummer van de factuur of boeking, of het kenmerk van de subsidie.",
    )

    def __init__(self, *args: Any, agenda: Agenda, **kw: Any) -> None:
        """Offer the posts, streams and years of the agenda."""
        super().__init__(*args, **kw)
        lists = {
            "post": keuzes.posten(agenda.begroting.posten, "Kies een post"),
            "jaar": keuzes.jaren(agenda),
            "geldstroom": keuzes.stromen(agenda),
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
