"""The forms of a casus: days, choices from closed lists, and a few words without names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from openlea.core.casus import (
    LONGEST,
    Beslisser,
    Casusinhoud,
    Casusschool,
    Casusstap,
    Inzet,
    Maatwerkbudget,
    Poging,
    Uitkomst,
    Verlengreden,
)
from openlea.core.keuze import Keuze
from openlea.policy.casus import closed, last_day, with_step
from openlea.policy.casustekst import judge_text
from openlea.web.pages.geld.velden import DagField, EuroField, GeldForm

KIES = {"required": "Maak een keuze."}
NAMELOOS = "Geen namen, nummers of adressen. Bijvoorbeeld: gesprek met school en jeugdhulp."


class KortField(forms.CharField):
    """A few words; what looks like a person is refused, and never shown again in the refusal."""

    def __init__(self, label: str, **options: Any) -> None:
        """Show one line that no browser remembers."""
        attrs = {"autocomplete": "off", "spellcheck": "true"}
        options.setdefault("help_text", NAMELOOS)
        super().__init__(
            label=label,
            max_length=LONGEST,
            widget=forms.TextInput(attrs=attrs),
            **options,
        )

    def clean(self, value: Any) -> str:
        """Return the text; ValidationError when a person may be found by it."""
        said, reden = judge_text(super().clean(value))
        if reden:
            raise forms.ValidationError(reden)
        return said


class KeuzeField(forms.ChoiceField):
    """One of a closed list."""

    def __init__(self, label: str, keuze: type[Keuze], **options: Any) -> None:
        """Offer the list; with `empty` in front of it when nothing need be chosen."""
        empty = [("", options.pop("leeg"))] if "leeg" in options else []
        super().__init__(
            label=label, choices=[*empty, *keuze.choices()], error_messages=KIES, **options
        )


class CasusVorm(GeldForm):
    """A form over what is known of a casus; `applied` gives the content with what was typed."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, treden: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """Offer the steps of the ladder that holds here."""
        super().__init__(*args, **kwargs)
        if "trede" in self.fields:
            offered: Sequence[tuple[str, str]] = list((treden or {}).items())
            self.fields["trede"].choices = offered  # type: ignore[attr-defined]

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content with what was typed."""
        raise NotImplementedError

    def _next(self, inhoud: Casusinhoud) -> Casusinhoud:
        typed = self.cleaned_data
        return replace(
            inhoud, volgende=typed.get("volgende", ""), volgende_voor=typed.get("volgende_voor")
        )


class VolgendeVorm(CasusVorm):
    """What is done next, and by when: asked with everything that happens."""

    volgende = KortField("Wat is de volgende stap?", required=False)
    volgende_voor = DagField(label="Uiterlijk op welke dag?", required=False)


class FeitenForm(VolgendeVorm):
    """Since when, which kind of school, who decides, and what comes next."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De situatie", ("thuis_sinds", "school", "aangemeld_op", "beslist")),
        ("De volgende stap", ("volgende", "volgende_voor")),
    )
    thuis_sinds = DagField(label="Sinds welke dag zit de leerling thuis?")
    school = KeuzeField("Bij welk soort school staat de leerling ingeschreven?", Casusschool)
    aangemeld_op = DagField(
        label="Aangemeld bij een nieuwe school op",
        required=False,
        help_text="Alleen als ouders schriftelijk hebben aangemeld. Dan loopt de zorgplicht.",
    )
    beslist = KeuzeField("Wie neemt het besluit waar iedereen op wacht?", Beslisser)

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content with what was typed."""
        typed = self.cleaned_data
        return replace(
            self._next(inhoud),
            thuis_sinds=typed["thuis_sinds"],
            school=Casusschool(typed["school"]),
            aangemeld_op=typed["aangemeld_op"],
            beslist=Beslisser(typed["beslist"]),
        )


class BeginForm(FeitenForm):
    """A new casus: the situation, where it is on the ladder, and until when it is kept."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De situatie", ("thuis_sinds", "school", "aangemeld_op")),
        ("Waar staan jullie", ("trede", "op", "beslist")),
        ("De volgende stap", ("volgende", "volgende_voor")),
        ("Bewaren", ("verwijderen_op",)),
    )
    trede = forms.ChoiceField(label="Op welke stap van de ladder?", error_messages=KIES)
    op = DagField(label="Sinds welke dag staat de casus op die stap?")
    verwijderen_op = DagField(
        label="Bewaren tot en met",
        help_text="Hoogstens een jaar. Na deze dag zijn de inhoud en de sleutel voorgoed weg.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with today, and with the longest time to keep."""
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = timezone.localdate
        self.fields["verwijderen_op"].initial = last_day(timezone.localdate())

    def new(self) -> Casusinhoud:
        """Return the first content."""
        typed = self.cleaned_data
        first = Casusinhoud(
            thuis_sinds=typed["thuis_sinds"],
            school=Casusschool(typed["school"]),
            beslist=Beslisser(typed["beslist"]),
            stappen=(Casusstap(typed["trede"], typed["op"]),),
        )
        return self.applied(first)


