"""How a duty with its day reads in somebody's own calendar program."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from openlea.core.kalender import Kalenderpunt, Kalenderregel
from openlea.core.plicht import Aard
from openlea.core.verplichting import TaakStaat
from openlea.policy.beleidsveld import BELEIDSVELDEN
from openlea.policy.schrijfwijze import listing

HERINNER_DAGEN = 14
"""Two weeks before a last day: enough to still put it on the agenda of a meeting."""
LANGSTE_VENSTER = timedelta(days=62)
"""A longer window would fill every week of a calendar; it stands on its last day alone."""
OORSPRONG = datetime(2017, 1, 1, tzinfo=UTC)
"""When something changed of which nobody knows when."""


def line_of(
    punt: Kalenderpunt,
    *,
    kenmerk: str = "",
    wie: str = "",
    adres: str = "",
    versie: int | None = None,
    gewijzigd_op: datetime | None = None,
) -> Kalenderregel:
    """Return a point as a line; it changed when its record did, or when the law was last read.

    `wie` goes before its title, where a calendar holds the tasks of more than one. `kenmerk` sets
    it apart from the same duty of another werkruimte, and `versie` counts the changes of its
    record; without a record each day on which the law is read again is a new one.
    """
    moments = [one for one in (gewijzigd_op, _read_at(punt.nagelezen_op)) if one]
    changed = max(moments, default=OORSPRONG)
    return Kalenderregel(
        id=kenmerk or punt.id,
        titel=_title(punt, wie),
        van=_first_day(punt),
        tot=punt.uiterlijk,
        gewijzigd_op=changed,
        volgnummer=max(0, (changed - OORSPRONG).days) if versie is None else versie,
        tekst="\n".join(_sentences(punt)),
        adres=adres or punt.link,
        categorieen=tuple(_kinds(punt)),
        vervallen=punt.staat is TaakStaat.NIET_VAN_TOEPASSING,
        herinner_dagen=HERINNER_DAGEN if _waits(punt) else None,
    )


def _read_at(op: date | None) -> datetime | None:
    return datetime.combine(op, time(), UTC) if op else None


def _waits(punt: Kalenderpunt) -> bool:
    done = {TaakStaat.BEWEZEN, TaakStaat.NIET_VAN_TOEPASSING}
    return not punt.telling and punt.staat not in done


def _title(punt: Kalenderpunt, wie: str) -> str:
    about = f" ({punt.over})" if punt.over else ""
    done = "Klaar: " if punt.staat is TaakStaat.BEWEZEN else ""
    who = f"{wie}: " if wie else ""
    return f"{done}{who}{punt.titel}{about}"


def _first_day(punt: Kalenderpunt) -> date:
    if punt.vanaf is None or punt.dag_vrij or punt.uiterlijk - punt.vanaf > LANGSTE_VENSTER:
        return punt.uiterlijk
    return punt.vanaf


def _sentences(punt: Kalenderpunt) -> Iterator[str]:
    """Yield what a line says below its title: when, who, what and on which article."""
    yield f"{punt.tekst[:1].upper()}{punt.tekst[1:]}."
    if punt.dag_vrij:
        yield "Dit is de laatste dag die nog op tijd is."
    if punt.telling:
        yield "Op deze dag wordt geteld. Je hoeft niets in te leveren."
    if punt.aard is Aard.BEVOEGDHEID:
        yield "Dit mag van de wet. Het moet niet."
    if punt.voorwaarde:
        yield f"{punt.voorwaarde.rstrip('.')}."
    if punt.wat:
        yield ""
        yield " ".join(punt.wat.split())
    yield ""
    yield from _facts(punt)


def _facts(punt: Kalenderpunt) -> Iterator[str]:
    if punt.partij:
        yield f"Partij: {punt.partij}"
    if punt.houders:
        yield f"Wie: {listing([one.label for one in punt.houders])}"
    if punt.staat:
        yield f"Stand: {punt.staat.label}"
    if punt.grondslag:
        yield f"Wet: {punt.grondslag}"
    if punt.link:
        yield punt.link
    if punt.twijfel:
        yield punt.controle


def _kinds(punt: Kalenderpunt) -> Iterator[str]:
    if punt.telling:
        yield "Teldag"
    else:
        yield "Mag van de wet" if punt.aard is Aard.BEVOEGDHEID else "Wettelijke taak"
    if punt.veld in BELEIDSVELDEN:
        yield BELEIDSVELDEN[punt.veld].naam
