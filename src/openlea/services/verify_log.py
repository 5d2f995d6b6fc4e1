"""Walk every chain of the log, and name each line that was removed, changed or put elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.logboek import Breuk, Ketenkop, Kopmerk, Logfout
from openlea.policy.logketen import chain_faults, fingerprint
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import mark_file, read_marks
from openlea.storage.vault.sleutelbos import LOGBOEK, opened_key

WAIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logoordeel:
    """What a check found: how many chains and lines, until when, and every fault."""

    ketens: int
    regels: int
    moment: datetime
    fouten: tuple[Logfout, ...]

    @property
    def klopt(self) -> bool:
        """Return whether nothing was touched."""
        return not self.fouten


def verify_log(keten: str | None = None) -> Logoordeel:
    """Return the state of one chain or of all; nothing is written."""
    now = timezone.now()
    lines = Logregel.objects.exclude(volgnummer=None)
    lines = lines.filter(keten=keten) if keten else lines
    names = {keten} if keten else _names()
    return Logoordeel(
        ketens=len(names),
        regels=lines.count(),
        moment=now,
        fouten=(*_key_faults(), *_chains(sorted(names)), *_waiting(now, keten)),
    )


def _names() -> set[str]:
    """Return the chains that have a head, lines or a mark."""
    lines = Logregel.objects.exclude(volgnummer=None).order_by()
    marked = {one.keten for one in read_marks()[1]}
    heads = Logketen.objects.exclude(volgnummer=0).values_list("naam", flat=True)
    return {*heads, *lines.values_list("keten", flat=True).distinct(), *marked} - {""}


def _key_faults() -> Iterator[Logfout]:
    """Yield what is wrong with the key and the marks beside it."""
    if not Logketen.objects.exclude(volgnummer=0).exists() and not read_marks()[1]:
        return
    try:
        key = opened_key(LOGBOEK)
    except NotFound:
        yield Logfout(keten="", breuk=Breuk.SLEUTEL_WEG)
        return
    if not mark_file().is_file():
        yield Logfout(keten="", breuk=Breuk.KOPBESTAND_WEG)
    elif read_marks()[0] != fingerprint(key):
        yield Logfout(keten="", breuk=Breuk.ANDERE_SLEUTEL)


def _chains(names: list[str]) -> Iterator[Logfout]:
    try:
        key = opened_key(LOGBOEK)
    except NotFound:
        return
    print_of_marks, marks = read_marks()
    if print_of_marks not in ("", fingerprint(key)):
        return
    for keten in names:
        yield from _one_chain(key, keten, [one for one in marks if one.keten == keten])


def _one_chain(key: bytes, keten: str, marks: list[Kopmerk]) -> Iterator[Logfout]:
    head = Logketen.objects.filter(naam=keten).first()
    kop = head.as_kop() if head else Ketenkop(keten=keten)
    sealed = Logregel.objects.exclude(volgnummer=None).of_keten(keten)
    yield from chain_faults(key, kop, (one.as_regel() for one in sealed.iterator(2000)), marks)
    yield from _other_names(keten)


def _other_names(keten: str) -> Iterator[Logfout]:
    """Yield lines that point to another account than they are sealed for: pages show its name."""
    named = Logregel.objects.exclude(volgnummer=None).filter(keten=keten, persoon__isnull=False)
    other = named.filter(Q(persoon_nr=None) | ~Q(persoon_id=F("persoon_nr")))
    for number in other.order_by("volgnummer").values_list("volgnummer", flat=True):
        yield Logfout(keten=keten, breuk=Breuk.GEWIJZIGD, volgnummer=number or 0, tot=number or 0)


def _waiting(now: datetime, keten: str | None) -> Iterator[Logfout]:
    late = Logregel.objects.unsealed().filter(moment__lt=now - WAIT).order_by()
    late = late.filter(keten=keten) if keten else late
    for name in sorted(set(late.values_list("keten", flat=True))):
        yield Logfout(keten=name, breuk=Breuk.ONVERZEGELD)
