"""How one applies at the schools of a werkruimte, as its page shows it; read only."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from django.utils import timezone
from ninja import Query, Schema

from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_aanmeldbeleid import Ingevuld, Keuze, describe_aanmeldbeleid
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import Vraag, asker_in

BELEID_ZIEN = (Noun.AANMELDBELEID, Verb.ZIEN)


class Aanmeldbeleid(Schema):
    """Het aanmeldbeleid van één school in één schooljaar; leeg betekent niet bekend.

    Een `voorbeeld` is van een school die niet bestaat.
    """

    school: str
    naam: str
    schooljaar: str
    voorbeeld: bool
    moment: str
    aanmelden_van: date | None
    aanmelden_tot: date | None
    voorrang: list[str]
    voorrang_anders: str
    toewijzing: str
    loting_op: date | None
    uitslag_op: date | None
    plaatsen: int | None
    bijdrage: int | None
    bron: str
    gezien_op: date | None


def aanmeldbeleid(
    request: Vraag,
    slug: vormen.Adres,
    schooljaar: Annotated[
        str, Query(max_length=9, description="Een schooljaar, zoals 2026-2027.")
    ] = "",
) -> Sequence[Ingevuld]:
    """Geef wat is ingevuld van een schooljaar; zonder `schooljaar` van het nieuwste."""
    asker = asker_in(request, slug, BELEID_ZIEN)
    keuze = Keuze(schooljaar=schooljaar)
    blad = describe_aanmeldbeleid(asker.actor, keuze, timezone.localdate())
    return blad.ingevuld if not schooljaar or blad.schooljaar == schooljaar else ()


def plain(one: Ingevuld) -> dict[str, Any]:
    """Return a policy as it is handed out."""
    beleid = one.beleid
    known = {
        veld: getattr(beleid, veld) for veld in Aanmeldbeleid.model_fields if veld != "voorbeeld"
    }
    return known | {
        "voorbeeld": one.is_voorbeeld,
        "voorrang": [str(criterium) for criterium in beleid.voorrang],
        "toewijzing": str(beleid.toewijzing),
    }


OPERATIES = (
    Operatie(
        pad="werkruimten/{slug}/aanmeldbeleid",
        naam="aanmeldbeleid",
        titel="Het aanmeldbeleid van scholen",
        onderwerp="Werkruimten",
        lees=aanmeldbeleid,
        vorm=Aanmeldbeleid,
        plat=plain,
        recht=BELEID_ZIEN,
        is_lijst=True,
        voorbeeld={"slug": "hilversum"},
    ),
)
