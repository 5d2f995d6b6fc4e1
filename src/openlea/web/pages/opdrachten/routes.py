"""The addresses of assignments and proposals."""

from openlea.policy.rechten import Noun
from openlea.web.pages.opdrachten import views, voorstel, wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN, NIEUW = recht(Noun.OPDRACHT), recht(Noun.OPDRACHT, MAKEN)
WIJZIG = recht(Noun.OPDRACHT, WIJZIGEN)
BORD = "overleg/opdrachten/"
EEN = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path=BORD, name="opdrachten", view=views.opdrachten, get=ZIEN),
    Route(
        path=f"{BORD}nieuw/",
        name="opdracht_nieuw",
        view=wijzigen.opdracht_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BORD}<int:nummer>/",
        name="opdracht",
        view=views.opdracht,
        get=ZIEN,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}<int:nummer>/opdracht.<str:formaat>",
        name="opdracht_uit",
        view=views.opdracht_uit,
        get=ZIEN,
        voorbeeld=EEN | {"formaat": "docx"},
    ),
    Route(
        path=f"{BORD}<int:nummer>/wijzigen/",
        name="opdracht_wijzigen",
        view=wijzigen.opdracht_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld={"nummer": "2"},
    ),
    Route(
        path=f"{BORD}<int:nummer>/stap/",
        name="opdracht_stap",
        view=wijzigen.opdracht_stap,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}<int:nummer>/intrekken/",
        name="opdracht_intrekken",
        view=wijzigen.opdracht_intrekken,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}<int:nummer>/voorstel/",
        name="voorstel_nieuw",
        view=voorstel.voorstel_nieuw,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}voorstel/<int:nummer>/",
        name="voorstel",
        view=voorstel.voorstel,
        get=ZIEN,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}voorstel/<int:nummer>/wijzigen/",
        name="voorstel_wijzigen",
        view=voorstel.voorstel_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}voorstel/<int:nummer>/stap/",
        name="voorstel_stap",
        view=voorstel.voorstel_stap,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BORD}voorstel/<int:nummer>/uitkomst/",
        name="voorstel_uitkomst",
        view=voorstel.voorstel_uitkomst,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld={"nummer": "2"},
    ),
)
