"""Run one piece of work in the background, and keep what came of it."""

import json
import logging
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from openlea.core.errors import OpenLeaError
from openlea.policy.werk import WerkStaat
from openlea.services.werk.aanvrager import asker_of
from openlea.services.werk.soorten import known_soort
from openlea.services.werk.teken import signs_of_life
from openlea.services.werk.voortgang import Stopped, Voortgang
from openlea.storage.records.werk import Werk

LOG = logging.getLogger("openlea.werk")
AFGEBROKEN = (
    "De site is gestopt toen dit werk liep. Vraag het opnieuw aan: wat al klaar was, blijft."
)


def do_work(nummer: int) -> None:
    """Run the work with this number if it waits; what runs or is over already, is left alone.

    A refusal or a fault ends up in the record as a sentence; only a stop of the process goes on.
    """
    now = timezone.now()
    waiting = Werk.objects.waiting().filter(pk=nummer)
    if not waiting.update(staat=WerkStaat.LOOPT, begonnen_op=now, teken_op=now):
        return
    werk = Werk.objects.get(pk=nummer)
    try:
        with signs_of_life(nummer):
            _run(werk)
    except (SystemExit, KeyboardInterrupt):
        _end(werk, None, WerkStaat.MISLUKT, fout=AFGEBROKEN)
        raise


def _run(werk: Werk) -> None:
    voortgang: Voortgang | None = None
    try:
        kind = known_soort(werk.soort)
        voortgang = Voortgang(werk, asker_of(werk, kind.recht))
        uitkomst = _plain(kind.load()(voortgang, **werk.argumenten))
    except Stopped:
        _end(werk, voortgang, WerkStaat.GESTOPT)
    except OpenLeaError as refused:
        _end(werk, voortgang, WerkStaat.MISLUKT, fout=str(refused))
    except Exception:
        LOG.exception("Werk %s (%s) failed", werk.pk, werk.soort)
        fout = f"Dit ging mis door een fout in het programma. Noem bij een melding: werk {werk.pk}."
        _end(werk, voortgang, WerkStaat.MISLUKT, fout=fout)
    else:
        _end(werk, voortgang, WerkStaat.KLAAR, uitkomst=uitkomst)


def _plain(uitkomst: Any) -> Any:
    """Return what a verb gave back as it can be kept; days and amounts become text."""
    return json.loads(json.dumps(uitkomst, cls=DjangoJSONEncoder))


def _end(werk: Werk, voortgang: Voortgang | None, staat: WerkStaat, **fields: Any) -> None:
    told = voortgang.fields() if voortgang else {}
    mine = Werk.objects.filter(pk=werk.pk)
    mine.update(**told, **fields, staat=staat, klaar_op=timezone.now())
