"""The addresses of the business cases."""

from openlea.policy.rechten import Noun
from openlea.web.pages.businesscases import blad, lijst, uitkomsten, wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN, NIEUW = recht(Noun.BUSINESSCASE), recht(Noun.BUSINESSCASE, MAKEN)
WIJZIG = recht(Noun.BUSINESSCASE, WIJZIGEN)
BEGIN = "vooruit/businesscases/"
EERSTE = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="businesscases", view=lijst.businesscases, get=ZIEN),
    Route(
        path=f"{BEGIN}nieuw/",
        name="businesscase_nieuw",
        view=lijst.businesscase_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}vergelijk/",
        name="businesscase_vergelijk",
        view=uitkomsten.vergelijk,
        get=ZIEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/",
        name="businesscase",
        view=blad.businesscase,
        get=ZIEN,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/stuk.<slug:formaat>",
        name="businesscase_uit",
        view=blad.businesscase_uit,
        get=ZIEN,
        voorbeeld=EERSTE | {"formaat": "docx"},
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/wijzigen/",
        name="businesscase_wijzigen",
        view=wijzigen.businesscase_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/aanname/<str:aanname>/",
        name="businesscase_aanname",
        view=wijzigen.businesscase_aanname,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EERSTE | {"aanname": "leerlingen"},
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/weg/",
        name="businesscase_weg",
        view=wijzigen.businesscase_weg,
        post=WIJZIG,
        voorbeeld=EERSTE,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/uitkomsten/",
        name="businesscase_uitkomsten",
        view=uitkomsten.uitkomsten,
        get=ZIEN,
        post=WIJZIG,
        voorbeeld=EERSTE,
    ),
)
