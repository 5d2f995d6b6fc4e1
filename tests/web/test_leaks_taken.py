"""Whatever hangs on a task, an action or a meeting stays with who may read it, on every page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_kalenderadres import make_kalenderadres
from openlea.services.make_taken import make_taken
from openlea.storage.records import models as records
from tests.web.test_leaks import MARK, add_secrets, words
from tests.web.test_leaks_overleg import Secrets
from tests.web.test_leaks_overleg import addresses as where_hidden
from tests.world import World

YEAR = timezone.localdate().year
LINK = "https://voorbeeld.example/"


def hang_everything(world: World, zicht: Zichtbaarheid) -> None:
    """Hang marked things on the tasks of the gemeente and of the partner, all of one visibility."""
    place = {"werkruimte": world.werkruimte}
    keeper = world.lid(LidRol.AGENDABEHEERDER)
    make_taken(world.actor(LidRol.AGENDABEHEERDER), YEAR)
    every = records.Verplichting.objects.of(world.werkruimte.pk).filter(jaar=YEAR)
    actie = records.Actie.objects.filter(agenda=world.agenda)[0]
    actie.naam, actie.zichtbaarheid, actie.staat = MARK, zicht, ActieStaat.AFGEROND
    actie.save()
    gemeente = records.Partij.objects.get(code="gemeente", **place)
    for taak in every.filter(partij=gemeente):
        document = records.Document.objects.create(
            **place, titel=MARK, adres=LINK + MARK, zichtbaarheid=zicht
        )
        plan = _plan(document, gemeente, zicht)
        for number, where in enumerate(({"document": document}, {"plan": plan}, {"actie": actie})):
            _prove(taak, where, number, keeper.persoon)
        records.Plichtkoppeling.objects.get_or_create(
            **place, plicht=taak.plicht, actie=actie, defaults={"toelichting": MARK}
        )
    for soort in ("opheffing", "statutenwijziging"):
        _process(gemeente, soort, zicht)


def _plan(document: records.Document, houder: records.Partij, zicht: Zichtbaarheid) -> records.Plan:
    return records.Plan.objects.create(
        werkruimte=houder.werkruimte,
        soort="lea",
        titel=MARK,
        houder=houder,
        van=date(YEAR, 1, 1),
        tot=date(YEAR, 12, 31),
        vastgesteld_op=date(YEAR, 1, 1),
        vastgesteld_door=MARK,
        toelichting=MARK,
        document=document,
        zichtbaarheid=zicht,
    )


def _prove(
    taak: records.Verplichting, where: dict[str, Any], number: int, persoon: records.Persoon
) -> None:
    """Hang a proof in each state on a task, all of one thing."""
    for staat in BewijsStaat:
        records.Bewijs.objects.create(
            werkruimte=taak.werkruimte,
            **where,
            verplichting=taak,
            soort=BewijsSoort.DOCUMENT,
            titel=MARK,
            toelichting=MARK,
            reden="",
            gedateerd_op=date(YEAR, 1, 1),
            verwijzing=f"{MARK}:{staat}:{number}",
            staat=staat,
            voorgesteld_door=persoon,
        )


def _process(partij: records.Partij, soort: str, zicht: Zichtbaarheid) -> None:
    place = {"werkruimte": partij.werkruimte}
    traject = records.Traject.objects.create(
        **place,
        soort=soort,
        titel=MARK,
        partij=partij,
        begonnen_op=date(YEAR, 1, 1),
        zichtbaarheid=zicht,
    )
    records.Trajectstap.objects.create(
        **place, traject=traject, stap="melden", notitie=MARK, gedaan_op=date(YEAR, 1, 2)
    )


def addresses(world: World) -> Iterator[str]:
    """Yield every page that can be read, each record by its own number too."""
    for taak in records.Verplichting.objects.of(world.werkruimte.pk).filter(jaar=YEAR):
        yield world.url(f"taken/{taak.pk}/")
        yield world.url(f"taken/{taak.pk}/bewijs/")
        yield world.url(f"taken/wet/{taak.plicht}/")
    for plan in records.Plan.objects.of(world.werkruimte.pk):
        yield world.url(f"taken/plannen/{plan.pk}/")
    for document in records.Document.objects.filter(werkruimte=world.werkruimte):
        yield world.url(f"document/{document.pk}/")
    for query in ("?partij=&jaar=", f"?jaar={YEAR}&partij=", "?staat=voorgesteld"):
        yield world.url(f"taken/{query}")


def leaks(client: Client, secrets: Secrets) -> list[str]:
    """Return the addresses whose answer holds the mark; none of them may fail."""
    found = []
    for url in dict.fromkeys([*where_hidden(secrets), *addresses(secrets.world)]):
        answer = client.get(url)
        assert answer.status_code < 500, url
        if MARK.encode() in words(answer) or MARK in answer.headers.get("Location", ""):
            found.append(url)
    return found


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.LEZER])
def test_what_is_internal_and_hangs_anywhere_stays_inside(hilversum: World, rol: LidRol) -> None:
    secrets = Secrets(add_secrets(hilversum))
    hang_everything(hilversum, Zichtbaarheid.INTERN)
    assert leaks(hilversum.client(rol), secrets) == []


def test_what_partners_share_about_a_task_is_not_for_the_public(hilversum: World) -> None:
    secrets = Secrets(hilversum)
    hang_everything(hilversum, Zichtbaarheid.PARTNERS)
    place = {"werkruimte": hilversum.werkruimte}
    keeper = hilversum.lid(LidRol.AGENDABEHEERDER).persoon
    keeper.naam = MARK
    keeper.save()
    for taak in records.Verplichting.objects.of(hilversum.werkruimte.pk):
        _say_it_is_not_for_us(taak, keeper)
    board = records.Partij.objects.create(
        **place, code="bestuur-a", naam="Bestuur A", soort=PartijSoort.SCHOOLBESTUUR
    )
    records.Eisscore.objects.create(
        **place, partij=board, rij="PVE-01", jaar=YEAR, score="deels", toelichting=MARK
    )
    records.Toezichtantwoord.objects.create(
        **place, vraag="doelgroep", jaar=YEAR, keuze="ja", antwoord=MARK
    )
    assert leaks(hilversum.client(LidRol.PUBLIEK), secrets) == []


def _say_it_is_not_for_us(taak: records.Verplichting, keeper: records.Persoon) -> None:
    place = {"werkruimte": taak.werkruimte}
    taak.reden = taak.notitie = MARK
    taak.staat = TaakStaat.NIET_VAN_TOEPASSING
    taak._history_user = keeper
    taak.save()
    records.Bewijs.objects.create(
        **place,
        verplichting=taak,
        soort=BewijsSoort.BESLUIT,
        titel=MARK,
        toelichting=MARK,
        staat=BewijsStaat.VOORGESTELD,
    )
    records.Bewijs.objects.create(
        **place,
        verplichting=taak,
        soort=BewijsSoort.BESLUIT,
        titel="Besluit",
        toelichting=MARK,
        staat=BewijsStaat.AANVAARD,
        voorgesteld_door=keeper,
        beoordeeld_door=keeper,
        beoordeeld_op=timezone.now(),
    )


def test_a_feed_of_a_partner_holds_nothing_internal_of_proof(hilversum: World) -> None:
    hang_everything(hilversum, Zichtbaarheid.INTERN)
    made = make_kalenderadres(hilversum.actor(LidRol.PARTNER), "Outlook", None)
    assert MARK.encode() not in words(Client().get(f"/kalender/{made.geheim}.ics"))
