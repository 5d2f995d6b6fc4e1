"""Carries over from the year before what was said never to apply to a partij of this kind."""

from collections.abc import Iterable

from django.utils import timezone

from openlea.core.verplichting import TaakStaat
from openlea.policy.taak import is_narrow
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records

NVT = TaakStaat.NIET_VAN_TOEPASSING


def carry_over(
    werkruimte: int, jaar: int, taken: Iterable[records.Verplichting]
) -> list[records.Verplichting]:
    """Let untouched tasks not apply where last year's didn't, with the reason; return those.

    Only where the duty is for some partijen of a kind, such as boards of secondary schools: a
    partij that is none of them this year, is none next year. Other reasons are of one year.
    """
    before = records.Verplichting.objects.filter(
        werkruimte_id=werkruimte, jaar=jaar - 1, staat=str(NVT)
    )
    told = {
        (one.plicht, one.termijn, one.volgnummer, one.partij_id): one.reden
        for one in before
        if is_narrow(plichten_here().get(one.plicht), one.uiterlijk, one.termijn)
    }
    spared = [one for one in taken if _key(one) in told and _is_untouched(one)]
    for one in spared:
        reden = told[_key(one)].removesuffix(_from(jaar - 2))
        one.staat, one.reden = NVT, f"{reden}{_from(jaar - 1)}"
        one.versie += 1
        one.bijgewerkt_op = timezone.now()
    return spared


def _is_untouched(one: records.Verplichting) -> bool:
    return one.staat == TaakStaat.OPEN and one.versie == 1 and not one.vervallen


def _from(jaar: int) -> str:
    return f" (overgenomen van {jaar})"


def _key(one: records.Verplichting) -> tuple[str, str, int, int]:
    return one.plicht, one.termijn, one.volgnummer, one.partij_id
