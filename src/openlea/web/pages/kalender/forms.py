"""The form of a calendar address: what it is for, whose tasks, and who will read them."""

from django import forms
from django.utils import timezone

from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records.models import Lidmaatschap, Partij, Verplichting

Choices = list[tuple[str, str]]


class KalenderForm(forms.Form):
    """Whose tasks, for which program and, for who keeps the werkruimte, for whom."""

    partij = forms.ChoiceField(
        label="Welke taken?",
        required=False,
        widget=forms.Select,
        error_messages={"invalid_choice": "Kies een partij uit de lijst."},
    )
    naam = forms.CharField(
        label="Waar gebruik je het?",
        max_length=120,
        help_text="Bijvoorbeeld: Outlook op mijn werk. Zo weet je later welk adres weg kan.",
        error_messages={"required": "Vul in waar je het voor gebruikt."},
    )
    lid = forms.ChoiceField(
        label="Voor wie?",
        required=False,
        help_text="De kalender toont nooit meer dan deze persoon hier mag zien.",
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )

    def __init__(self, *args: object, actor: Actor, **kwargs: object) -> None:
        """Offer only what this actor may ask for."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        keeps = actor.scope(Noun.KALENDER, Verb.MAKEN) is Scope.ALLES
        partijen = _partijen(actor, keeps=keeps)
        self._offer("partij", [*partijen, ("", "Alle taken, van elke partij")])
        self.is_own_partij_free = bool(actor.partij) and str(actor.partij) not in dict(partijen)
        self.fields["partij"].initial = "" if self.is_own_partij_free else str(actor.partij or "")
        if not partijen:
            del self.fields["partij"]
        if keeps:
            self._offer("lid", _leden(actor))
            self.fields["lid"].initial = str(actor.lid or "")
        else:
            del self.fields["lid"]

    def _offer(self, veld: str, choices: Choices) -> None:
        self.fields[veld].choices = choices  # type: ignore[attr-defined]

    def chosen(self, veld: str) -> int | None:
        """Return the key that was chosen, or None."""
        return int(self.cleaned_data.get(veld) or 0) or None


def _partijen(actor: Actor, *, keeps: bool) -> Choices:
    """Return the parties with tasks: each for who keeps the werkruimte, else the own one."""
    tasks = Verplichting.objects.of(actor.werkruimte).standing()
    asked = Partij.objects.of(actor.werkruimte).filter(pk__in=tasks.order_by().values("partij"))
    found = asked if keeps else asked.filter(pk=actor.partij or 0)
    return [(str(one.pk), f"De taken van {one.naam}") for one in found.order_by("naam")]


def _leden(actor: Actor) -> Choices:
    """Return who may have a calendar here, oneself first."""
    active = Lidmaatschap.objects.of(actor.werkruimte).active_on(timezone.localdate())
    may = [
        one
        for one in active.order_by("persoon__naam")
        if scope_of(LidRol(one.rol), Noun.KALENDER, Verb.ZIEN) is not Scope.NIETS
    ]
    others = [(str(one.pk), str(one)) for one in may if one.pk != actor.lid]
    return [(str(actor.lid or ""), "Voor mijzelf"), *others]
