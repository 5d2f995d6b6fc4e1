"""The form of a plan in the register."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.plicht import Onderwerp
from openlea.policy.document_soort import ALLOWED, LARGEST
from openlea.services.describe_plannen import Planregel
from openlea.services.keep_document import Stuk
from openlea.services.keep_plan import Planopzet
from openlea.web.pages.geld.velden import DagField, GeldForm

Choices = Sequence[tuple[str, str]]
UITKOMSTEN: Choices = [("", "Nog niet bekend"), *OverlegUitkomst.choices()]


class PlanForm(GeldForm):
    """A plan: whose, for how long, how it was decided, what is in it, and the text itself."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het plan", ("soort", "titel", "houder")),
        ("Looptijd", ("van", "tot", "volgt_op")),
        ("Overleg en besluit", ("overleg_op", "overleg_uitkomst", "vastgesteld_op", "door")),
        ("Onderdelen", ("onderdelen",)),
        ("De tekst", ("bestand", "adres")),
        ("Voor wie", ("zichtbaarheid", "toelichting")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    soort = forms.ChoiceField(label="Soort plan")
    titel = forms.CharField(
        label="Titel",
        max_length=200,
        help_text="Zoals hij op het plan staat, met de jaren.",
        error_messages={"required": "Vul een titel in."},
    )
    houder = forms.ChoiceField(label="Van wie is het plan?")
    van = DagField(label="Geldt vanaf")
    tot = DagField(
        label="Geldt tot en met", required=False, help_text="Leeg: er is geen einddatum."
    )
    volgt_op = forms.ChoiceField(label="Volgt op", required=False)
    overleg_op = DagField(label="Overleg gehouden op", required=False)
    overleg_uitkomst = forms.ChoiceField(
        label="Hoe liep het overleg af?", required=False, choices=UITKOMSTEN
    )
    vastgesteld_op = DagField(label="Vastgesteld op", required=False)
    door = forms.CharField(label="Vastgesteld door", required=False, max_length=120)
    onderdelen = forms.MultipleChoiceField(
        label="Wat staat erin?", required=False, widget=forms.CheckboxSelectMultiple
    )
    bestand = forms.FileField(
        label="Bestand", required=False, help_text=f"Hoogstens {LARGEST // 1024**2} MB: {ALLOWED}."
    )
    adres = forms.CharField(
        label="Of een link",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
        help_text="Zoals https://www.voorbeeld.nl/plan.",
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?")
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)

    def __init__(
        self,
        *args: Any,
        soorten: Choices,
        houders: Choices,
        eerder: Choices,
        onderdelen: Sequence[Onderwerp],
        zichten: Choices,
        **kwargs: Any,
    ) -> None:
        """Offer what there is here; a kind without parts asks for none."""
        super().__init__(*args, **kwargs)
        lists = {
            "soort": soorten,
            "houder": houders,
            "volgt_op": [("", "Geen eerder plan"), *eerder],
            "onderdelen": [(one.code, one.titel) for one in onderdelen],
            "zichtbaarheid": zichten,
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for name, asked in (("onderdelen", onderdelen), ("volgt_op", eerder)):
            if not asked:
                del self.fields[name]

    def opzet(self) -> Planopzet:
        """Return the plan that was typed."""
        typed = self.cleaned_data
        uitkomst, before = typed["overleg_uitkomst"], typed.get("volgt_op")
        return Planopzet(
            soort=typed["soort"],
            titel=typed["titel"],
            houder=typed["houder"],
            van=typed["van"],
            tot=typed["tot"],
            vastgesteld_op=typed["vastgesteld_op"],
            vastgesteld_door=typed["door"],
            overleg_op=typed["overleg_op"],
            overleg_uitkomst=OverlegUitkomst(uitkomst) if uitkomst else None,
            delen=tuple(typed.get("onderdelen", ())),
            toelichting=typed["toelichting"],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
            volgt_op=int(before) if before else None,
            stuk=typed_stuk(typed),
        )


def typed_stuk(typed: dict[str, Any]) -> Stuk | None:
    """Return the file or link that was given, or None; a far too large one is not read whole."""
    file, adres = typed["bestand"], typed["adres"].strip()
    if not file and not adres:
        return None
    return Stuk(
        titel=typed.get("titel") or (file.name if file else adres)[:200],
        zichtbaarheid=Zichtbaarheid(typed.get("zichtbaarheid") or Zichtbaarheid.PARTNERS),
        inhoud=file.read(LARGEST + 1) if file else None,
        adres=adres,
    )


def plan_initial(regel: Planregel, volgt_op: int | None) -> dict[str, Any]:
    """Return a kept plan as the form opens with it."""
    plan, record = regel.stand.plan, regel.kept.record
    return {
        **{name: getattr(plan, name) for name in ("soort", "titel", "houder", "van", "tot")},
        **{name: getattr(plan, name) for name in ("overleg_op", "vastgesteld_op")},
        "overleg_uitkomst": str(plan.overleg_uitkomst or ""),
        "door": plan.vastgesteld_door,
        "onderdelen": list(plan.delen),
        "volgt_op": str(volgt_op or ""),
        "zichtbaarheid": record.zichtbaarheid,
        "toelichting": record.toelichting,
        "versie": record.versie,
    }
