"""The questions of a round as a form: every question may be left open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from openlea.core.errors import BadInput
from openlea.core.raadpleging import Vraag, VraagSoort
from openlea.policy.raadpleegcel import HOOGSTE, LAAGSTE
from openlea.policy.raadpleging_uitkomst import Waarde
from openlea.services.answer_raadpleging import LANGST

WEET_NIET = ("weet_niet", "Weet ik niet")
GEEN_NAMEN = "Schrijf geen namen en niets waaraan iemand te herkennen is."
KIES = {"invalid_choice": "Kies een van de antwoorden.", "invalid_list": "Kies uit de antwoorden."}


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme of the list with the fields of its questions."""

    titel: str
    velden: tuple[forms.BoundField, ...]


class InvulForm(forms.Form):
    """What somebody answers; nothing is required, because nobody should have to make it up."""

    def __init__(
        self, *args: Any, vragen: Sequence[Vraag], uitersten: tuple[str, str], **kwargs: Any
    ) -> None:
        """Make a field of every question."""
        super().__init__(*args, **kwargs)
        self.vragen, self.uitersten = tuple(vragen), uitersten
        for vraag in self.vragen:
            self.fields[vraag.id] = _field(vraag, uitersten)

    def themas(self, titels: Sequence[tuple[str, str]]) -> Iterator[Thema]:
        """Yield the fields per theme, in the order of the list."""
        for naam, titel in titels:
            yield Thema(titel, tuple(self[one.id] for one in self.vragen if one.onderdeel == naam))

    def waarden(self) -> dict[str, Waarde]:
        """Return what was really answered."""
        given = {one.id: _value(one, self.cleaned_data[one.id]) for one in self.vragen}
        return {naam: value for naam, value in given.items() if value is not None}

    def refuse(self, refused: BadInput) -> None:
        """Put a refusal at its question."""
        for fout in refused.fouten:
            self.add_error(fout.cel if fout.cel in self.fields else None, fout.reden)


def _field(vraag: Vraag, uitersten: tuple[str, str]) -> forms.Field:
    if vraag.soort is VraagSoort.TEKST:
        return forms.CharField(
            label=vraag.tekst,
            help_text=GEEN_NAMEN,
            required=False,
            max_length=LANGST,
            widget=forms.Textarea(attrs={"rows": 4}),
        )
    if vraag.soort is VraagSoort.MEERKEUZE:
        return forms.MultipleChoiceField(
            label=vraag.tekst,
            required=False,
            choices=[(one, one) for one in vraag.keuzes],
            widget=forms.CheckboxSelectMultiple,
            error_messages=KIES,
        )
    return forms.ChoiceField(
        label=vraag.tekst,
        required=False,
        choices=_choices(vraag, uitersten),
        widget=forms.RadioSelect,
        error_messages=KIES,
    )


def _choices(vraag: Vraag, uitersten: tuple[str, str]) -> list[tuple[str, str]]:
    if vraag.soort is VraagSoort.KEUZE:
        return [*((one, one) for one in vraag.keuzes), WEET_NIET]
    words = {LAAGSTE: uitersten[0], HOOGSTE: uitersten[1]}
    scale = [(str(n), words.get(n, "")) for n in range(LAAGSTE, HOOGSTE + 1)]
    return [*scale, WEET_NIET]


def _value(vraag: Vraag, typed: Any) -> Waarde | None:
    if not typed or typed == WEET_NIET[0] or (isinstance(typed, str) and not typed.strip()):
        return None
    if vraag.soort is VraagSoort.SCHAAL:
        return int(typed)
    return tuple(typed) if vraag.soort is VraagSoort.MEERKEUZE else str(typed)
