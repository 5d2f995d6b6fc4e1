"""Use a key of the interface: find the membership it acts as, and note the day of its last use."""

from hashlib import sha256
from hmac import compare_digest

from django.utils import timezone

from openlea.policy.rechten import Actor, LidRol
from openlea.policy.sleutel import holds
from openlea.storage.records import models as records


def use_sleutel(token: str) -> Actor | None:
    """Return as whom a key acts today, or None for one that is not there or doesn't hold.

    It sees what its membership and its own role both may see, and changes nothing.
    """
    kenmerk = sha256(token.encode()).hexdigest()
    sleutel = records.Sleutel.objects.with_lid().filter(kenmerk=kenmerk).first()
    if sleutel is None or not compare_digest(sleutel.kenmerk, kenmerk):
        return None
    today, lid = timezone.localdate(), sleutel.lid
    is_member = lid.van <= today and (lid.tot is None or today <= lid.tot)
    if not (is_member and lid.persoon.is_active):
        return None
    if not holds(sleutel.geldig_tot, sleutel.ingetrokken_op, today):
        return None
    if sleutel.gebruikt_op != today:
        records.Sleutel.objects.filter(pk=sleutel.pk).update(gebruikt_op=today)
    return Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
        bekijkt_als=LidRol(sleutel.rol),
    )
