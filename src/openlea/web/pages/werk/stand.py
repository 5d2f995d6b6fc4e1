"""How work in the background is shown: a bar while it runs, a sentence when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from openlea.policy.werk import GEEN_TEKEN, WerkStaat
from openlea.storage.records.models import Werk
from openlea.web.templatetags.notatie import getal
from openlea.web.templatetags.onderdelen import FOUT, GOED, RUST, Beeld

BEELDEN = {
    WerkStaat.WACHT: Beeld("klok", WerkStaat.WACHT.label, RUST),
    WerkStaat.LOOPT: Beeld("verder", WerkStaat.LOOPT.label),
    WerkStaat.KLAAR: Beeld("vinkje-rond", WerkStaat.KLAAR.label, GOED),
    WerkStaat.MISLUKT: Beeld("kruis-rond", WerkStaat.MISLUKT.label, FOUT),
    WerkStaat.GESTOPT: Beeld("pauze", WerkStaat.GESTOPT.label, RUST),
}
LAATSTE = 6
BLIJFT = "Wat al klaar was, blijft. Je kunt het opnieuw vragen."


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of the work and when it began."""

    op: datetime | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Melding:
    """What is said when work is over: the kind of melding, its words, and where the result is."""

    soort: str
    titel: str
    tekst: str
    url: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One piece of work as the page shows it."""

    nummer: int
    naam: str
    adres: str
    beeld: Beeld
    is_underway: bool
    is_begonnen: bool
    is_heel: bool
    wat: str
    gedaan: int
    totaal: int
    gezien: str
    waits_long: bool
    stop_gevraagd: bool
    melding: Melding | None
    stappen: tuple[Stap, ...]
    feiten: tuple[dict[str, Any], ...] = field(default=())


def work_stand(werk: Werk, slug: str, *, whole: bool = False) -> Stand:
    """Return work as the part 'werk_voortgang' shows it.

    With `whole` it is the page of this work itself: steps too, and it is read anew at the end.
    """
    now = timezone.now()
    staat = WerkStaat.MISLUKT if werk.is_silent(now) else WerkStaat(werk.staat)
    underway = staat in {WerkStaat.WACHT, WerkStaat.LOOPT}
    return Stand(
        nummer=werk.pk,
        naam=werk.naam,
        adres=reverse("werk", args=[slug, werk.pk]),
        beeld=BEELDEN[staat],
        is_underway=underway,
        is_begonnen=staat is WerkStaat.LOOPT,
        is_heel=whole,
        wat=werk.stap or ("Wacht op zijn beurt" if staat is WerkStaat.WACHT else "Begint"),
        gedaan=min(werk.gedaan, werk.totaal),
        totaal=werk.totaal,
        gezien=f"{staat}:{werk.stap}",
        waits_long=werk.waits_long(now),
        stop_gevraagd=werk.stop_gevraagd and underway,
        melding=None if underway else _said(werk, staat, slug),
        stappen=_steps(werk, underway=underway) if whole else (),
        feiten=_facts(werk) if whole else (),
    )


def _said(werk: Werk, staat: WerkStaat, slug: str) -> Melding:
    if staat is WerkStaat.GESTOPT:
        return Melding("info", "Gestopt", BLIJFT)
    if staat is not WerkStaat.KLAAR:
        return Melding("fout", "Niet gelukt", werk.fout or GEEN_TEKEN)
    told = _outcome(werk)
    naar = str(told.get("naar", ""))
    url = reverse("agenda", args=[slug]).removesuffix("agenda/") + naar if naar else ""
    return Melding("succes", "Klaar", str(told.get("zin", "")), url, "Bekijk de uitkomst")


def _outcome(werk: Werk) -> Mapping[str, Any]:
    return werk.uitkomst if isinstance(werk.uitkomst, dict) else {}


def _steps(werk: Werk, *, underway: bool) -> tuple[Stap, ...]:
    """Return all steps, or the last few while it runs; newest first."""
    told = [Stap(parse_datetime(one["op"]), one["tekst"]) for one in werk.verslag]
    return tuple(reversed(told[-LAATSTE:] if underway else told))


def _facts(werk: Werk) -> tuple[dict[str, Any], ...]:
    who = werk.lid.persoon.naam if werk.lid else "Open LEA"
    facts = [("Gevraagd door", who), ("Gevraagd op", _moment(werk.aangevraagd_op))]
    if werk.begonnen_op and werk.klaar_op:
        facts.append(("Duurde", _lasted(werk.klaar_op - werk.begonnen_op)))
    told = _outcome(werk)
    facts += [
        (key.replace("_", " ").capitalize(), value if isinstance(value, str) else getal(value))
        for key, value in told.items()
        if key not in {"zin", "naar"} and isinstance(value, str | int | float)
    ]
    return tuple({"naam": naam, "waarde": waarde} for naam, waarde in facts)


def _moment(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local.day}-{local.month}-{local.year} om {local:%H.%M} uur"


def _lasted(lasted: timedelta) -> str:
    seconds = int(lasted.total_seconds())
    if seconds < 1:
        return "minder dan een seconde"
    if seconds < 60:  # noqa: PLR2004 - a minute
        return "1 seconde" if seconds == 1 else f"{seconds} seconden"
    minutes = round(seconds / 60)
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"
