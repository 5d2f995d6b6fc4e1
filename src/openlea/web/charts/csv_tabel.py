"""The table of a chart as a file that Dutch Excel opens as it is: ';' and a decimal comma."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from django.http import HttpRequest, HttpResponse

from openlea.web.charts.figuur import Cel, Grafiek, Kolom

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet computes a text that begins so; an apostrophe before it keeps it a text."""


def csv_text(kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Cel]]) -> str:
    """Return the table as CSV in Dutch notation, with a mark by which Excel knows its letters."""
    out = StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow([_text(_head(one)) for one in kolommen])
    rows.writerows([_cell(cel) for cel in rij] for rij in rijen)
    return BOM + out.getvalue()


def csv_answer(request: HttpRequest, grafieken: Sequence[Grafiek]) -> HttpResponse | None:
    """Return the file that '?csv=<naam>' asks for; None when the page itself is asked."""
    asked = {one.naam: one for one in grafieken}.get(request.GET.get("csv", ""))
    if asked is None:
        return None
    answer = HttpResponse(
        csv_text(asked.kolommen, asked.rijen), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{asked.naam}.csv"'
    return answer


def _head(kolom: Kolom) -> str:
    return f"{kolom.naam} ({kolom.eenheid})" if kolom.eenheid else kolom.naam


def _cell(cel: Cel) -> str:
    if cel is None:
        return ""
    if isinstance(cel, str):
        return _text(cel)
    # A number is never a formula, so its minus stays bare and Excel can count with it.
    return f"{Decimal(str(cel)):f}".replace(".", ",")


def _text(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
