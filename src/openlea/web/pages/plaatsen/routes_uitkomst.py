"""The addresses of what came of a round: outcome, check, letters and trials."""

from openlea.policy.rechten import Noun
from openlea.web.pages.plaatsen import brieven, controle, proef, uitkomst
from openlea.web.route import MAKEN, Route, recht

RONDE = {"nummer": "1"}
ZIEN_RONDE = recht(Noun.PLAATSING)
DICHT = recht(Noun.AANMELDING)

ROUTES: tuple[Route, ...] = (
    Route(
        path="kansen/plaatsen/<int:nummer>/uitkomst/",
        name="plaatsing_uitkomst",
        view=uitkomst.plaatsing_uitkomst,
        get=ZIEN_RONDE,
        voorbeeld=RONDE,
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/controle/",
        name="plaatsing_controle",
        view=controle.plaatsing_controle,
        get=ZIEN_RONDE,
        voorbeeld=RONDE,
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/openbaar.zip",
        name="plaatsing_openbaar",
        view=controle.plaatsing_openbaar,
        get=ZIEN_RONDE,
        voorbeeld=RONDE,
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/stuk/<path:naam>",
        name="plaatsing_stuk_uit",
        view=controle.plaatsing_stuk,
        get=ZIEN_RONDE,
        voorbeeld={**RONDE, "naam": "register.json"},
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/brieven/",
        name="plaatsing_brieven",
        view=brieven.plaatsing_brieven,
        get=DICHT,
        post=DICHT,
        voorbeeld=RONDE,
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/brieven.zip",
        name="plaatsing_brieven_uit",
        view=brieven.plaatsing_brieven_uit,
        post=DICHT,
        voorbeeld=RONDE,
    ),
    Route(
        path="kansen/plaatsen/<int:nummer>/proef/",
        name="plaatsing_proef",
        view=proef.plaatsing_proef,
        get=recht(Noun.PLAATSING, MAKEN),
        post=recht(Noun.AANMELDING, MAKEN),
        voorbeeld=RONDE,
    ),
)
