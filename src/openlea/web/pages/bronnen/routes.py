"""The addresses of sources: the list, one source, and what is done with it."""

from openlea.policy.rechten import Noun
from openlea.web.pages.bronnen import (
    bron,
    controle,
    eigen,
    inleesklaar,
    inleesrijen,
    inlezen,
    views,
)
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

LEERLINGEN = {"bron": "duo_leerlingen_po"}
EERSTE = {"nummer": "1"}
"""The file that the demo began to read in."""
LEES_IN = recht(Noun.BRON, MAKEN)
_STAP = "cijfers/bronnen/inlezing/<int:nummer>/"

ROUTES: tuple[Route, ...] = (
    Route(path="cijfers/bronnen/", name="bronnen", view=views.bronnen, get=recht(Noun.BRON)),
    Route(
        path="cijfers/bronnen/controle/leerlingen/",
        name="bron_vergelijking",
        view=controle.vergelijking,
        get=recht(Noun.BRON),
    ),
    Route(
        path="cijfers/bronnen/inlezen/",
        name="inlezen",
        view=inlezen.inlezen,
        get=LEES_IN,
        post=LEES_IN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/",
        name="bron",
        view=bron.bron,
        get=recht(Noun.BRON),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/laden/",
        name="bron_laden",
        view=bron.laden,
        post=recht(Noun.BRON, WIJZIGEN),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/oordeel/",
        name="bron_oordeel",
        view=bron.oordeel,
        post=recht(Noun.BRON, WIJZIGEN),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/eigen/",
        name="bron_eigen",
        view=eigen.eigen,
        post=recht(Noun.BRON, WIJZIGEN),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/inlezen/",
        name="bron_inlezen",
        view=inlezen.inlezen,
        get=LEES_IN,
        post=LEES_IN,
        voorbeeld={"bron": "partner_personeelstekort"},
    ),
    Route(path=_STAP, name="inlezing", view=inlezen.inlezing, get=LEES_IN, voorbeeld=EERSTE),
    Route(
        path=f"{_STAP}blad/",
        name="inlezing_blad",
        view=inlezen.blad,
        get=LEES_IN,
        post=LEES_IN,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{_STAP}kolommen/",
        name="inlezing_kolommen",
        view=inlezen.kolommen,
        get=LEES_IN,
        post=LEES_IN,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{_STAP}rijen/",
        name="inlezing_rijen",
        view=inleesrijen.rijen,
        get=LEES_IN,
        post=LEES_IN,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{_STAP}klaar/",
        name="inlezing_klaar",
        view=inleesklaar.klaar,
        get=LEES_IN,
        post=LEES_IN,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{_STAP}weg/",
        name="inlezing_weg",
        view=inleesklaar.weg,
        post=LEES_IN,
        voorbeeld=EERSTE,
    ),
)
