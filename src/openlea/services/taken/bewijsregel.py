"""Shows one proof: what it is, who proposed and who accepted it, as far as the reader may know."""

from dataclasses import dataclass
from datetime import date, datetime

from openlea.core.plicht import Plicht
from openlea.core.verplichting import BewijsSoort, BewijsStaat
from openlea.policy.taak import Taak
from openlea.storage.records import models as records

SYSTEEM = "Open LEA"
NIET_OPENBAAR = "niet openbaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zicht:
    """What of proof a reader sees; `partij` stands in for a name that isn't shown."""

    partij: str
    namen: bool
    voorstellen: bool
    toelichting: bool
    notities: bool
    documenten: frozenset[int]
    plannen: frozenset[int]
    acties: frozenset[int]

    def reaches(self, one: records.Bewijs) -> bool:
        """Return whether a proof is shown at all: outsiders see only what was accepted."""
        return self.voorstellen or one.staat == BewijsStaat.AANVAARD

    def opens(self, one: records.Bewijs) -> bool:
        """Return whether what a proof points to may be seen."""
        pointed = (
            (one.document_id, self.documenten),
            (one.plan_id, self.plannen),
            (one.actie_id, self.acties),
        )
        return all(key is None or key in seen for key, seen in pointed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijsregel:
    """One proof as it is shown.

    `document` and `plan` are numbers and `actie` is a code, for a link; `adres` an address
    elsewhere. Empty, like `titel` in general words, for what the reader may not open.
    """

    nummer: int
    versie: int
    soort: BewijsSoort
    titel: str
    toelichting: str
    gedateerd_op: date | None
    is_laat: bool
    staat: BewijsStaat
    reden: str
    onderwerpen: tuple[str, ...]
    onderwerp_titels: tuple[str, ...]
    verwijzing: str
    document: int | None
    adres: str
    plan: int | None
    actie: str
    voorgesteld_door: str
    voorgesteld_op: datetime
    door_systeem: bool
    beoordeeld_door: str
    beoordeeld_op: datetime | None
    mag_oordelen: bool


def bewijsregel(
    one: records.Bewijs, taak: Taak, plicht: Plicht | None, zicht: Zicht
) -> Bewijsregel:
    """Return a proof, read with what it points to, as a reader sees it."""
    opens, soort = zicht.opens(one), BewijsSoort(one.soort)
    document = one.document if opens else None
    titles = {topic.code: topic.titel for topic in plicht.onderwerpen} if plicht else {}
    return Bewijsregel(
        nummer=one.pk,
        versie=one.versie,
        soort=soort,
        titel=one.titel if opens else general_title(one),
        toelichting=one.toelichting if opens and zicht.toelichting else "",
        gedateerd_op=one.gedateerd_op,
        is_laat=one.gedateerd_op is not None and one.gedateerd_op > taak.uiterlijk,
        staat=BewijsStaat(one.staat),
        reden=one.reden if zicht.toelichting else "",
        onderwerpen=tuple(one.onderwerpen),
        onderwerp_titels=tuple(titles.get(code, code) for code in one.onderwerpen),
        verwijzing=one.verwijzing if opens else "",
        document=document.pk if document else None,
        adres=document.adres if document else "",
        plan=one.plan_id if opens else None,
        actie=one.actie.code if opens and one.actie else "",
        voorgesteld_door=_name(one.voorgesteld_door, zicht) or SYSTEEM,
        voorgesteld_op=one.voorgesteld_op,
        door_systeem=one.voorgesteld_door_id is None,
        beoordeeld_door=_name(one.beoordeeld_door, zicht),
        beoordeeld_op=one.beoordeeld_op,
        mag_oordelen=taak.mag_oordelen,
    )


def general_title(one: records.Bewijs) -> str:
    """Return what proof is in general words, for who may not see what it points to."""
    return f"{BewijsSoort(one.soort).label} ({NIET_OPENBAAR})"


def _name(persoon: records.Persoon | None, zicht: Zicht) -> str:
    """Return who it was; for outsiders the partij for which it was done."""
    if persoon is None:
        return ""
    return str(persoon.naam) if zicht.namen else zicht.partij
