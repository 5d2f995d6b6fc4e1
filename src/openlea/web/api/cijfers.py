"""Figures: the same numbers, ranges and marks as the pages and the command line give."""

import re
from collections.abc import Sequence
from typing import Annotated, Any

from django.conf import settings
from ninja import Query

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotFound, OpenLeaError
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Scope
from openlea.services.explain_figure import explain_figure
from openlea.services.find_gemeente import find_gemeente
from openlea.services.select_figures import Selectie, select_figures
from openlea.services.verklaring.getoond import Getoond
from openlea.services.verklaring.verklaring import Verklaring
from openlea.storage.figures.store import open_figures
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.plaatsen import known_place, place_key
from openlea.web.api.zicht import CIJFER_ZIEN, Vraag, sight_on_figures

OPENBAAR = "Cijfers uit openbare bestanden zijn van iedereen."
NIEUWSTE = "nieuwste"
_SCHOOLJAAR = re.compile(r"(\d{4})-(\d{2})")


def cijfers(
    request: Vraag,
    indicator: Annotated[
        vormen.Id | None, Query(description="Eén indicator; anders alle van een plaats.")
    ] = None,
    soort: Annotated[PlaceKind, Query(description="Soort plaats.")] = PlaceKind.GEMEENTE,
    code: Annotated[
        vormen.Code | None, Query(description="Code van de plaats; bij gemeente mag de naam.")
    ] = None,
    periode: Annotated[
        str, Query(max_length=40, description="Eén periode, zoals 2024-10-01, 2023/24 of 2021.")
    ] = "",
    binnen: Annotated[
        str, Query(max_length=60, description="Alleen plaatsen hierin, zoals gemeente:GM0402.")
    ] = "",
    werkruimte: Annotated[
        vormen.Adres | None, Query(description="Met de eigen cijfers van deze werkruimte.")
    ] = None,
) -> Sequence[Getoond]:
    """Geef cijfers van een plaats, of van alle plaatsen van een soort.

    Is een aantal afgeschermd, dan is `waarde` leeg en staan `laag` en `hoog` voor wat het kan zijn.
    """
    zicht = sight_on_figures(request, werkruimte)
    vraag = Selectie(
        indicator=indicator or "",
        soort=soort,
        plaats=None if code is None else _asked("code", soort, code),
        binnen=_asked("binnen", None, binnen) if binnen else None,
        periode=in_full(periode),
    )
    return select_figures(vraag, zicht.scope, laag=zicht.laag)


def verklaring(
    request: Vraag,
    indicator: vormen.Id,
    soort: PlaceKind,
    code: vormen.Code,
    periode: vormen.Tekst,
    werkruimte: vormen.Adres | None = None,
) -> Verklaring:
    """Verklaar een cijfer: betekenis, som, tabellen met versie en hash, en waarop te letten.

    Schrijf een schooljaar als 2023-24; `nieuwste` geeft de laatste periode.
    """
    zicht = sight_on_figures(request, werkruimte)
    _refuse_unseen(indicator, zicht.scope)
    key = place_key(soort, code)
    known_place(open_figures(zicht.laag), key)
    asked = None if periode == NIEUWSTE else in_full(periode)
    found = explain_figure(indicator, key, asked, laag=zicht.laag)
    if asked is not None and found.cijfer is None:
        raise NotFound(f"Er is geen cijfer van {asked}. {found.reden}")
    return found


def in_full(periode: str) -> str:
    """Return a period as figures have it: 2023-24 is the school year 2023/24."""
    return _SCHOOLJAAR.sub(r"\1/\2", periode) if _SCHOOLJAAR.fullmatch(periode) else periode


def _asked(naam: str, soort: PlaceKind | None, text: str) -> PlaceKey:
    """Return the place that a part of the question names; BadInput names that part."""
    try:
        if soort is None:
            return PlaceKey.parse(text)
        return find_gemeente(text) if soort is PlaceKind.GEMEENTE else PlaceKey.of(soort, text)
    except OpenLeaError as refused:
        reden = refused.fouten[0].reden if isinstance(refused, BadInput) else str(refused)
        raise BadInput([Fout("query", naam, reden)]) from refused


def _refuse_unseen(indicator: str, scope: Scope) -> None:
    """Refuse what rests on tables that aren't for this scope, like what isn't there."""
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    entry = shelf.indicators.get(indicator)
    if entry is None or not shows_figures(
        scope, (shelf.sources[name].bron.klasse for name in entry.needs)
    ):
        raise NotFound(f"Er is geen indicator '{indicator}'.")


def plain(found: Getoond | Verklaring) -> dict[str, Any]:
    """Return a figure or its explanation as it's handed out."""
    return found.as_plain()


OPERATIES = (
    Operatie(
        pad="cijfers",
        naam="cijfers",
        titel="Cijfers",
        onderwerp="Cijfers",
        lees=cijfers,
        vorm=vormen.Cijfer,
        plat=plain,
        recht=CIJFER_ZIEN,
        openbaar=OPENBAAR,
        is_lijst=True,
        vraag={"indicator": "leerlingen_po", "code": "GM0402"},
    ),
    Operatie(
        pad="cijfers/{indicator}/{soort}/{code}/{path:periode}/verklaring",
        naam="verklaring",
        titel="Verklaar een cijfer",
        onderwerp="Cijfers",
        lees=verklaring,
        vorm=vormen.Verklaring,
        plat=plain,
        recht=CIJFER_ZIEN,
        openbaar=OPENBAAR,
        voorbeeld={
            "indicator": "leerlingen_po",
            "soort": "gemeente",
            "code": "GM0402",
            "periode": NIEUWSTE,
        },
    ),
)
