"""What lies beside the records: sessions that ended, and mails in a folder."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from openlea.core.bewaring import Kandidaat
from openlea.services.bewaring.soort import Plek, Soort

BITS = 15
"""How many hexadecimal digits of a hash make a number of what has only a name."""


def _sessions(_plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    found = Session.objects.order_by("pk").values_list("pk", "expire_date")
    return [Kandidaat(_number(pk), timezone.localdate(ends)) for pk, ends in found]


def _end_sessions(_plek: Plek, nummers: Sequence[int]) -> int:
    going = _named(Session.objects.values_list("pk", flat=True), nummers)
    Session.objects.filter(pk__in=going).delete()
    return len(going)


def _mails(_plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    files = sorted(_mail_folder().glob("*")) if _mail_folder().is_dir() else []
    return [Kandidaat(_number(one.name), _day(one)) for one in files if one.is_file()]


def _drop_mails(_plek: Plek, nummers: Sequence[int]) -> int:
    going = _named((one.name for one in _mail_folder().glob("*")), nummers)
    for name in going:
        (_mail_folder() / name).unlink(missing_ok=True)
    return len(going)


def _mail_folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


def _day(file: Path) -> date:
    return timezone.localdate(datetime.fromtimestamp(file.stat().st_mtime, tz=UTC))


def _named(names: Iterable[str], nummers: Sequence[int]) -> list[str]:
    wanted = set(nummers)
    return [one for one in names if _number(one) in wanted]


def _number(name: str) -> int:
    return int(sha256(name.encode()).hexdigest()[:BITS], 16)


SESSIE = Soort("sessie", _sessions, _end_sessions, in_werkruimte=False, in_installatie=True)
MAIL = Soort("mail", _mails, _drop_mails, in_werkruimte=False, in_installatie=True)
