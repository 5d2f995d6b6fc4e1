"""Everybody checks a lottery here: what was promised when, all public files, and the verifier."""

from typing import cast

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from openlea.core.errors import NotFound
from openlea.services.check_ronde import check_ronde
from openlea.services.plaats.openbaar import CONTROLE
from openlea.services.plaats.pakket import pack
from openlea.services.plaats.trekking import FORMULE
from openlea.web.pages.plaatsen.gevonden import (
    crumbs,
    found_ronde,
    may_see_outcome,
    shown_pieces,
)
from openlea.web.pages.plaatsen.stukwoorden import Stukregel, piece_lines
from openlea.web.route import LeaRequest

SOORTEN = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "toml": "text/plain; charset=utf-8",
    "py": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
}


def plaatsing_controle(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return how to check this round; with ?controleer the verifier has just looked."""
    ronde = found_ronde(request, nummer)
    pieces = shown_pieces(request, ronde)
    drawn = may_see_outcome(request, ronde)
    checks = check_ronde(ronde.pk, ronde.vastlegging) if drawn and _asked(request) else ()
    regels: list[Stukregel] = piece_lines(pieces)
    shown = {
        "ronde": ronde,
        "kruimels": crumbs(request, ronde, "Controle"),
        "stukken": regels,
        "getrokken": drawn,
        "controles": checks,
        "fouten": [one.wat for one in checks if not one.goed],
        "formule": FORMULE.split("; "),
        "controle_py": CONTROLE,
    }
    return render(request, "plaatsen/controle.html", shown)


def _asked(request: LeaRequest) -> bool:
    return "controleer" in request.GET


def plaatsing_stuk(request: LeaRequest, nummer: int, naam: str) -> HttpResponse:
    """Return one public file, to the byte."""
    ronde = found_ronde(request, nummer)
    piece = shown_pieces(request, ronde).get(naam)
    if piece is None:
        raise NotFound("Dit bestand is er niet, of het is nog niet openbaar.")
    kind = SOORTEN.get(naam.rpartition(".")[2], "application/octet-stream")
    answer = HttpResponse(piece.inhoud, content_type=kind)
    own = naam.rpartition("/")[2]
    answer["Content-Disposition"] = f'attachment; filename="{own}"'
    return answer


def plaatsing_openbaar(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return all public files as one zip."""
    ronde = found_ronde(request, nummer)
    pieces = shown_pieces(request, ronde)
    if not pieces:
        raise NotFound("Er is nog niets openbaar van deze ronde.")
    files = ((naam, one.inhoud) for naam, one in pieces.items())
    answer = StreamingHttpResponse(pack(files), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="plaatsing-{ronde.pk}.zip"'
    # A route answers with this too; only its type is another one.
    return cast("HttpResponse", answer)
