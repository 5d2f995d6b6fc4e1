"""Describe how this installation is: each part looked at, judged, and told with what to do."""

import logging
from collections.abc import Callable
from importlib.metadata import version

from django.db import DatabaseError, transaction
from django.utils import timezone

from openlea.policy.gezondheid import Controle, Gezondheid, Oordeel
from openlea.services.gezondheid import bestanden, database, diensten

LOG = logging.getLogger("openlea.gezondheid")
Check = Callable[[], Controle]
CORE: tuple[tuple[str, str, Check], ...] = (
    ("database", "Database", database.check_reading),
    ("migraties", "Bijgewerkt", database.check_migrations),
    ("kluis", "Kluis en sleutels", bestanden.check_keys),
    ("schijf", "Schijf", bestanden.check_disk),
)
"""Without these the site can't answer people."""

EVERY: tuple[tuple[str, str, Check], ...] = (
    ("database", "Database", database.check_writing),
    *CORE[1:],
    ("werker", "Werker", diensten.check_worker),
    ("wachtrij", "Wachtrij", diensten.check_queue),
    ("warehouse", "Tabellen", bestanden.check_warehouse),
    ("cijfers", "Cijfers", bestanden.check_figures),
    ("mail", "Mail", diensten.check_mail),
    ("klok", "Klok", database.check_clock),
    ("backup", "Back-up", diensten.check_backup),
    ("logboek", "Logboek", diensten.check_log),
    ("zegels", "Zegels van het logboek", diensten.check_seals),
)


def describe_health(*, kort: bool = False) -> Gezondheid:
    """Return every check, or with `kort` those without which the site can't answer.

    A check that fails is a check that says so; it never stops the others.
    """
    needed = {naam for naam, _, _ in CORE}
    return Gezondheid(
        op=timezone.now(),
        versie=version("openlea"),
        controles=tuple(
            _checked(naam, titel, check, nodig=naam in needed)
            for naam, titel, check in (CORE if kort else EVERY)
        ),
    )


def _checked(naam: str, titel: str, check: Check, *, nodig: bool) -> Controle:
    try:
        with transaction.atomic():
            return check()
    except DatabaseError:
        zin, doe = "De database antwoordt niet.", "Start de database, en kijk in het log waarom."
    except Exception:  # whatever breaks a check is what it has to tell
        LOG.exception("check %s failed", naam)
        zin, doe = "Deze controle ging zelf mis.", "Kijk in het log wat er is."
    return Controle(naam=naam, titel=titel, oordeel=Oordeel.FOUT, zin=zin, doe=doe, nodig=nodig)
