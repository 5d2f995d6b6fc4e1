"""The command `work` with one verb more, to try it with: it counts slowly, or asks for that."""

import os
import sys
import time
from typing import TYPE_CHECKING

import openlea.cli
from openlea.services.werk.soorten import SOORTEN, Soort

if TYPE_CHECKING:
    from openlea.services.werk.voortgang import Voortgang


def count(voortgang: "Voortgang", *, tot: int, seconds: float) -> dict[str, int]:
    """Count to a number, so many seconds apart."""
    for one in range(1, tot + 1):
        voortgang.step(f"Stap {one}", one, tot)
        time.sleep(seconds)
    return {"aantal": tot}


def ask(tot: int, seconds: float) -> None:
    """Ask for counting in the first werkruimte, and print the number of the work."""
    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.ask_work import ask_work
    from openlea.storage.records.models import Werkruimte

    room = Werkruimte.objects.order_by("id")[0]
    actor = Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER)
    print(ask_work(actor, "tel", {"tot": tot, "seconds": seconds}).pk)


SOORTEN["tel"] = Soort("Tellen", count)
if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from openlea.services.werk import teken

    teken.SECONDS = 0.2
    if sys.argv[1] == "ask":
        ask(int(sys.argv[2]), float(sys.argv[3]))
    else:
        openlea.cli.main()