class StapForm(VolgendeVorm):
    """The next rung of the ladder."""

    trede = forms.ChoiceField(label="Welke stap zetten jullie?", error_messages=KIES)
    op = DagField(label="Op welke dag?")

    field_order = ["trede", "op", "volgende", "volgende_voor"]

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content one step further."""
        typed = self.cleaned_data
        return self._next(with_step(inhoud, typed["trede"], typed["op"]))


class PogingForm(VolgendeVorm):
    """What was tried, and what comes next."""

    soort = KeuzeField("Wat hebben jullie geprobeerd?", Inzet)
    op = DagField(label="Op welke dag?")
    kort = KortField("Hoe ging het, in een paar woorden?", required=False)

    field_order = ["soort", "op", "kort", "volgende", "volgende_voor"]

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content with this deed in its place by day."""
        typed = self.cleaned_data
        new = Poging(Inzet(typed["soort"]), typed["op"], typed["kort"])
        gedaan = tuple(sorted((*inhoud.gedaan, new), key=lambda one: one.op))
        return self._next(replace(inhoud, gedaan=gedaan))


class BudgetForm(CasusVorm):
    """Maatwerkbudget: what was asked and when, what was granted and when."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De vraag", ("gevraagd", "gevraagd_op")),
        ("Het besluit", ("toegekend", "besloten_op")),
    )
    gevraagd = EuroField(label="Hoeveel euro is gevraagd?")
    gevraagd_op = DagField(label="Gevraagd op")
    toegekend = EuroField(
        label="Hoeveel euro is toegekend?",
        required=False,
        help_text="Vul 0 in bij een afwijzing. Nog geen besluit? Laat beide vakken leeg.",
    )
    besloten_op = DagField(label="Besloten op", required=False)

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content: the budget that waits for a decision changed, or a new one."""
        typed = self.cleaned_data
        one = Maatwerkbudget(
            gevraagd=typed["gevraagd"],
            gevraagd_op=typed["gevraagd_op"],
            toegekend=typed["toegekend"],
            besloten_op=typed["besloten_op"],
        )
        before = inhoud.budgetten
        waits = bool(before) and before[-1].besloten_op is None
        return replace(inhoud, budgetten=(*(before[:-1] if waits else before), one))


class SluitForm(CasusVorm):
    """How it ended."""

    uitkomst = KeuzeField("Hoe is het afgelopen?", Uitkomst, widget=forms.RadioSelect)
    uitkomst_op = DagField(label="Op welke dag?")

    def applied(self, inhoud: Casusinhoud) -> Casusinhoud:
        """Return the content as it ended."""
        typed = self.cleaned_data
        return closed(inhoud, Uitkomst(typed["uitkomst"]), typed["uitkomst_op"])


class BewaarForm(CasusVorm):
    """Until when a casus is kept."""

    verwijderen_op = DagField(
        label="Bewaren tot en met", help_text="Hoogstens een jaar na vandaag."
    )
    reden = KeuzeField(
        "Waarom langer?",
        Verlengreden,
        required=False,
        leeg="Niet langer dan het was",
        help_text="Deze reden komt in het logboek.",
    )


class TafelForm(CasusVorm):
    """Somebody who is asked to the table."""

    lid = forms.ChoiceField(label="Wie vraag je aan tafel?", error_messages=KIES)

    def __init__(self, *args: Any, leden: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer who may sit there."""
        super().__init__(*args, **kwargs)
        self.fields["lid"].choices = list(leden)  # type: ignore[attr-defined]


def initial_of(inhoud: Casusinhoud) -> dict[str, Any]:
    """Return what is known as the forms open with it."""
    last = inhoud.budgetten[-1] if inhoud.budgetten else None
    waits = (
        {
            "gevraagd": last.gevraagd,
            "gevraagd_op": last.gevraagd_op,
        }
        if last and last.besloten_op is None
        else {}
    )
    return {
        "thuis_sinds": inhoud.thuis_sinds,
        "school": str(inhoud.school),
        "aangemeld_op": inhoud.aangemeld_op,
        "beslist": str(inhoud.beslist),
        "volgende": inhoud.volgende,
        "volgende_voor": inhoud.volgende_voor,
        **waits,
    }
