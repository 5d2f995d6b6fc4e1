"""The agreements that are seen, to take along: for Excel, or for a program."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.services.afspraken.regel import Afspraakregel, plain
from openlea.services.describe_afspraken import describe_afspraken
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Kolom
from openlea.web.pages.afspraken.lijst import asked
from openlea.web.route import LeaRequest

KOPPEN: Mapping[str, Callable[[Afspraakregel], str | date | None]] = {
    "Nummer": lambda one: str(one.afspraak.nummer),
    "Afspraak": lambda one: one.afspraak.wat,
    "Afgesproken op": lambda one: one.afspraak.op,
    "Overleg": lambda one: one.herkomst.overleg,
    "Besluit": lambda one: one.herkomst.besluit_nummer,
    "Wie": lambda one: ", ".join(naam for naam, _ in one.deelnames),
    "Trekker": lambda one: one.trekker,
    "Uiterlijk": lambda one: one.afspraak.voor,
    "Instemming": lambda one: one.instemming.label,
    "Meetbaar": lambda one: "ja" if one.meetbaar else "nee",
    "Wat ontbreekt": lambda one: " ".join(one.ontbreekt),
    "Waaraan gemeten": lambda one: one.afspraak.meting.maat,
    "Doel": lambda one: one.meting,
    "Speerpunt": lambda one: one.speerpunt,
    "Actie": lambda one: one.afspraak.actie,
    "Wettelijke taak": lambda one: one.plicht,
    "Onderwerp": lambda one: one.onderwerp,
    "Staat": lambda one: one.afspraak.staat.label,
    "Uitkomst": lambda one: one.resultaat,
    "Wat ervan kwam": lambda one: one.uitkomst,
}


def uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the agreements as the address asks, in one of the kinds of files that there are."""
    write = WRITERS.get(formaat)
    if write is None:
        raise NotFound(f"Dit soort bestand is er niet. Wel: {', '.join(WRITERS)}.")
    found = describe_afspraken(request.actor, asked(request.GET), timezone.localdate())
    answer = write(found.regels)
    name = f"afspraken-{request.werkruimte.slug}.{formaat}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _rows(regels: Sequence[Afspraakregel]) -> list[tuple[str | date | None, ...]]:
    return [tuple(value(one) for value in KOPPEN.values()) for one in regels]


def _csv(regels: Sequence[Afspraakregel]) -> HttpResponse:
    rows = [[str(cel) if isinstance(cel, date) else cel for cel in row] for row in _rows(regels)]
    text = csv_text([Kolom(kop) for kop in KOPPEN], rows)
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


def _xlsx(regels: Sequence[Afspraakregel]) -> HttpResponse:
    vel = Vel("Afspraken", tuple(KOPPEN), tuple(Rij(row) for row in _rows(regels)))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return HttpResponse(write_geld_xlsx([vel]), content_type=kind)


def _json(regels: Sequence[Afspraakregel]) -> HttpResponse:
    told = [plain(one) for one in regels]
    return JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1})


WRITERS: Mapping[str, Callable[[Sequence[Afspraakregel]], HttpResponse]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
}
