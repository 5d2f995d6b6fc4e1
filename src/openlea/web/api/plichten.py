"""Duties: what the law asks of whom on a day, on which article, and how sure that is."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.utils import timezone
from ninja import Field

from openlea.core.plicht import Houder
from openlea.policy.plichtvraag import Plichtvraag
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_plichten import describe_plichten
from openlea.services.find_plicht import find_plicht
from openlea.services.plichten.plicht_op_dag import PlichtOpDag, on_day
from openlea.web.api import plichtvormen, vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import Vraag

OPENBAAR = "Wat de wet vraagt, is van iedereen."
TAAK_ZIEN = (Noun.TAAK, Verb.ZIEN)
Nummer = Annotated[str, Field(max_length=40)]


def plichten(
    request: Vraag,  # noqa: ARG001  # as every reader
    op: date | None = None,
    houder: Houder | None = None,
    veld: vormen.Tekst = "",
    zoek: vormen.Tekst = "",
) -> Sequence[PlichtOpDag]:
    """Geef de wettelijke taken en normen die op een dag gelden; zonder `op` die van vandaag."""
    today = timezone.localdate()
    vraag = Plichtvraag(veld=veld, houder=houder, zoek=zoek)
    return describe_plichten(op or today, today, vraag).plichten


def plicht(
    request: Vraag,  # noqa: ARG001  # as every reader
    nummer: Nummer,
    op: date | None = None,
) -> PlichtOpDag:
    """Geef één taak, met waarden en versies; geldt zij niet, dan de dichtstbijzijnde dag."""
    today = timezone.localdate()
    return on_day(find_plicht(nummer), op or today, today)


OPERATIES = (
    Operatie(
        pad="plichten",
        naam="plichten",
        titel="Wettelijke taken en normen",
        onderwerp="Wettelijke taken",
        lees=plichten,
        vorm=plichtvormen.PlichtKort,
        plat=PlichtOpDag.as_plain,
        recht=TAAK_ZIEN,
        openbaar=OPENBAAR,
        is_lijst=True,
    ),
    Operatie(
        pad="plichten/{nummer}",
        naam="plicht",
        titel="Eén wettelijke taak",
        onderwerp="Wettelijke taken",
        lees=plicht,
        vorm=plichtvormen.Plicht,
        plat=PlichtOpDag.as_whole,
        recht=TAAK_ZIEN,
        openbaar=OPENBAAR,
        voorbeeld={"nummer": "LPL-04"},
    ),
)
