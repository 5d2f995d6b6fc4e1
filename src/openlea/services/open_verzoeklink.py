"""Open the link of a mail: find the one Verzoek it is for, judge it, and log that it was opened."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from django.db import transaction
from django.utils import timezone

from openlea.core.verzoek import Toegangslink, VerzoekStaat
from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.policy.toegangslink import LinkOordeel, judge_link
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Geopend:
    """A link that exists: what it opens, for whom, and whether it may."""

    oordeel: LinkOordeel
    verzoek: records.Verzoek
    actor: Actor


@transaction.atomic
def open_verzoeklink(token: str) -> Geopend | None:
    """Return what a link opens and for whom, or None for a link that never was."""
    kenmerk = sha256(token.encode()).hexdigest()
    # Held, because a mail scanner often opens a link at the moment that a person does.
    held = records.Verzoeklink.objects.with_verzoek().select_for_update(of=("self",), no_key=True)
    link = held.filter(kenmerk=kenmerk).first()
    if link is None or not compare_digest(link.kenmerk, kenmerk):
        return None
    actor = _actor(link.lid)
    oordeel = _judge(link)
    log_deed(actor, "link geopend", link.verzoek.sleutel, str(oordeel), noun=Noun.VERZOEK)
    if oordeel is LinkOordeel.GELDIG:
        link.geopend_op = timezone.now()
        keep_record(actor, link)
    return Geopend(oordeel=oordeel, verzoek=link.verzoek, actor=actor)


def _judge(link: records.Verzoeklink) -> LinkOordeel:
    """Return whether it opens; for somebody who left, it is no longer theirs."""
    today = timezone.localdate()
    lid = link.lid
    holds = lid.van <= today and (lid.tot is None or today <= lid.tot)
    if not holds or not lid.persoon.is_active:
        return LinkOordeel.AFGEHANDELD
    value = Toegangslink(
        verzoek=link.verzoek_id, gemaakt_op=link.gemaakt_op, ingetrokken_op=link.ingetrokken_op
    )
    staat = VerzoekStaat(link.verzoek.staat)
    return judge_link(value, link.verzoek_id, staat, timezone.now())


def _actor(lid: records.Lidmaatschap) -> Actor:
    return Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
    )
