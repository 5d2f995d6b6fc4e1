"""What is internal answers like what is not there; test_leaks_taken looks for it on every page."""

import io
import re
import subprocess
import zipfile
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.make_kalenderadres import make_kalenderadres
from openlea.storage.records.models import (
    Actie,
    Begrotingspost,
    Document,
    Opmerking,
    Partij,
    Speerpunt,
    Streefwaarde,
    Verband,
    Verplichting,
    Voortgang,
)
from tests.conftest import tool_path
from tests.world import World

MARK = "Zwaluwnest"
OUTSIDE = [LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK]


@pytest.fixture
def secret(hilversum: World) -> World:
    """Return a world in which something is hidden."""
    return add_secrets(hilversum)


def add_secrets(hilversum: World) -> World:
    """Hide an internal action with everything that can hang on one, all of it marked."""
    place = {"werkruimte": hilversum.werkruimte}
    agenda = hilversum.agenda
    speerpunt = Speerpunt.objects.filter(agenda=agenda)[0]
    actie = Actie.objects.create(
        **place,
        agenda=agenda,
        speerpunt=speerpunt,
        code="1A9",
        naam=f"{MARK} actie",
        omschrijving=MARK,
        doelgroep=MARK,
        zichtbaarheid=Zichtbaarheid.INTERN,
    )
    Voortgang.objects.create(
        **place, actie=actie, op=date(2026, 1, 1), door_naam=MARK, staat=ActieStaat.OP_SCHEMA
    )
    Opmerking.objects.create(
        **place, actie=actie, door_naam=MARK, tekst=MARK, zichtbaarheid=Zichtbaarheid.INTERN
    )
    Streefwaarde.objects.create(**place, agenda=agenda, actie=actie, code=f"{MARK}-s", maat=MARK)
    Begrotingspost.objects.create(
        **place, agenda=agenda, actie=actie, code="1A9-1", omschrijving=MARK, toelichting=MARK
    )
    Verband.objects.create(
        **place, agenda=agenda, van="1A9", naar="1A", teken="deel_van", toelichting=MARK
    )
    Document.objects.create(
        **place, titel=MARK, adres="https://voorbeeld.example/", zichtbaarheid=Zichtbaarheid.INTERN
    )
    _hide_a_task(hilversum)
    return hilversum


def _hide_a_task(hilversum: World) -> None:
    Verplichting.objects.create(
        werkruimte=hilversum.werkruimte,
        plicht="LPL-04",
        termijn=MARK,
        jaar=timezone.localdate().year,
        partij=Partij.objects.of(hilversum.werkruimte.pk)[0],
        titel=MARK,
        notitie=MARK,
        reden=MARK,
        uiterlijk=timezone.localdate(),
        zichtbaarheid=Zichtbaarheid.INTERN,
    )


def words(answer: HttpResponse) -> bytes:
    """Return everything that is written in an answer, also inside a packed file or a PDF."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"".join(packed.read(name) for name in packed.namelist())
    if content[:4] == b"%PDF":
        if tool_path("poppler") is None:
            return b""
        asked = ["pdftotext", "-", "-"]
        return subprocess.run(asked, input=content, capture_output=True, check=True).stdout
    return content


def test_a_calendar_address_shows_a_partner_nothing_internal(secret: World) -> None:
    partner, keeper = (
        make_kalenderadres(secret.actor(rol), "Outlook", None).geheim
        for rol in (LidRol.PARTNER, LidRol.AGENDABEHEERDER)
    )
    shown = [words(Client().get(f"/kalender/{one}.ics")) for one in (partner, keeper)]
    assert [MARK.encode() in one for one in shown] == [False, True]


def plain(answer: HttpResponse) -> bytes:
    """Return an answer without the token and the trace, which are new each time."""
    new = rb'name="csrfmiddlewaretoken" value="[^"]*"|<code>[0-9a-f]{32}</code>'
    return re.sub(new, b"", answer.content)


@pytest.mark.parametrize("rol", OUTSIDE)
def test_a_hidden_action_answers_like_one_that_is_not_there(secret: World, rol: LidRol) -> None:
    client = secret.client(rol)
    hidden, missing = (client.get(secret.url(f"actie/{code}/")) for code in ("1A9", "9Z9"))
    assert hidden.status_code == missing.status_code == 404
    assert plain(hidden).replace(b"1A9", b"") == plain(missing).replace(b"9Z9", b"")


def test_the_mark_is_there_for_who_may_see_it(secret: World) -> None:
    answer = secret.client(LidRol.AGENDABEHEERDER).get(secret.url("agenda/"))
    assert MARK.encode() in answer.content
