"""A list in pages: which part is handed out, where the rest is, and the same as CSV."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from openlea.core.keuze import Keuze
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom

MEEST = 1000
JSON, CSV = "application/json", "text/csv"


class Formaat(Keuze):
    """How a list is written."""

    JSON = "json", "JSON"
    CSV = "csv", "CSV"


def links(request: HttpRequest, pagina: int, aantal: int, totaal: int) -> dict[str, str]:
    """Return the headers that say how much there is, and where the other pages are (RFC 8288)."""
    last = max(1, -(-totaal // aantal))
    asked = {"first": (1, "eerste"), "last": (last, "laatste")}
    if pagina > 1:
        asked["prev"] = (min(pagina - 1, last), "vorige")
    if pagina < last:
        asked["next"] = (pagina + 1, "volgende")
    told = (
        f'<{_address(request, number)}>; rel="{rel}"; title="{title}"'
        for rel, (number, title) in asked.items()
    )
    return {"Link": ", ".join(told), "X-Total-Count": str(totaal)}


def _address(request: HttpRequest, pagina: int) -> str:
    asked = request.GET.dict() | {"pagina": pagina}
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")


def wants_csv(request: HttpRequest, formaat: Formaat | None) -> bool:
    """Say whether CSV is asked: by name, or as the kind of file that is liked best."""
    if formaat is not None:
        return formaat is Formaat.CSV
    return request.get_preferred_type([JSON, CSV]) == CSV


def csv_page(
    naam: str, kolommen: Sequence[str], rijen: Sequence[Mapping[str, Any]]
) -> HttpResponse:
    """Return rows as a file that Dutch Excel opens as it is."""
    table = [[_cell(rij[kolom]) for kolom in kolommen] for rij in rijen]
    text = csv_text([Kolom(kolom) for kolom in kolommen], table)
    answer = HttpResponse(text, content_type=f"{CSV}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return answer


def _cell(value: Any) -> Cel:
    """Return a value as it stands in a cell; several go behind one another."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Mapping):
        return " ".join(str(one) for one in value.values() if one)
    return value if value is None or isinstance(value, int | float) else str(value)
