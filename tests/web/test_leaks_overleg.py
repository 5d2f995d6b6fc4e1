"""What is hidden of a consultation answers like what is not there, also by search and by link.

Every kind of thing that can be hidden is hidden once, and all of it is marked.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import PuntStaat, VergaderingStaat, VerslagStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import LidRol
from openlea.services.make_gastlink import make_gastlink
from openlea.services.make_kalenderadres import make_kalenderadres
from openlea.storage.records import models as records
from openlea.web.route import Route
from openlea.web.routes import ROUTES
from tests.web.test_leaks import words
from tests.world import World

MARK = "Zwaluwnest"
INTERN, PARTNERS, PUBLIEK = Zichtbaarheid.INTERN, Zichtbaarheid.PARTNERS, Zichtbaarheid.PUBLIEK
HELD = VergaderingStaat.GEHOUDEN
OUTSIDE = [LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK]
READ = [route for route in ROUTES if route.get]


class Secrets:
    """Everything that is hidden, by what it is called in an address."""

    def __init__(self, world: World) -> None:
        """Hide it all in the werkruimte of a world."""
        self.world, self.place = world, {"werkruimte": world.werkruimte}
        self.lea = records.Overlegreeks.objects.of(world.werkruimte.pk).get(
            soort="bestuurlijk_overleg_lea"
        )
        self.held = records.Vergadering.objects.get(titel="Voorbeeld van een overleg")
        self.coming = records.Vergadering.objects.get(titel="Bestuurlijk overleg LEA")
        self._series()
        self._in_the_open()
        self._far_away()
        self._plans()

    def _series(self) -> None:
        """Hide a whole series, with a meeting that was held there."""
        self.reeks = records.Overlegreeks.objects.create(
            **self.place, soort="ambtelijk_overleg", naam=MARK, doel=MARK, zichtbaarheid=INTERN
        )
        self.meeting = self._meeting(self.reeks, HELD, INTERN)
        self.inside = self._item(self.meeting, PUBLIEK)

    def _in_the_open(self) -> None:
        """Hide items in meetings that anybody sees, a concept meeting and a parked item."""
        self.item = self._item(self.held, INTERN)
        self.later = self._item(self.coming, INTERN)
        self.parked = self._item(None, INTERN)
        self.concept = self._meeting(self.lea, VergaderingStaat.CONCEPT, PUBLIEK)
        self._item(self.concept, PUBLIEK)
        self.besluit = self._decide(self.item, PUBLIEK)
        self.kept = self._decide(records.Agendapunt.objects.on_agenda(self.held.pk)[0], INTERN)
        self.afspraak = self._agree(self.item, MARK, INTERN)
        open_one = records.Agendapunt.objects.on_agenda(self.held.pk)[0]
        self._agree(open_one, MARK, INTERN)
        # This one may be read; where it comes from may not.
        self.shown = self._agree(self.item, "Dit mag iedereen lezen", PUBLIEK)
        onward = records.Agendapunt.objects.on_agenda(self.coming.pk)[0]
        onward.komt_van = self.inside
        onward.save()

    def _far_away(self) -> None:
        """Hold a meeting to which the partij of the partner was not asked, and write there."""
        self.away = self._meeting(self.lea, HELD, PARTNERS, "Zonder jullie")
        self.away.verslag_staat = VerslagStaat.CONCEPT
        self.away.save()
        self._item(self.away, PARTNERS, "Zonder jullie", says=MARK)

    def _plans(self) -> None:
        werkgroep = records.Overlegreeks.objects.of(self.world.werkruimte.pk).get(
            naam="Werkgroep ambitie 1"
        )
        self.opdracht = records.Opdracht.objects.create(
            **self.place,
            werkgroep=werkgroep,
            opdrachtgever=self.lea,
            punt=self.item,
            titel=MARK,
            doel=MARK,
            aanleiding=MARK,
            staat="verstrekt",
            voor=timezone.localdate() + timedelta(days=9),
            zichtbaarheid=INTERN,
        )
        self.voorstel = records.Voorstel.objects.create(
            **self.place, opdracht=self.opdracht, titel=MARK, tekst=MARK, punt=self.later
        )
        self.raadpleging = records.Raadpleging.objects.create(
            **self.place,
            vragenlijst="quickscan",
            titel=MARK,
            opent_op=date(2026, 1, 1),
            sluit_op=date(2027, 1, 1),
        )

    def _meeting(
        self,
        reeks: records.Overlegreeks,
        staat: VergaderingStaat,
        seen: Zichtbaarheid,
        titel: str = MARK,
    ) -> records.Vergadering:
        made = records.Vergadering.objects.create(
            **self.place,
            reeks=reeks,
            titel=titel,
            op=timezone.localdate() - timedelta(days=3),
            toelichting=titel,
            plek=titel,
            staat=staat,
            zichtbaarheid=seen,
        )
        gemeente = records.Partij.objects.of(self.world.werkruimte.pk).get(soort="gemeente")
        records.Deelnemer.objects.create(
            **self.place, vergadering=made, naam=titel, partij=gemeente
        )
        return made

    def _item(
        self,
        meeting: records.Vergadering | None,
        seen: Zichtbaarheid,
        titel: str = MARK,
        says: str = MARK,
    ) -> records.Agendapunt:
        made = records.Agendapunt.objects.create(
            **self.place,
            reeks=meeting.reeks if meeting else self.lea,
            vergadering=meeting,
            volgorde=50,
            titel=titel,
            toelichting=titel,
            inbrenger=titel,
            staat=PuntStaat.OPEN,
            speerpunt=records.Speerpunt.objects.filter(agenda=self.world.agenda)[0],
            zichtbaarheid=seen,
        )
        records.Notitie.objects.create(
            **self.place, punt=made, sleutel="een", tekst=says, door_naam=says
        )
        if titel == MARK:
            paper = records.Document.objects.create(
                **self.place,
                titel=MARK,
                adres="https://voorbeeld.example/",
                zichtbaarheid=PUBLIEK,
            )
            records.Agendastuk.objects.create(**self.place, punt=made, document=paper)
        return made

    def _decide(self, punt: records.Agendapunt, seen: Zichtbaarheid) -> records.Besluit:
        return records.Besluit.objects.create(
            **self.place,
            punt=punt,
            nummer=f"{MARK}-{punt.pk}",
            tekst=MARK,
            toelichting=MARK,
            op=timezone.localdate(),
            uitkomst=OverlegUitkomst.OVEREENSTEMMING,
            zichtbaarheid=seen,
        )

    def _agree(self, punt: records.Agendapunt, wat: str, seen: Zichtbaarheid) -> records.Afspraak:
        made = records.Afspraak.objects.create(
            **self.place,
            punt=punt,
            besluit=self.besluit,
            wat=wat,
            maat=wat,
            op=timezone.localdate() - timedelta(days=2),
            voor=timezone.localdate() - timedelta(days=1),
            speerpunt=records.Speerpunt.objects.filter(agenda=self.world.agenda)[0],
            zichtbaarheid=seen,
        )
        partij = records.Partij.objects.of(self.world.werkruimte.pk)
        for one in partij.filter(soort="gemeente"):
            records.Afspraakpartij.objects.create(**self.place, afspraak=made, partij=one)
        return made

    def numbers(self) -> Iterator[tuple[str, int]]:
        """Yield the begin of the name of a route, and the number of what is hidden there."""
        for meeting in (self.meeting, self.concept, self.held, self.coming, self.away):
            for name in ("vergader", "dossier", "verslag", "besluitenlijst", "partijlijst"):
                yield name, meeting.pk
        yield from (("reeks", self.reeks.pk), ("reeks", self.lea.pk))
        yield from (("besluit", self.besluit.pk), ("besluit", self.kept.pk))
        yield from (("afspraak", self.afspraak.pk), ("afspraak", self.shown.pk))
        yield from (("opdracht", self.opdracht.pk), ("voorstel", self.voorstel.pk))
        yield ("raadpleging", self.raadpleging.pk)
        yield from (("punt", one.pk) for one in (self.item, self.later, self.parked, self.inside))


def addresses(secrets: Secrets) -> Iterator[str]:
    """Yield every page and file: as the demo has it, and with the numbers of what is hidden."""
    for route in READ:
        yield reverse(route.name, kwargs={"werkruimte": "hilversum", **route.voorbeeld})
        for begin, nummer in secrets.numbers():
            if "nummer" in route.voorbeeld and route.name.startswith(begin):
                yield from _forms(route, nummer)


def _forms(route: Route, nummer: int) -> Iterator[str]:
    place = {"werkruimte": "hilversum", **route.voorbeeld, "nummer": str(nummer)}
    kinds = ("docx", "json", "csv", "html", "xlsx") if "formaat" in place else ("",)
    for kind in kinds:
        try:
            yield reverse(route.name, kwargs=place | ({"formaat": kind} if kind else {}))
        except NoReverseMatch:
            continue


@pytest.fixture
def secrets(hilversum: World) -> Secrets:
    """Return Hilversum with everything hidden that can be."""
    return Secrets(hilversum)


@pytest.mark.parametrize("rol", OUTSIDE)
def test_no_search_finds_what_is_hidden_of_a_consultation(secrets: Secrets, rol: LidRol) -> None:
    client = secrets.world.client(rol)
    page = words(client.get(secrets.world.url("zoeken/"), {"q": MARK[:6]}))
    assert MARK.encode() not in page
    lists = ("overleg/afspraken/", "overleg/besluiten/", "overleg/opdrachten/")
    found = [words(client.get(secrets.world.url(path), {"q": MARK[:6]})) for path in lists]
    assert not any(MARK.encode() in one for one in found)


def test_a_calendar_address_tells_a_partner_no_hidden_meeting(secrets: Secrets) -> None:
    partner, keeper = (
        make_kalenderadres(secrets.world.actor(rol), "Outlook", None).geheim
        for rol in (LidRol.PARTNER, LidRol.AGENDABEHEERDER)
    )
    shown = [words(Client().get(f"/kalender/{one}.ics")) for one in (partner, keeper)]
    assert [MARK.encode() in one for one in shown] == [False, True]


def test_a_guest_reads_only_what_is_shared_also_when_the_minutes_stand(secrets: Secrets) -> None:
    held = secrets.held
    held.verslag_staat = VerslagStaat.VASTGESTELD
    held.save()
    keeper = secrets.world.actor(LidRol.AGENDABEHEERDER)
    link = make_gastlink(keeper, held.pk, "Gast", 9)
    path = "/" + link.adres.split("/", 3)[3]
    found = Client().get(path)
    assert (found.status_code, MARK.encode() in found.content) == (200, False)
    papers = records.Agendastuk.objects.all()
    answers = {Client().get(f"{path}stuk/{one.pk}/").status_code for one in papers}
    assert answers == {404}


def test_a_hidden_number_answers_a_partner_like_a_missing_one(secrets: Secrets) -> None:
    client = secrets.world.client(LidRol.PARTNER)
    hidden = {
        "overleg/": (secrets.meeting.pk, secrets.concept.pk),
        "overleg/reeks/": (secrets.reeks.pk,),
        "overleg/punt/": (secrets.item.pk, secrets.parked.pk, secrets.inside.pk),
        "overleg/besluiten/": (secrets.besluit.pk, secrets.kept.pk),
        "overleg/afspraken/": (secrets.afspraak.pk,),
        "overleg/opdrachten/": (secrets.opdracht.pk,),
        "samenwerking/raadplegingen/": (secrets.raadpleging.pk,),
    }
    codes = {
        f"{path}{one}": client.get(secrets.world.url(f"{path}{one}/")).status_code
        for path, numbers in hidden.items()
        for one in numbers
    }
    assert codes == dict.fromkeys(codes, 404)


def test_the_mark_is_there_for_who_keeps_the_consultation(secrets: Secrets) -> None:
    client = secrets.world.client(LidRol.AGENDABEHEERDER)
    seen = words(client.get(secrets.world.url(f"overleg/{secrets.meeting.pk}/")))
    assert MARK.encode() in seen
