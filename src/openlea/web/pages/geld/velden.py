"""Form fields for money and days, and how a refusal of a verb comes back at its field."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

from django import forms

from openlea.core.errors import BadInput, Conflict
from openlea.policy.agenda_controle import GROOTSTE_BEDRAG
from openlea.services.xlsx.getal_lezen import Unreadable, parse_number

T = TypeVar("T")
SOMEBODY_ELSE = (
    "Iemand anders heeft dit intussen gewijzigd. Hieronder staat wat je typte, met ernaast wat er "
    "nu bewaard is. Bewaar opnieuw om je tekst te houden."
)


def typed_euro(cents: int) -> str:
    """Return cents as a person types them: 125050 is '1.250,50', and 125000 is '1.250'."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    tail = f",{rest:02d}" if rest else ""
    return f"{sign}{whole:,}".replace(",", ".") + tail


class EuroField(forms.CharField):
    """Euros typed the Dutch way, kept as exact whole cents."""

    def __init__(self, **options: Any) -> None:
        """Show a short box that opens a keyboard of digits on a phone."""
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "geld-invoer"})
        super().__init__(widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the box."""
        return typed_euro(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Return whole cents, or None for an empty box."""
        typed = super().clean(value)
        if not typed.strip():
            return None
        try:
            cents = parse_number(typed) * 100
        except Unreadable as reden:
            raise forms.ValidationError(f"{reden} Schrijf bijvoorbeeld 1.250,50.") from None
        return _whole(cents)


def _whole(cents: Decimal) -> int:
    if cents != cents.to_integral_value():
        raise forms.ValidationError("Een bedrag heeft hoogstens twee cijfers achter de komma.")
    if abs(cents) > GROOTSTE_BEDRAG:
        raise forms.ValidationError("Het bedrag is groter dan 10 miljard euro.")
    return int(cents)


class DagField(forms.DateField):
    """A day, chosen from the calendar of the browser or typed."""

    def __init__(self, **options: Any) -> None:
        """Show the browser's own calendar; a browser without one shows a box."""
        attrs = {"type": "date", "class": "geld-invoer"}
        super().__init__(
            widget=forms.DateInput(attrs=attrs, format="%Y-%m-%d"),
            error_messages={
                "required": "Vul een dag in.",
                "invalid": "Dit is geen dag. Schrijf dag-maand-jaar, zoals 03-03-2025.",
            },
            **options,
        )


BEDRAGEN = "bedragen"
"""In the parts of a form: the amounts of all years, beside each other."""


@dataclass(frozen=True, slots=True)
class Veldgroep:
    """Fields that belong together under one heading; `naast`: beside each other."""

    titel: str
    velden: tuple[forms.BoundField, ...]
    naast: bool = False


class GeldForm(forms.Form):
    """A form whose verb may still refuse; `was` is what somebody else kept in between.

    `delen` are its headings, each with the names of the fields under it.
    """

    was: tuple[tuple[str, str], ...] = ()
    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()

    def groepen(self) -> Iterator[Veldgroep]:
        """Yield the fields per heading; what has no heading comes last, so that none is lost."""
        left = {veld.name: veld for veld in self.visible_fields()}
        for titel, names in self.delen:
            naast = names == (BEDRAGEN,)
            asked = [n for n in left if n.startswith("bedrag_")] if naast else names
            found = tuple(left.pop(name) for name in asked if name in left)
            if found:
                yield Veldgroep(titel, found, naast)
        if left:
            yield Veldgroep("", tuple(left.values()))

    def try_to(self, verb: Callable[[], T]) -> T | None:
        """Return what the verb returns, or None with its refusal at the fields."""
        try:
            return verb()
        except BadInput as refused:
            for fout in refused.fouten:
                self.add_error(self._field(fout.cel), fout.reden)
        except Conflict:
            self.add_error(None, SOMEBODY_ELSE)
        return None

    @property
    def is_conflict(self) -> bool:
        """Return whether somebody else was first."""
        return SOMEBODY_ELSE in self.non_field_errors()

    def set_beside(self, stored: forms.Form, versie: int) -> None:
        """Show beside the own text what is kept now, and save the next time over that."""
        self.was = tuple(differences(self, stored))
        # A copy with ** would hold the lists of a QueryDict.
        typed = {name: self.data.get(name) for name in self.data}
        self.data = typed | {"versie": str(versie)}

    def _field(self, cel: str) -> str | None:
        for name in (cel, f"bedrag_{cel}"):
            if name in self.fields:
                return name
        return None


def differences(typed: forms.Form, stored: forms.Form) -> Iterable[tuple[str, str]]:
    """Yield label and kept value of every field that was typed otherwise."""
    for name, field in stored.fields.items():
        now = stored[name].initial
        shown = field.prepare_value(now)
        if name != "versie" and str(typed[name].value() or "") != str(_plain(shown) or ""):
            yield str(field.label), _words(field, _plain(shown))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _words(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ChoiceField):
        for key, label in _flat(list(field.choices)):  # type: ignore[arg-type]
            if str(key) == str(value or ""):
                return label
    return str(value or "") or "(leeg)"


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from ((str(k), str(v)) for k, v in label)
        else:
            yield str(key), str(label)
