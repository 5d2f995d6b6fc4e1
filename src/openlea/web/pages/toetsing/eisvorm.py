"""The form of one uitgangspunt: a score, a word of explanation and proof for every requirement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from openlea.core.errors import BadInput
from openlea.core.zelfbeoordeling import Score
from openlea.services.describe_eisen_partij import Eisregel
from openlea.services.score_eisen import Beoordeling
from openlea.web.pages.toetsing.velden import content_of, file_field, link_field

KEUZES = [("", "Nog niet beoordeeld"), *Score.choices()]


@dataclass(frozen=True, slots=True)
class Eisvraag:
    """A requirement with its fields; `was` is what somebody else kept in between, in words."""

    regel: Eisregel
    score: forms.BoundField
    toelichting: forms.BoundField
    bewijs: tuple[forms.BoundField, ...]
    versie: forms.BoundField
    was: str

    @property
    def is_open(self) -> bool:
        """Return whether the part about explanation and proof stands open."""
        each = (self.toelichting, *self.bewijs)
        return any(veld.errors or veld.value() for veld in each)


class EisenForm(forms.Form):
    """Every requirement of one uitgangspunt of one party."""

    def __init__(
        self, *args: Any, regels: Sequence[Eisregel], with_proof: bool, **kwargs: Any
    ) -> None:
        """Start from what was scored; proof is asked of who may add documents."""
        super().__init__(*args, **kwargs)
        self.regels = regels
        self.was: Mapping[str, str] = {}
        for regel in regels:
            self._add(regel, with_proof=with_proof)

    def _add(self, regel: Eisregel, *, with_proof: bool) -> None:
        naam, told = regel.eis.id, regel.record
        self.fields[f"{naam}_score"] = forms.ChoiceField(
            label="Hoe ver zijn jullie?",
            choices=KEUZES,
            required=False,
            widget=forms.RadioSelect,
            initial=told.score if told else "",
        )
        self.fields[f"{naam}_toelichting"] = forms.CharField(
            label=f"Toelichting bij {naam}",
            required=False,
            max_length=5000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Verplicht als de eis niet van toepassing is.",
            initial=told.toelichting if told else "",
        )
        if with_proof:
            self.fields[f"{naam}_adres"] = link_field(f"Bewijs bij {naam}: een link")
            self.fields[f"{naam}_bestand"] = file_field(f"Of bewijs bij {naam}: een bestand")
        self.fields[f"{naam}_versie"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=told.versie if told else 0
        )

    def vragen(self) -> Iterator[Eisvraag]:
        """Yield every requirement with its fields."""
        for regel in self.regels:
            naam = regel.eis.id
            proof = [f"{naam}_{deel}" for deel in ("adres", "bestand")]
            yield Eisvraag(
                regel=regel,
                score=self[f"{naam}_score"],
                toelichting=self[f"{naam}_toelichting"],
                bewijs=tuple(self[veld] for veld in proof if veld in self.fields),
                versie=self[f"{naam}_versie"],
                was=self.was.get(naam, ""),
            )

    def beoordelingen(self) -> list[Beoordeling]:
        """Return what was said of every requirement."""
        clean = self.cleaned_data
        return [
            Beoordeling(
                rij=(naam := regel.eis.id),
                score=Score(clean[f"{naam}_score"]) if clean[f"{naam}_score"] else None,
                toelichting=clean[f"{naam}_toelichting"],
                inhoud=content_of(clean.get(f"{naam}_bestand")),
                adres=clean.get(f"{naam}_adres", "").strip(),
                versie=clean[f"{naam}_versie"] or 0,
            )
            for regel in self.regels
        ]

    def place(self, refused: BadInput) -> None:
        """Put the faults of the verb at the fields of their requirement."""
        for fout in refused.fouten:
            naam = f"{fout.blad}_{fout.cel}"
            self.add_error(naam if naam in self.fields else None, fout.reden)

    def set_beside(self, stored: Sequence[Eisregel]) -> None:
        """Show beside what was typed what is kept now, and save the next time over that."""
        typed = {name: self.data.get(name) for name in self.data}
        self.was = {}
        for regel in stored:
            naam, told = regel.eis.id, regel.record
            seen = str(told.versie if told else 0)
            if str(typed.get(f"{naam}_versie") or 0) != seen:
                self.was[naam] = _in_words(regel)
                typed[f"{naam}_versie"] = seen
        self.data = typed


def _in_words(regel: Eisregel) -> str:
    if regel.record is None or regel.score is None:
        return "nog niet beoordeeld"
    return ". ".join(filter(None, (regel.score.label, regel.record.toelichting)))
