"""Take in a ledger export: all of its new bookings, or none."""

from dataclasses import asdict

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.grootboek.koppeling import Koppeling
from openlea.services.grootboek.tabel import read_tabel
from openlea.services.grootboek.wachtkamer import fingerprint
from openlea.services.log_deed import log_deed
from openlea.services.plan_grootboek import Grootboekplan, plan_grootboek
from openlea.storage.records import models as records


def import_grootboek(actor: Actor, content: bytes, koppeling: Koppeling) -> Grootboekplan:
    """Add the new bookings of an export and return what was done; the same file adds nothing.

    Any fault raises BadInput, with row and column, and leaves what was there.
    """
    with transaction.atomic():
        plan = plan_grootboek(actor, read_tabel(content), koppeling)
        if not plan.is_goed:
            raise BadInput([*plan.fouten, *(_unknown(code) for code in plan.onbekend)])
        agenda = records.Agenda.objects.current(actor.werkruimte)
        posten = {post.code: post for post in records.Begrotingspost.objects.filter(agenda=agenda)}
        mark = fingerprint(content)
        made = [
            records.Boeking(
                werkruimte_id=actor.werkruimte,
                inlezing=mark,
                **(asdict(one) | {"post": posten[one.post], "geldstroom": None}),
            )
            for _, one in plan.nieuw
        ]
        who = records.Persoon.objects.filter(pk=actor.persoon or 0).first()
        bulk_create_with_history(made, records.Boeking, batch_size=400, default_user=who)
        log_deed(
            actor,
            "grootboek ingelezen",
            mark,
            f"{len(made)} boekingen",
            soort=Logsoort.MAKEN,
            noun=Noun.GELD,
        )
    return plan


def _unknown(code: str) -> Fout:
    return Fout("", f"kostenplaats {code}", "Kies bij welke post deze kostenplaats hoort.")
