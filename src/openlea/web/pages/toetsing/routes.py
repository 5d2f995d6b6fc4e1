"""The addresses of the self-assessment."""

from openlea.policy.rechten import Noun
from openlea.web.pages.toetsing import eisen, invullen, lea, toezicht, toezichtvraag
from openlea.web.route import WIJZIGEN, Route, recht

EISEN = "taken/programma-van-eisen/"
ZIEN, INVULLEN = recht(Noun.TOETS), recht(Noun.TOETS, WIJZIGEN)
PARTIJ = {"partij": "samenwerkingsverbanden"}

ROUTES: tuple[Route, ...] = (
    Route(path="taken/toezicht/", name="toezicht", view=toezicht.toezicht, get=ZIEN),
    Route(
        path="taken/toezicht/vragen.<str:formaat>",
        name="toezicht_uit",
        view=toezicht.toezicht_uit,
        get=ZIEN,
        voorbeeld={"formaat": "json"},
    ),
    Route(
        path="taken/toezicht/<slug:vraag>/",
        name="toezicht_vraag",
        view=toezichtvraag.toezicht_vraag,
        get=INVULLEN,
        post=INVULLEN,
        voorbeeld={"vraag": "doelgroep"},
    ),
    Route(path=EISEN, name="eisen", view=eisen.eisen, get=ZIEN),
    Route(
        path=f"{EISEN}scores.xlsx",
        name="eisen_uit",
        view=eisen.eisen_uit,
        get=ZIEN,
    ),
    Route(
        path=f"{EISEN}<str:partij>/",
        name="eisen_partij",
        view=eisen.eisen_partij,
        get=ZIEN,
        voorbeeld=PARTIJ,
    ),
    Route(
        path=f"{EISEN}<str:partij>/<int:deel>/",
        name="eisen_invullen",
        view=invullen.eisen_invullen,
        get=INVULLEN,
        post=INVULLEN,
        voorbeeld={**PARTIJ, "deel": "1"},
    ),
    Route(path="taken/lea-toets/", name="lea_toets", view=lea.lea_toets, get=ZIEN),
    Route(
        path="taken/lea-toets/toets.<str:formaat>",
        name="lea_toets_uit",
        view=lea.lea_toets_uit,
        get=ZIEN,
        voorbeeld={"formaat": "pdf"},
    ),
)
