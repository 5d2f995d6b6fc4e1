"""The targets of an action or speerpunt as rows of a form: what is measured, and its goals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from openlea.core.agenda import Agenda, Jaarwaarde, Richting, Streefwaarde
from openlea.web.pages.agenda.veld import GEEN, Dag, Getal, long_text, offer

EXTRA = 1


class StreefwaardeForm(forms.Form):
    """One target; actuals are told elsewhere and stay as they are."""

    code = forms.CharField(required=False, widget=forms.HiddenInput)
    maat = forms.CharField(
        label="Wat wordt gemeten?", max_length=200, help_text="Zoals: gezinnen bereikt."
    )
    eenheid = forms.CharField(
        label="Eenheid", required=False, max_length=60, help_text="Zoals gezinnen per jaar, of %."
    )
    richting = forms.ChoiceField(
        label="Wanneer is het gehaald?", choices=Richting.choices(), initial=Richting.MINSTENS
    )
    nulmeting = Getal(label="Nulmeting", required=False)
    nulmeting_op = Dag(label="Nulmeting op", required=False)
    eigenaar = forms.ChoiceField(label="Wie meet?", required=False)
    bron = long_text("Bron", rows=2)

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:
        """Ask a goal for each year of the agenda."""
        super().__init__(*args, **kwargs)
        offer(self, "eigenaar", [GEEN, *((p.code, p.naam) for p in agenda.partijen)])
        self.jaren = agenda.jaren
        for jaar in agenda.jaren:
            self.fields[f"doel_{jaar}"] = Getal(label=f"Doel {jaar}", required=False)

    @property
    def doelen(self) -> list[forms.BoundField]:
        """Return the fields of the goals per year."""
        return [self[f"doel_{jaar}"] for jaar in self.jaren]


class _Set(BaseFormSet):  # type: ignore[type-arg]
    """Rows that can be taken away."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Call the tick box by what it does."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Haal deze rij weg"


StreefwaardeSet: Any = formset_factory(
    StreefwaardeForm, formset=_Set, extra=EXTRA, can_delete=True, max_num=50, absolute_max=60
)


def start_targets(streefwaarden: Iterable[Streefwaarde]) -> list[dict[str, Any]]:
    """Return what the rows show first."""
    plain = ("code", "maat", "eenheid", "richting", "nulmeting", "nulmeting_op", "eigenaar", "bron")
    return [
        {name: getattr(one, name) for name in plain}
        | {f"doel_{each.jaar}": each.doel for each in one.jaren}
        for one in streefwaarden
    ]


def read_targets(
    rows: Any, bij: str, stored: Sequence[Streefwaarde], taken: Iterable[str]
) -> tuple[Streefwaarde, ...]:
    """Return the targets that the rows say, with the actuals that are stored."""
    known = {one.code: one for one in stored}
    codes = set(taken)
    return tuple(_targets(rows, bij, known, codes))


def _targets(
    rows: Any, bij: str, known: dict[str, Streefwaarde], taken: set[str]
) -> Iterator[Streefwaarde]:
    for form in rows:
        clean = form.cleaned_data
        if not clean or clean.get("DELETE"):
            continue
        old = known.get(clean["code"])
        code = old.code if old else _new_code(bij, taken)
        taken.add(code)
        base = old or Streefwaarde(code=code, bij=bij, maat=clean["maat"])
        yield replace(
            base,
            maat=clean["maat"],
            eenheid=clean["eenheid"],
            richting=Richting(clean["richting"]),
            nulmeting=clean["nulmeting"],
            nulmeting_op=clean["nulmeting_op"],
            eigenaar=clean["eigenaar"],
            bron=clean["bron"],
            jaren=tuple(_years(form.jaren, clean, base)),
        )


def _years(jaren: Iterable[int], clean: dict[str, Any], base: Streefwaarde) -> Iterator[Jaarwaarde]:
    """Yield a year that has a goal or an actual; one of outside the agenda stays as it is."""
    known = {one.jaar: one for one in base.jaren}
    asked = list(jaren)
    yield from (one for jaar, one in known.items() if jaar not in asked)
    for jaar in asked:
        old = known.get(jaar, Jaarwaarde(jaar=jaar))
        new = replace(old, doel=clean[f"doel_{jaar}"])
        if new.doel is not None or new.werkelijk is not None:
            yield new


def _new_code(bij: str, taken: set[str]) -> str:
    number = next(n for n in range(1, len(taken) + 2) if f"{bij}-{n}" not in taken)
    return f"{bij}-{number}"
