"""Reads asks and the people who may be asked as plain values."""

from django.db.models import QuerySet

from openlea.core.verzoek import (
    Afwezigheid,
    Lid,
    OnderwerpSoort,
    Verzoek,
    VerzoekSoort,
    VerzoekStaat,
    Waarom,
)
from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records import models as records

ANSWERING = frozenset(
    rol
    for rol in LidRol
    if scope_of(rol, Noun.VERZOEK, Verb.WIJZIGEN) is not Scope.NIETS
    and scope_of(rol, Noun.VOORTGANG, Verb.MAKEN) is not Scope.NIETS
)
"""The roles of which something can be asked, because they may answer."""


def leden_values(leden: "QuerySet[records.Lidmaatschap]") -> tuple[Lid, ...]:
    """Return those of the memberships that may answer an ask, with their absence; one query."""
    asked = leden.filter(rol__in=[str(rol) for rol in ANSWERING], persoon__is_active=True)
    return tuple(_lid(one) for one in asked.select_related("partij").order_by("id"))


def verzoek_value(one: "records.Verzoek") -> Verzoek:
    """Return an ask as a plain value."""
    return Verzoek(
        soort=VerzoekSoort(one.soort),
        onderwerp=OnderwerpSoort(one.onderwerp_soort),
        code=one.onderwerp_code,
        aan=one.aan_id,
        partij=one.partij_code,
        periode=one.periode,
        vraag=one.vraag,
        waarom=Waarom(one.waarom),
        voor=one.voor,
        gemaakt_op=one.trap_op,
        staat=VerzoekStaat(one.staat),
        escalatie=one.trap,
    )


def _lid(one: "records.Lidmaatschap") -> Lid:
    weg: tuple[Afwezigheid, ...] = ()
    if one.weg_van and one.weg_tot:
        weg = (Afwezigheid(van=one.weg_van, tot=one.weg_tot, vervanger=one.vervanger_id),)
    return Lid(
        id=one.pk,
        persoon=one.persoon_id,
        partij=one.partij.code if one.partij else "",
        is_agendabeheerder=one.rol == LidRol.AGENDABEHEERDER,
        van=one.van,
        tot=one.tot,
        afwezigheden=weg,
    )
