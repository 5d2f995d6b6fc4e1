"""The demo's casussen: three numbers behind which nobody stands, and who sits at their tables."""

from dataclasses import replace
from datetime import date, timedelta

from openlea.core.casus import (
    Beslisser,
    Casusinhoud,
    Casusschool,
    Casusstap,
    Inzet,
    Maatwerkbudget,
    Poging,
)
from openlea.policy.casus import last_day
from openlea.policy.rechten import Actor, LidRol
from openlea.services.begin_casus import begin_casus
from openlea.services.seat_casuslid import seat_casuslid
from openlea.storage.records.models import Lidmaatschap


def fill_casussen(werkruimte: int, today: date) -> None:
    """Begin three casussen: one is late, one is new, one waits for money."""
    swv, gemeente = _actor(werkruimte, LidRol.SWV_DIRECTEUR), _actor(werkruimte, LidRol.REDACTEUR)
    partner = _actor(werkruimte, LidRol.PARTNER)
    for actor, inhoud, guests in (
        (swv, _late(today), (gemeente, partner)),
        (swv, _new(today), (partner,)),
        (gemeente, _waiting(today), (swv,)),
    ):
        one = begin_casus(actor, inhoud, last_day(today))
        for guest in guests:
            seat_casuslid(actor, one.nummer, guest.lid or 0)


def _late(today: date) -> Casusinhoud:
    def ago(days: int) -> date:
        return today - timedelta(days=days)

    return Casusinhoud(
        thuis_sinds=ago(74),
        school=Casusschool.VO,
        beslist=Beslisser.SAMEN,
        stappen=(
            Casusstap("school", ago(66)),
            Casusstap("steunpunt", ago(45)),
            Casusstap("doorbraak", ago(16)),
        ),
        aangemeld_op=ago(50),
        gedaan=(
            Poging(Inzet.GESPREK, ago(66), "School en ouders willen allebei verder."),
            Poging(Inzet.ROOSTER, ago(58), "Twee uur per dag, na een week gestopt."),
            Poging(Inzet.ANDERE_SCHOOL, ago(50), "Eén school denkt mee, nog geen plek."),
        ),
        budgetten=(
            Maatwerkbudget(
                gevraagd=480_000,
                gevraagd_op=ago(16),
                toegekend=480_000,
                besloten_op=ago(9),
            ),
        ),
        volgende="School en jeugdhulp leggen een plan voor drie ochtenden voor.",
        volgende_voor=ago(1),
    )


def _new(today: date) -> Casusinhoud:
    begun = today - timedelta(days=20)
    return Casusinhoud(
        thuis_sinds=begun - timedelta(days=3),
        school=Casusschool.BAO,
        beslist=Beslisser.SCHOOL,
        stappen=(Casusstap("school", begun),),
        gedaan=(Poging(Inzet.GESPREK, begun, "Rust eerst, daarna opbouwen."),),
        volgende="Gesprek over een rooster van drie ochtenden.",
        volgende_voor=today + timedelta(days=6),
    )


def _waiting(today: date) -> Casusinhoud:
    asked = today - timedelta(days=12)
    return replace(
        _new(today),
        thuis_sinds=today - timedelta(days=130),
        school=Casusschool.SO,
        beslist=Beslisser.GEMEENTE,
        stappen=(Casusstap("doorbraak", today - timedelta(days=40)),),
        gedaan=(Poging(Inzet.ONDERZOEK, today - timedelta(days=33)),),
        budgetten=(Maatwerkbudget(gevraagd=1_250_000, gevraagd_op=asked),),
        volgende="Besluit over het maatwerkbudget.",
        volgende_voor=today + timedelta(days=2),
    )


def _actor(werkruimte: int, rol: LidRol) -> Actor:
    lid = Lidmaatschap.objects.of(werkruimte).filter(rol=str(rol)).order_by("id")[0]
    return Actor(werkruimte=werkruimte, rol=rol, lid=lid.pk, persoon=lid.persoon_id)
