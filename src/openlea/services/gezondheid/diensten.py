"""Whether what runs beside the site does its work: the worker, the mail, the backup and the log."""

import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db.models import Min
from django.utils import timezone

from openlea.core.logboek import INSTALLATIE
from openlea.core.teken import LOGBOEK_HEEL, LOGBOEK_STUK, WERKER
from openlea.policy.gezondheid import (
    Controle,
    Oordeel,
    judge_backup,
    judge_logboek,
    judge_ongezegeld,
    judge_rij,
    judge_werker,
)
from openlea.storage.records.models import Logregel, Teken, Werk

SECONDS = 5
BACKUP = "back-up gemaakt"


def check_worker() -> Controle:
    """Look when a worker was last alive."""
    needed = settings.WERK != settings.METEEN
    return judge_werker(Teken.objects.moment(WERKER), timezone.now(), nodig=needed)


def check_queue() -> Controle:
    """Look how long work waits."""
    waiting = Werk.objects.waiting()
    oldest = waiting.aggregate(oldest=Min("aangevraagd_op"))["oldest"]
    return judge_rij(waiting.count(), oldest, timezone.now())


def check_mail() -> Controle:
    """Look whether the mail server lets us in, or whether mails can be put in their folder."""
    if not settings.EMAIL_HOST:
        return _mail_in_folder(Path(settings.EMAIL_FILE_PATH))
    door = get_connection(timeout=SECONDS)
    try:
        door.open()
    except OSError:  # smtplib's faults are kinds of this one
        doe = "Kijk of de mailserver draait, en of OPENLEA_MAIL klopt."
        return _mail(Oordeel.FOUT, "De mailserver antwoordt niet of weigert ons.", doe)
    finally:
        with suppress(OSError):
            door.close()
    return _mail(Oordeel.GOED, "De mailserver antwoordt.", "")


def _mail_in_folder(folder: Path) -> Controle:
    there = folder if folder.exists() else folder.parent
    if not os.access(there, os.W_OK):
        return _mail(Oordeel.FOUT, "In de map voor mails kan niet worden geschreven.", "")
    if settings.HTTPS:
        doe = "Stel OPENLEA_MAIL in."
        return _mail(Oordeel.LET_OP, "Mails gaan naar een map: niemand ontvangt ze.", doe)
    return _mail(Oordeel.GOED, "Mails gaan naar een map, niet naar mensen.", "")


def _mail(oordeel: Oordeel, zin: str, doe: str) -> Controle:
    return Controle(naam="mail", titel="Mail", oordeel=oordeel, zin=zin, doe=doe)


def check_backup() -> Controle:
    """Look when the last backup was made."""
    made = Logregel.objects.filter(keten=INSTALLATIE, werk=BACKUP).order_by("-moment")
    return judge_backup(made.values_list("moment", flat=True).first(), timezone.now())


def check_log() -> Controle:
    """Look when the log was last checked, and what came of it."""
    signs = Teken.objects.named(LOGBOEK_HEEL, LOGBOEK_STUK).order_by("-op")
    last = signs.first()
    return judge_logboek(
        last.op if last else None,
        timezone.now(),
        klopt=last is None or last.naam == LOGBOEK_HEEL,
    )


def check_seals() -> Controle:
    """Look how long lines wait for their seal."""
    waiting = Logregel.objects.unsealed().order_by()
    oldest = waiting.aggregate(oldest=Min("moment"))["oldest"]
    return judge_ongezegeld(waiting.count(), oldest, timezone.now())
