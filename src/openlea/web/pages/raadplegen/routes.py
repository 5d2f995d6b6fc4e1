"""The addresses of rounds of questions."""

from openlea.policy.rechten import Noun
from openlea.web.pages.raadplegen import lijst, links, raadpleging, uit, wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN = recht(Noun.RAADPLEGING)
NIEUW = recht(Noun.RAADPLEGING, MAKEN)
WIJZIG = recht(Noun.RAADPLEGING, WIJZIGEN)
EEN = {"nummer": "1"}
BEGIN = "samenwerking/raadplegingen/"

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="raadplegingen", view=lijst.raadplegingen, get=ZIEN),
    Route(
        path=f"{BEGIN}nieuw/",
        name="raadpleging_nieuw",
        view=wijzigen.raadpleging_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/",
        name="raadpleging",
        view=raadpleging.raadpleging,
        get=ZIEN,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>.<slug:formaat>",
        name="raadpleging_uit",
        view=uit.raadpleging_uit,
        get=ZIEN,
        voorbeeld=EEN | {"formaat": "json"},
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/wijzigen/",
        name="raadpleging_wijzigen",
        view=wijzigen.raadpleging_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/openen/",
        name="raadpleging_openen",
        view=links.raadpleging_openen,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/link/",
        name="raadpleging_link",
        view=links.raadpleging_link,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/stap/",
        name="raadpleging_stap",
        view=raadpleging.stap,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/agenda/",
        name="raadpleging_agenda",
        view=raadpleging.op_de_agenda,
        post=recht(Noun.OVERLEG, WIJZIGEN),
        voorbeeld=EEN,
    ),
)
