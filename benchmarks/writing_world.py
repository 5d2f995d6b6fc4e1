"""A meeting for many writers beside those of the demo, and what was kept of it."""

from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.test import Client
from django.utils import timezone

from benchmarks.writing import Table, Writer
from openlea.core.overleg import Aanwezigheid, VergaderingStaat
from openlea.policy.rechten import Actor, LidRol
from openlea.services.keep_record import keep_record
from openlea.services.open_vergadering import open_vergadering
from openlea.storage.records import models as records


def make_meeting(people: int, naam: str, *, begin: bool) -> Table:
    """Return a meeting of this name, with so many people of one partij who are signed in.

    It goes on, or (without `begin`) people were invited to it.
    """
    room = records.Werkruimte.objects.get(slug="hilversum")
    actor = Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER, naam="Meting")
    reeks = keep_record(actor, records.Overlegreeks(werkruimte=room, soort="werkgroep", naam=naam))
    meeting = keep_record(
        actor,
        records.Vergadering(
            werkruimte=room,
            reeks=reeks,
            titel=naam,
            op=timezone.localdate(),
            staat=VergaderingStaat.UITGENODIGD,
        ),
    )
    punten = [
        keep_record(
            actor,
            records.Agendapunt(
                werkruimte=room, reeks=reeks, vergadering=meeting, volgorde=place, titel=titel
            ),
        )
        for place, titel in enumerate(("Eerste punt", "Tweede punt", "Derde punt"))
    ]
    partij = records.Partij.objects.of(room.pk).get(code="bibliotheek")
    writers = [_writer(actor, meeting, partij, number) for number in range(people)]
    if begin:
        open_vergadering(actor, meeting.pk)
    return Table(
        path=f"/w/{room.slug}/overleg/{meeting.pk}/vergaderen/",
        punten=tuple(one.pk for one in punten),
        writers=tuple(writers),
    )


def _writer(
    actor: Actor, meeting: "records.Vergadering", partij: "records.Partij", number: int
) -> Writer:
    """Return a new member who is asked to the meeting and signed in."""
    persoon = records.Persoon(
        email=f"s{number}.{meeting.pk}@meting.example", naam=f"Schrijver {number}"
    )
    persoon.set_unusable_password()
    persoon.save()
    lid = records.Lidmaatschap.objects.create(
        werkruimte_id=actor.werkruimte,
        persoon=persoon,
        partij=partij,
        rol=LidRol.PARTNER,
        van=timezone.localdate() - timedelta(days=1),
    )
    asked = records.Deelnemer(
        werkruimte_id=actor.werkruimte,
        vergadering=meeting,
        partij=partij,
        lid=lid,
        naam=persoon.naam,
        aanwezigheid=Aanwezigheid.AANWEZIG,
    )
    keep_record(actor, asked)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(persoon)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Writer(naam=persoon.naam, session=session)


def kept_lines(keys: list[str]) -> dict[str, int]:
    """Return how often each line is kept, by its key."""
    found = records.Notitie.objects.filter(sleutel__in=keys)
    return dict(Counter(found.values_list("sleutel", flat=True)))
