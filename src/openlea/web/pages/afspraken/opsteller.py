"""The composer of an agreement: five dots that light up, and measures that fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from openlea.core.afspraak import Afspraak, Deelname, Meetdeel, Meting
from openlea.core.agenda import Richting
from openlea.policy.afspraak import meetdelen
from openlea.services.suggest_metingen import Meetvraag, Metingvoorstel, suggest_metingen
from openlea.storage.records.models import Agenda, Agendapunt, Partij, Speerpunt
from openlea.web.pages.afspraken.forms import AfspraakForm
from openlea.web.pages.agenda.veld import Choices
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Punt:
    """One of the five dots: which part of an agreement, and whether it is said."""

    deel: Meetdeel
    aan: bool


@dataclass(frozen=True, slots=True)
class Opsteller:
    """What the part shows: the form, its dots, the measures, and where it is sent."""

    formulier: AfspraakForm
    adres: str
    knop: str = "Leg de afspraak vast"

    @property
    def voorstellen(self) -> list[Metingvoorstel]:
        """Return the measures that fit."""
        return list(self.formulier.voorstellen.values())

    @property
    def gekozen(self) -> str:
        """Return the measure that was chosen, '' for one in own words."""
        return str(self.formulier["indicator"].value() or "")

    @property
    def punten(self) -> list[Punt]:
        """Return the five dots as the form now stands."""
        lit = meetdelen(_told(self.formulier))
        return [Punt(deel, deel in lit) for deel in Meetdeel]

    @property
    def vooraan(self) -> list[Any]:
        """Return the choices of who sits at the table; without a table of everybody."""
        return list(self.formulier["partijen"])[: self.formulier.aan_tafel or None]

    @property
    def anderen(self) -> list[Any]:
        """Return the choices of the parties that don't sit at the table."""
        at = self.formulier.aan_tafel
        return list(self.formulier["partijen"])[at:] if at else []

    @property
    def ander_gekozen(self) -> bool:
        """Return whether one of those was chosen."""
        return any(one.data["selected"] for one in self.anderen)


def composer(
    request: LeaRequest,
    punt: Agendapunt | None = None,
    *,
    terug: str = "",
    besluit: int | None = None,
    wat: str = "",
) -> Opsteller:
    """Return an empty composer for an item of a meeting, or beside any meeting.

    Give it to the template as `opsteller` and include 'afspraken/opsteller.html'. `terug` is the
    address to return to, `wat` a text to begin with.
    """
    initial: dict[str, Any] = {"sleutel": uuid4().hex, "terug": terug, "besluit": besluit}
    initial |= {"wat": wat} if wat else {}
    if punt is not None:
        initial |= {
            "punt": punt.pk,
            "plicht": punt.plicht,
            "onderwerp": punt.onderwerp,
            "speerpunt": punt.speerpunt.code if punt.speerpunt else "",
        }
    adres = reverse("afspraak_nieuw", args=[request.werkruimte.slug])
    return Opsteller(form_for(request, initial=initial, punt=punt), adres)


def form_for(
    request: LeaRequest,
    data: Any = None,
    *,
    initial: dict[str, Any] | None = None,
    punt: Agendapunt | None = None,
) -> AfspraakForm:
    """Return the form with what there is to choose from here."""
    start: Any = data if data is not None else (initial or {})
    vraag = Meetvraag(
        speerpunt=str(start.get("speerpunt") or ""),
        plicht=str(start.get("plicht") or ""),
        onderwerp=str(start.get("onderwerp") or ""),
    )
    table, others = _partijen(request, punt)
    return AfspraakForm(
        data,
        initial=initial,
        partijen=[*table, *others],
        aan_tafel=len(table),
        speerpunten=_speerpunten(request),
        voorstellen=suggest_metingen(request.actor, vraag, timezone.localdate()),
        auto_id="afspraak_%s",
    )


def _partijen(request: LeaRequest, punt: Agendapunt | None) -> tuple[Choices, Choices]:
    """Return the parties at the table of the meeting, and the others of the agenda."""
    of_here = Partij.objects.of(request.werkruimte.pk)
    table = list(
        of_here.filter(deelnemers__vergadering=punt.vergadering_id).distinct().order_by("naam")
        if punt is not None and punt.vergadering_id
        else ()
    )
    rest = of_here.taking_part().exclude(pk__in=[one.pk for one in table]).order_by("naam")
    return _named(table), _named(rest)


def _named(partijen: Iterable[Partij]) -> Choices:
    return [(one.code, one.naam) for one in partijen]


def _speerpunten(request: LeaRequest) -> Choices:
    agenda = Agenda.objects.current(request.werkruimte.pk)
    found = Speerpunt.objects.filter(agenda=agenda) if agenda else Speerpunt.objects.none()
    return [(one.code, f"{one.code} {one.naam}") for one in found.order_by("ambitie_id", "id")]


def _told(form: AfspraakForm) -> Afspraak:
    """Return what stands in the form, as far as it can be read, so that the dots can be lit."""
    form_value = _Values(form)
    partijen = form_value.many("partijen")
    trekker = form_value.text("trekker") or (partijen[0] if len(partijen) == 1 else "")
    return Afspraak(
        nummer=0,
        wat=form_value.text("wat"),
        op=timezone.localdate(),
        voor=form_value.clean("voor"),
        partijen=(Deelname(partij=trekker, trekt=True),) if trekker else (),
        meting=Meting(
            maat=form_value.text("maat") or form_value.text("indicator"),
            richting=Richting(form_value.text("richting") or Richting.MINSTENS),
            doel=form_value.clean("doel"),
            peildatum=form_value.clean("peildatum"),
            nulmeting=form_value.clean("nulmeting"),
            nulmeting_op=form_value.clean("nulmeting_op"),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """Reads a form that may hold nonsense: what can't be read is as if it were not there."""

    form: AfspraakForm

    def text(self, name: str) -> str:
        value = str(self.form[name].value() or "")
        field = self.form.fields[name]
        choices = dict(getattr(field, "choices", ())) if name in {"richting", "trekker"} else None
        return value if choices is None or value in choices else ""

    def many(self, name: str) -> list[str]:
        return [str(one) for one in self.form[name].value() or ()]

    def clean(self, name: str) -> Any:
        if self.form.is_bound:
            return getattr(self.form, "cleaned_data", {}).get(name)
        return self.form[name].value() or None
