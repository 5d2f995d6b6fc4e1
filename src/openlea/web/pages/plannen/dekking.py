"""Law beside agenda: what serves each duty, what is missing, and the actions without a duty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.partij import PartijSoort
from openlea.core.plicht import Grondslag, Plicht
from openlea.policy.beleidsveld import Beleidsveld, beleidsveld, in_order
from openlea.policy.controlestand import Controlestand, judge_control
from openlea.policy.plichtdekking import Dienst, Gat, Plichtdekking
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.describe_plichtdekking import (
    Dekkingsbeeld,
    Dekkingsvraag,
    describe_plichtdekking,
)
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx
from openlea.storage.records.models import Partij
from openlea.storage.records.verhaal import codes_to_change
from openlea.web.pages.taken.filters import chips, clean_of
from openlea.web.route import LeaRequest

TOON = [
    ("", "Alle plichten"),
    *((f"zonder_{gat.value}", f"{gat.label}") for gat in Gat),
    ("met_actie", "Met een actie"),
]
KOPPEN = (
    *("Beleidsveld", "Plicht", "Titel", "Grondslag", "Actie", "Naam van de actie", "Onderwerp"),
    *("Streefwaarde", "Begroot", "Taken dit jaar", "Bewezen", "Overleg", "Ontbreekt"),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


ALLE = "alle"
NAMED = ("veld", "toon")
"""What is shown as a filter that one can take away; whose duties they are is always chosen."""


class Dekkingsfilter(forms.Form):
    """Whose duties, a field of policy, and what is missing."""

    soort = forms.ChoiceField(label="Van wie", required=False)
    veld = forms.ChoiceField(label="Beleidsveld", required=False)
    toon = forms.ChoiceField(label="Toon", required=False, choices=TOON)

    def __init__(
        self, asked: QueryDict, velden: Sequence[str], soorten: Sequence[PartijSoort]
    ) -> None:
        """Offer the kinds of parties and the fields of policy that have duties here."""
        super().__init__(asked, auto_id="dekking_%s")
        kinds = [(str(one), one.label) for one in soorten]
        self.fields["soort"].choices = [(ALLE, "Alle partijen"), *kinds]  # type: ignore[attr-defined]
        names = [(one, beleidsveld(one).naam) for one in in_order(velden)]
        self.fields["veld"].choices = [("", "Alle velden"), *names]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Regel:
    """A duty as the page shows it."""

    een: Plichtdekking
    grondslag: Grondslag
    stand: Controlestand

    @property
    def plicht(self) -> Plicht:
        """Return the duty."""
        return self.een.plicht

    @property
    def onderwerpen(self) -> dict[str, str]:
        """Return the titles of its topics by code."""
        return {one.code: one.titel for one in self.een.plicht.onderwerpen}


@dataclass(frozen=True, slots=True)
class Veldregels:
    """The duties of one field of policy."""

    veld: Beleidsveld
    regels: tuple[Regel, ...]


def taken_agenda(request: LeaRequest) -> HttpResponse:
    """Return the duties with what serves them, as far as the address asks."""
    today = timezone.localdate()
    form, chosen, beeld = asked(request, today)
    context = {
        "vandaag": today,
        "formulier": form,
        "gekozen": list(chips(form, request.GET, {k: chosen[k] for k in NAMED if k in chosen})),
        "soort": chosen.get("soort", ALLE),
        "soort_naam": dict(form.fields["soort"].choices).get(chosen.get("soort", ALLE)),  # type: ignore[attr-defined]
        "beeld": beeld,
        "zin": summary(beeld),
        "velden": list(_by_field(beeld, today)),
        "zonder": [beeld.acties[code] for code in beeld.zonder],
        "uit_url": _export(request),
        "wijzigbaar": codes_to_change(request.actor),
        "ziet_geld": request.actor.may(Noun.GELD, Verb.ZIEN),
    }
    return render(request, "plannen/dekking.html", context)


def taken_agenda_uit(request: LeaRequest) -> HttpResponse:
    """Return what is seen on the page as a workbook."""
    today = timezone.localdate()
    _, _, beeld = asked(request, today)
    answer = HttpResponse(write_geld_xlsx(sheets(beeld, today)), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="wet-en-agenda.xlsx"'
    return answer


def asked(request: LeaRequest, today: date) -> tuple[Dekkingsfilter, dict[str, Any], Dekkingsbeeld]:
    """Return the filter, what was chosen in it, and the law beside the agenda."""
    every = describe_plichtdekking(request.actor, today)
    own = _own_kind(request)
    filled = request.GET.copy()
    filled.setdefault("soort", str(own))
    form = Dekkingsfilter(filled, [one.plicht.veld for one in every.alle], every.soorten)
    chosen = clean_of(form)
    soort, toon = chosen.get("soort", ALLE), chosen.get("toon", "")
    vraag = Dekkingsvraag(
        soort=None if soort == ALLE else PartijSoort(soort),
        veld=chosen.get("veld", ""),
        gat=next((gat for gat in Gat if toon == f"zonder_{gat.value}"), None),
        met_actie=toon == "met_actie",
    )
    return form, chosen, every.narrowed(vraag)


def _own_kind(request: LeaRequest) -> PartijSoort:
    """Return the kind of one's own partij; who has none looks as the municipality."""
    own = Partij.objects.of(request.werkruimte.pk).filter(pk=request.actor.partij or 0).first()
    return PartijSoort(own.soort) if own else PartijSoort.GEMEENTE


