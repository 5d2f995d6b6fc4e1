"""What the database holds after all was killed so often: what is there, and what is half."""

from collections import Counter
from typing import Any

from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_work import ask_work
from openlea.services.end_silent_work import end_silent_work
from openlea.services.seal_log import seal_log
from openlea.services.verify_log import verify_log
from openlea.storage.records import models as records

MARK = "meting "
PLACED = "opmerking geplaatst"


def ask() -> int:
    """Ask for work in the background, and return its number."""
    room = records.Werkruimte.objects.get(slug="hilversum")
    actor = Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER, naam="Meting")
    return ask_work(actor, "reken_cijfers").pk


def state(nummer: int) -> str:
    """Return how far a piece of work is."""
    end_silent_work()
    return str(records.Werk.objects.get(pk=nummer).staat)


def found() -> dict[str, Any]:
    """Return the remarks with how often each stands, the numbers, and everything that is half.

    A remark is one deed of three rows: itself, its history and a line of the log.
    """
    remarks = records.Opmerking.objects.filter(tekst__startswith=MARK)
    texts = Counter(remarks.values_list("tekst", flat=True))
    history = records.Opmerking.history.filter(tekst__startswith=MARK, history_type="+")
    kept = Counter(history.values_list("tekst", flat=True))
    lines = records.Logregel.objects.filter(werk=PLACED, rol=LidRol.REDACTEUR).count()
    seal_log()
    judged = verify_log()
    return {
        "opmerkingen": dict(texts),
        "zonder_geschiedenis": sorted((texts - kept) + (kept - texts)),
        "regels": lines,
        "keten": [str(one) for one in judged.fouten],
        "stuk": _revisions(),
    }


def _revisions() -> list[str]:
    """Return the actions whose version is not that of their last history."""
    halves = []
    for actie in records.Actie.objects.filter(werkruimte__slug="hilversum"):
        last = actie.history.order_by("-history_id").first()
        if last is not None and last.versie != actie.versie:
            halves.append(f"{actie.code}: {actie.versie}, geschiedenis {last.versie}")
    return halves
