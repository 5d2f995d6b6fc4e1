"""Example forms of the style guide; they are shown, and never stored."""

from django import forms

from openlea.core.agenda import ActieStaat, Schaal


class VraagProef(forms.Form):
    """The question card of one action."""

    staat = forms.ChoiceField(
        label="Hoe gaat het?",
        choices=[
            (staat.value, staat.label)
            for staat in (ActieStaat.OP_SCHEMA, ActieStaat.LOOPT_ACHTER, ActieStaat.GESTOPT)
        ],
        widget=forms.RadioSelect,
    )
    bereikt = forms.IntegerField(label="Gezinnen bereikt tot nu", help_text="Het doel is 60.")
    weten = forms.CharField(label="Wat moeten we weten?", widget=forms.Textarea, required=False)


class VeldenProef(forms.Form):
    """One field of each kind, some with a fault."""

    naam = forms.CharField(
        label="Titel van de actie",
        help_text="Een zin die zegt wat er verandert, en voor wie.",
        error_messages={"required": "Vul een titel in. Zonder titel vindt niemand de actie."},
    )
    budget = forms.CharField(label="Budget 2026", help_text="In hele euro's.")
    schaal = forms.ChoiceField(label="Waar speelt het?", choices=Schaal.choices())
    openbaar = forms.BooleanField(label="Iedereen mag deze actie zien", required=False)


class FilterProef(forms.Form):
    """The filter of a list of actions."""

    zoek = forms.CharField(
        label="Zoek in de acties", required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    partij = forms.ChoiceField(
        label="Partij",
        required=False,
        choices=[("", "Alle partijen"), ("bibliotheek", "Bibliotheek"), ("gemeente", "Gemeente")],
    )
    staat = forms.ChoiceField(
        label="Staat", required=False, choices=[("", "Elke staat"), *ActieStaat.choices()]
    )
