"""Ask for work that takes long: it is done in the background, and the same is done once."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from openlea.core.errors import NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.do_work import do_work
from openlea.services.end_silent_work import end_silent_work
from openlea.services.log_deed import log_deed
from openlea.services.werk.soorten import known_soort
from openlea.services.werk.taak import run_werk
from openlea.storage.records.werk import Werk, WerkQuerySet


def ask_work(
    actor: Actor, soort: str, arguments: Mapping[str, Any] | None = None, *, naam: str = ""
) -> Werk:
    """Return the work: new, or the same work (soort and arguments) that waits or runs already.

    `arguments` are plain JSON; `naam` says on screen what it is. NotFound for a soort that nobody
    added, NotAllowed without its right. Call it outside a transaction.
    """
    kind = known_soort(soort)
    if not actor.may(*kind.recht):
        raise NotAllowed("Dit werk mag jij niet vragen.")
    end_silent_work()
    asked = Werk(
        werkruimte_id=actor.werkruimte,
        soort=soort,
        naam=(naam or kind.naam)[:200],
        argumenten=dict(arguments or {}),
        sleutel=_key(soort, arguments or {}),
        lid_id=actor.lid,
        rol=actor.rol,
    )
    at_once = settings.WERK == settings.METEEN
    with transaction.atomic():
        if underway := _underway(asked):
            return underway
        if not _kept(asked):
            return _same(asked)[0]
        log_deed(actor, "werk gevraagd", asked.naam, soort, soort=Logsoort.MAKEN, noun=Noun.WERK)
        if not at_once:
            run_werk.enqueue(asked.pk)
    if at_once:
        do_work(asked.pk)
        asked.refresh_from_db()
    return asked


def _key(soort: str, arguments: Mapping[str, Any]) -> str:
    """Return what makes two asks the same, whatever the order of their arguments."""
    said = json.dumps([soort, dict(arguments)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _same(asked: Werk) -> WerkQuerySet:
    return Werk.objects.of(asked.werkruimte_id).filter(sleutel=asked.sleutel)


def _underway(asked: Werk) -> Werk | None:
    return _same(asked).underway().first()


def _kept(asked: Werk) -> bool:
    """Save, and return whether nobody asked the same at this very moment."""
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError:
        return False
    return True
