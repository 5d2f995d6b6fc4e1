"""Delivers, erases and changes pseudonyms, killed at every step; run by test_vault_kills.

Works in the folder and database of its surroundings, which are its own. Rows are only touched in
forks: a pool of threads that stands still in a fork would hang it.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from itertools import count
from typing import Any

SLUG, RACE = "proef", 4
JAAR = time.localtime().tm_year
EARLIER, NOW = f"{JAAR - 1}-01-01", f"{JAAR}-01-01"
CONFLICT, BROKEN = 3, 4
LOADED = (
    "openlea.services.drop_aanlevering",
    "openlea.services.erase_aanlevering",
    "openlea.services.keep_aanlevering",
    "openlea.services.mend_vault",
    "openlea.services.read_aanlevering",
    "openlea.services.rotate_pseudoniemen",
    "tests.services.registratie_wereld",
)
STEPS = {"open", "os.rename", "os.remove", "os.link"}
WRITING = os.O_WRONLY | os.O_RDWR


def begin() -> None:
    """Make the database and one werkruimte, and load here what each fork would load for itself."""
    import django

    django.setup()
    from openlea.services.tabellen.nieuw import make_tables
    from openlea.storage.records.models import Werkruimte

    make_tables()
    Werkruimte.objects.create(slug=SLUG, naam="Proef")
    for name in LOADED:
        import_module(name)


def zender() -> Any:
    """Return who delivers here."""
    from openlea.policy.rechten import Actor, LidRol
    from openlea.storage.records.models import Werkruimte
    from tests.services.registratie_wereld import Zender

    werkruimte = Werkruimte.objects.get(slug=SLUG)
    return Zender(Actor(werkruimte=werkruimte.pk, rol=LidRol.ANALIST))


def baseline() -> None:
    """See to it that both periods count, and that no draft of a killed one lies beside them."""
    from openlea.services.drop_aanlevering import drop_aanlevering
    from openlea.storage.records.models import Aanlevering

    for draft in Aanlevering.objects.concepts():
        drop_aanlevering(zender().actor, draft.pk)
    for periode in (EARLIER, NOW):
        if not Aanlevering.objects.counted().filter(periode=periode).exists():
            deliver(periode)


def deliver(periode: str = NOW) -> None:
    """Bring a file and let it count; what counted before is replaced."""
    from tests.services.registratie_wereld import register, row

    zender().keep(register([row(number) for number in range(3)]), periode)


def erase() -> None:
    """Erase the newest period."""
    from openlea.services.erase_aanlevering import erase_aanlevering
    from openlea.storage.records.models import Aanlevering

    one = Aanlevering.objects.counted().get(periode=NOW)
    erase_aanlevering(zender().actor, one.pk, "proef")


def rotate() -> None:
    """Change all pseudonyms."""
    from openlea.services.rotate_pseudoniemen import rotate_pseudoniemen
    from openlea.services.werk.voortgang import Voortgang
    from openlea.storage.records.models import Werk
    from openlea.storage.vault.pseudoniemsleutels import chain_length

    actor = zender().actor
    werk = Werk(werkruimte_id=actor.werkruimte, soort="proef", naam="proef")
    rotate_pseudoniemen(Voortgang(werk, actor), naar=chain_length(SLUG) + 1)


def check() -> None:
    """Clean up as every night, and see that nothing is half and nothing good is lost."""
    from openlea.services.kluis.plek import vak_of
    from openlea.services.mend_vault import GRACE, mend_vault
    from openlea.services.read_aanlevering import read_aanlevering
    from openlea.storage.records.models import Aanlevering
    from openlea.storage.vault import kluis

    assert mend_vault(grace=GRACE * 0).onleesbaar == (), "a kept delivery can't be opened"
    kept = list(Aanlevering.objects.kept().select_related("werkruimte"))
    assert all(kluis.read(vak_of(one)).height == 3 for one in kept)
    assert {one.nummer for one in kluis.found_files()} == {one.kluis for one in kept}
    counted = list(Aanlevering.objects.counted())
    assert len({one.periode for one in counted}) == len(counted), "a period counts twice"
    actor = zender().actor
    linked = {tuple(read_aanlevering(actor, one.pk, "proef")["pseudoniem"]) for one in counted}
    assert len(linked) == 1, "the same children have other pseudonyms"


def apart(deed: Callable[[], None], *, kill_at: int = 0) -> int:
    """Do something in a process of its own and return how it ended; killed at a step when asked."""
    from django.db import connection

    connection.close()
    child = os.fork()
    if child == 0:
        os._exit(_inside(deed, kill_at))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _inside(deed: Callable[[], None], kill_at: int) -> int:
    from openlea.core.errors import Conflict

    if kill_at:
        _kill_at(kill_at)
    try:
        deed()
    except Conflict:
        return CONFLICT
    except BaseException as error:  # noqa: BLE001 - told to the process that reads the outcome
        print(repr(error), file=sys.stderr)
        return BROKEN
    return 0


def _kill_at(step: int) -> None:
    """End this process without a word just before its so-manieth write to disk or database."""
    from django.db import connection

    seen = count(1)

    def counted() -> None:
        if next(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(event: str, args: tuple[Any, ...]) -> None:
        if event in STEPS and _is_of_vault(event, args):
            counted()

    commit = connection.commit

    def committed() -> None:
        counted()
        commit()
        counted()

    connection.commit = committed  # type: ignore[method-assign]
    sys.addaudithook(heard)


def _is_of_vault(event: str, args: tuple[Any, ...]) -> bool:
    where = str(args[0])
    is_written = event != "open" or bool(args[2] & WRITING)
    return is_written and (".kluis" in where or ".sleutel" in where)


def killed_everywhere(deed: Callable[[], None]) -> dict[str, object]:
    """Return at how many steps it was killed, and what was wrong after that."""
    wrong = []
    for step in count(1):
        assert apart(baseline) == 0
        ended = apart(deed, kill_at=step)
        if apart(check):
            wrong.append(step)
        if ended != -signal.SIGKILL:
            return {"steps": step - 1, "wrong": wrong, "ended": ended}
    raise AssertionError


def raced() -> list[list[int]]:
    """Let two processes confirm a first delivery of one period at the same moment, some times."""
    from django.db import connection

    found = []
    for month in range(2, 2 + RACE):
        periode = f"{JAAR - 1}-{month:02d}-01"
        assert apart(lambda periode=periode: _offer_twice(periode)) == 0  # type: ignore[misc]
        connection.close()
        at = time.time() + 0.3
        pair = [os.fork() or os._exit(_inside(_keep_of(periode, n, at), 0)) for n in (0, 1)]
        found.append(sorted(os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in pair))
    return found


def _offer_twice(periode: str) -> None:
    from tests.services.registratie_wereld import register, row

    for _ in range(2):
        zender().offer(register([row(number) for number in range(3)]), periode)


def _keep_of(periode: str, which: int, at: float) -> Callable[[], None]:
    def keep() -> None:
        from openlea.services.keep_aanlevering import keep_aanlevering
        from openlea.storage.records.models import Aanlevering

        # Not of the drafts: the other process may have confirmed one of them already.
        both = Aanlevering.objects.filter(periode=periode).order_by("-pk")
        number, actor = both[which].pk, zender().actor
        time.sleep(max(0.0, at - time.time()))
        keep_aanlevering(actor, number, vervangt=None)

    return keep


def main() -> None:
    """Print what came of everything, as JSON."""
    begin()
    told = {deed.__name__: killed_everywhere(deed) for deed in (deliver, erase, rotate)}
    print(json.dumps({**told, "raced": raced(), "end": apart(check)}))


if __name__ == "__main__":
    main()