def summary(beeld: Dekkingsbeeld) -> str:
    """Return how the law and the agenda meet, in sentences."""
    total = len(beeld.alle)
    first = (
        f"Hier {'geldt' if total == 1 else 'gelden'} {count(total, 'plicht', 'plichten')}. "
        f"De agenda dient er {beeld.gediend}."
    )
    if not beeld.los:
        return f"{first} Bij elke plicht is er een actie, bewijs of overleg."
    return f"{first} Van {beeld.los} is geen actie, geen bewijs en geen overleg bekend."


def sheets(beeld: Dekkingsbeeld, today: date) -> tuple[Vel, ...]:
    """Return the sheets: a row per duty and action, and the actions that serve no duty."""
    rijen = [rij for veld in _by_field(beeld, today) for rij in _rows(veld)]
    zonder = tuple(Rij((code, beeld.acties[code].naam)) for code in beeld.zonder)
    return (
        Vel(f"Wet en agenda {beeld.jaar}", KOPPEN, tuple(rijen)),
        Vel("Acties zonder plicht", ("Actie", "Naam"), zonder),
    )


def _rows(veld: Veldregels) -> Iterator[Rij]:
    for regel in veld.regels:
        diensten: tuple[Dienst | None, ...] = regel.een.diensten or (None,)
        for one in diensten:
            yield Rij(
                (
                    veld.veld.naam,
                    regel.plicht.id,
                    regel.plicht.titel,
                    str(regel.grondslag),
                    *_served(regel, one),
                    str(regel.een.taken.totaal),
                    str(regel.een.taken.bewezen),
                    ", ".join(day.isoformat() for day in regel.een.overleg_op),
                    ", ".join(gat.label for gat in regel.een.gaten),
                )
            )


def _served(regel: Regel, one: Dienst | None) -> tuple[str | int | None, ...]:
    if one is None:
        return ("", "", "", "", None)
    onderwerp = regel.onderwerpen.get(one.onderwerp, one.onderwerp)
    return (one.actie, one.naam, onderwerp, one.doel, one.cents)


def _by_field(beeld: Dekkingsbeeld, today: date) -> Iterator[Veldregels]:
    for veld in in_order(one.plicht.veld for one in beeld.gevraagd):
        some = tuple(
            Regel(one, _law(one.plicht, today), judge_control(one.plicht, today))
            for one in beeld.gevraagd
            if one.plicht.veld == veld
        )
        yield Veldregels(beleidsveld(veld), some)


def _law(plicht: Plicht, today: date) -> Grondslag:
    versie = plicht.on(today) if plicht.in_force(today) else plicht.versies[-1]
    return versie.grondslag


def _export(request: LeaRequest) -> str:
    url = reverse("taken_agenda_uit", args=[request.werkruimte.slug])
    return f"{url}?{request.GET.urlencode()}" if request.GET else url
