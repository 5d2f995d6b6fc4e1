"""The outcome of a round as a file: what the page shows and nothing more."""

import json
from collections.abc import Iterator

from django.http import HttpResponse

from openlea.core.errors import NotFound
from openlea.core.raadpleging import Vraag
from openlea.policy.raadpleegcel import Cel
from openlea.policy.rechten import Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.storage.records.models import Raadpleging
from openlea.storage.records.raadpleging_values import keep_outcome, round_of
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Kolom
from openlea.web.pages.raadplegen.uitkomst import together
from openlea.web.route import LeaRequest

KOPPEN = ("Onderdeel", "Vraag", "Groep", "Antwoorden", "Uitkomst", "Verdeeld")
Rij = tuple[str, str, str, str, str, str]


def raadpleging_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return the outcome as csv or json; before a round is closed the outcome is empty."""
    record = find_raadpleging(request.actor, Verb.ZIEN, int(nummer))
    name = f'attachment; filename="raadpleging-{record.pk}.{formaat}"'
    if formaat == "csv":
        text, kind = csv_text([Kolom(kop) for kop in KOPPEN], _rows(record)), "text/csv"
    elif formaat == "json":
        text, kind = json.dumps(_tree(record), ensure_ascii=False, indent=2), "application/json"
    else:
        raise NotFound("Dit bestand is er niet: kies csv of json.")
    answer = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = name
    return answer


def _tree(record: Raadpleging) -> dict[str, object]:
    ronde = round_of(record)
    return {
        "titel": record.titel,
        "staat": record.staat,
        "opent_op": record.opent_op.isoformat(),
        "sluit_op": record.sluit_op.isoformat(),
        "vragen": record.vragen,
        "uitkomst": keep_outcome(ronde.uitkomst) if ronde else None,
    }


def _rows(record: Raadpleging) -> Iterator[Rij]:
    ronde = round_of(record)
    if ronde is None:
        return
    titles = dict(ronde.onderdelen)
    for vraag in ronde.vragen:
        theme = titles.get(vraag.onderdeel, "")
        for cel in ronde.uitkomst.cellen.get(vraag.id, ()):
            for label, word in _outcomes(vraag, cel):
                divided = "ja" if cel.verdeeld else "nee"
                yield theme, label, together(cel), cel.omvang.label, word, divided
        for text in ronde.uitkomst.teksten.get(vraag.id, ()):
            yield theme, vraag.tekst, "", "", text, ""


def _outcomes(vraag: Vraag, cel: Cel) -> Iterator[tuple[str, str]]:
    if cel.hoogte is not None:
        yield vraag.tekst, cel.hoogte.label
    for keuze, how_often in zip(vraag.keuzes, cel.keuzes, strict=False):
        yield f"{vraag.tekst} {keuze}", how_often.label
