"""A year of hours becomes euros per houder; the rows are opened once, by right, and logged."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_voorschooltarief import Tariefopzet, keep_voorschooltarief
from openlea.services.load_sources import load_sources
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.settle_voorschool import settle_voorschool
from openlea.storage.records.models import (
    Aanlevering,
    Logregel,
    Voorschoolafrekening,
    Voorschooltarief,
)
from tests.services.registratie_wereld import bsn
from tests.world import World

HEADS = "BSN;Geboortedatum;LRK;VVE-indicatie;Status;Kinderopvangtoeslag;Uren dit jaar"
A, B, VREEMD = "990402000001", "990402000002", "990402000009"
LONG_AGO = 2021
AANBOD = """Jaar;LRK-nummer;Locatie;Houder;Postcode;Kindplaatsen VE;Groepen;Dagen per week;\
Uren per dag;Weken per jaar;PBM-uren gepland;Kosten van een groep (euro)
2026;990402000001;De Hei;Houder A;1211;24;3;4;4;40;200;98500
2026;990402000002;Het Bos;Houder B;1215;16;2;2;8;40;100;90000
"""


@pytest.fixture
def jaar(hilversum: World, settings: Settings, tmp_path: Path) -> int:
    settings.WAREHOUSE, settings.FIGURES = tmp_path / "warehouse", tmp_path / "figures"
    Voorschooltarief.objects.all().delete()
    Voorschoolafrekening.objects.all().delete()
    file = Bestand(naam="aanbod.csv", inhoud=AANBOD.encode())
    load_sources(bestanden=[file], bron="partner_voorschool_aanbod", laag="hilversum")
    return timezone.localdate().year


def deliver(world: World, jaar: int) -> None:
    """Let twelve children of one houder count, six of another, and five nobody knows whose."""
    kinds = [(A, "ja", "100")] * 12 + [(B, "nee", "50,5")] * 6 + [(VREEMD, "ja", "10")] * 5
    lines = [
        f"{bsn(n)};01-03-{jaar - 3};{lrk};{indicatie};geplaatst;nee;{uren}"
        for n, (lrk, indicatie, uren) in enumerate(kinds)
    ]
    file = Bestand(naam="peuters.csv", inhoud="\r\n".join([HEADS, *lines]).encode())
    actor = world.actor(LidRol.ANALIST)
    new = offer_aanlevering(actor, "doelgroepkinderen", file, f"{jaar}-01-01")
    earlier = Aanlevering.objects.counted().same_as(new).first()
    keep_aanlevering(actor, new.pk, vervangt=earlier.pk if earlier else None)
    Aanlevering.objects.counted().exclude(pk=new.pk).filter(
        registratie="doelgroepkinderen", periode__startswith=f"{jaar}-"
    ).update(bevestigd_op=None)


def tariff(world: World, jaar: int, euro: str = "11.23") -> None:
    for indicatie in (True, False):
        keep_voorschooltarief(
            world.actor(LidRol.AGENDABEHEERDER),
            Tariefopzet(jaar=jaar, indicatie=indicatie, toeslag=False, uurtarief=Decimal(euro)),
        )


def test_each_houder_gets_its_hours_times_the_tariff(hilversum: World, jaar: int) -> None:
    tariff(hilversum, jaar)
    deliver(hilversum, jaar)
    found = {one.houder: one for one in settle_voorschool(hilversum.actor(LidRol.ANALIST), jaar)}
    assert found["Houder A"].uitkomst["cents"] == 12 * 112_300
    assert found["Houder B"].uitkomst["cents"] == 6 * 56_712, "567,115 euro is 567,12 a child"
    assert found["Houder niet bekend"].uitkomst["cents"] == 5 * 11_230
    assert found["Houder A"].uitkomst["uren"] == "1200"
    line = Logregel.objects.filter(werk="rijen geopend om af te rekenen").last()
    assert line is not None
    assert line.noun == "registratie"


def test_only_who_may_open_rows_may(hilversum: World, jaar: int) -> None:
    for rol in (LidRol.AGENDABEHEERDER, LidRol.WETHOUDER, LidRol.PARTNER):
        with pytest.raises(NotAllowed):
            settle_voorschool(hilversum.actor(rol), jaar)


def test_without_a_tariff_or_a_delivery_it_says_what_is_missing(
    hilversum: World, jaar: int
) -> None:
    actor = hilversum.actor(LidRol.ANALIST)
    with pytest.raises(BadInput, match="tarief"):
        settle_voorschool(actor, jaar)
    tariff(hilversum, LONG_AGO)
    with pytest.raises(NotFound, match="aangeleverd"):
        settle_voorschool(actor, LONG_AGO)


def test_what_was_decided_stays_and_its_tariff_too(hilversum: World, jaar: int) -> None:
    tariff(hilversum, jaar)
    deliver(hilversum, jaar)
    actor = hilversum.actor(LidRol.ANALIST)
    one = next(x for x in settle_voorschool(actor, jaar) if x.houder == "Houder A")
    Voorschoolafrekening.objects.filter(pk=one.pk).update(
        vastgesteld_op=timezone.localdate(), uitkomst={"cents": 5, "uren": "1"}
    )
    settle_voorschool(actor, jaar)
    one.refresh_from_db()
    assert one.uitkomst["cents"] == 5
    with pytest.raises(Conflict):
        tariff(hilversum, jaar, "12.00")
