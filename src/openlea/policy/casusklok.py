"""The clocks of a casus: how long something lasts, beside the line that law or agreement draws."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openlea.core.casus import Casusinhoud, Maatwerkbudget, days_between
from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.keuze import Keuze
from openlea.policy.schrijfwijze import count, day

VIER_WEKEN, DRIE_MAANDEN = Duur(4, Tijdseenheid.WEEK), Duur(3, Tijdseenheid.MAAND)
ZES_WEKEN, TIEN_WEKEN = Duur(6, Tijdseenheid.WEEK), Duur(10, Tijdseenheid.WEEK)
BIJNA = 0.75
"""From this share of a term on, it asks attention."""


class Klokstand(Keuze):
    """How near a line is."""

    RUSTIG = "rustig", "Er is tijd"
    BIJNA = "bijna", "Bijna voorbij"
    VOORBIJ = "voorbij", "Voorbij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Casusklok:
    """One clock: days passed of `van` days (0 without a line), and what it says in words."""

    naam: str
    dagen: int
    van: int
    stand: Klokstand
    woorden: str
    bron: str = ""

    @property
    def breedte(self) -> int:
        """Return how full its bar is, in hundredths."""
        return min(100, 100 * self.dagen // self.van) if self.van else 0


def clocks_of(inhoud: Casusinhoud, today: date) -> tuple[Casusklok, ...]:
    """Return the clocks that run on a day; of what ended only how long it lasted."""
    until = inhoud.uitkomst_op or today
    return tuple(_clocks(inhoud, until, today))


def _clocks(inhoud: Casusinhoud, until: date, today: date) -> Iterator[Casusklok]:
    yield _home(inhoud.thuis_sinds, until, ends=inhoud.is_gesloten)
    if inhoud.aangemeld_op and not inhoud.is_gesloten:
        yield _zorgplicht(inhoud.aangemeld_op, today)
    for one in inhoud.budgetten:
        yield _money(one, until)


def _home(since: date, until: date, *, ends: bool) -> Casusklok:
    four, three = VIER_WEKEN.after(since), DRIE_MAANDEN.after(since)
    line, words = (four, "vier weken") if until < four else (three, "drie maanden")
    passed, whole = days_between(since, until), days_between(since, line)
    told = count(passed, "dag", "dagen")
    past = until >= line
    tail = f"langer dan {words}" if past else f"op {day(line)} is het {words}"
    return Casusklok(
        naam="Zat thuis" if ends else "Thuis",
        dagen=passed,
        van=whole,
        stand=Klokstand.RUSTIG if ends else _near(passed, whole),
        woorden=f"{told}{'' if ends and not past else '; ' + tail}",
        bron="Vier weken en drie maanden: de grenzen waarmee thuiszitters worden geteld (beleid).",
    )


def _zorgplicht(since: date, today: date) -> Casusklok:
    six, ten = ZES_WEKEN.after(since), TIEN_WEKEN.after(since)
    passed = days_between(since, today)
    if today <= six:
        words = f"de school beslist uiterlijk op {day(six)}"
    elif today <= ten:
        words = f"zes weken zijn voorbij; met uitstel beslist de school uiterlijk op {day(ten)}"
    else:
        words = "tien weken zijn voorbij: de leerling hoort tijdelijk geplaatst te zijn"
    return Casusklok(
        naam="Zorgplicht na aanmelding",
        dagen=passed,
        van=days_between(since, ten),
        stand=Klokstand.VOORBIJ
        if today > ten
        else _near(passed, days_between(since, six), over=Klokstand.BIJNA),
        woorden=f"{count(passed, 'dag', 'dagen')}; {words}",
        bron="WPO artikel 40 lid 6 en 7 · WVO 2020 artikel 8.8 · WEC artikel 40 lid 7 tot 9",
    )


def _money(one: Maatwerkbudget, until: date) -> Casusklok:
    decided = one.dagen is not None
    passed = one.dagen if one.dagen is not None else days_between(one.gevraagd_op, until)
    told = count(passed, "dag", "dagen")
    return Casusklok(
        naam="Maatwerkbudget",
        dagen=passed,
        van=0,
        stand=Klokstand.RUSTIG,
        woorden=f"besluit na {told}" if decided else f"{told} geleden gevraagd, nog geen besluit",
    )


def _near(passed: int, whole: int, *, over: Klokstand = Klokstand.VOORBIJ) -> Klokstand:
    if passed >= whole:
        return over
    return Klokstand.BIJNA if passed >= BIJNA * whole else Klokstand.RUSTIG


def next_step_words(inhoud: Casusinhoud, today: date) -> str:
    """Return 'was gisteren', 'is vandaag', 'is over 3 dagen'; '' when none is open."""
    due = inhoud.volgende_voor
    return "" if due is None or inhoud.is_gesloten else words_for(due, today)


def words_for(due: date, today: date) -> str:
    """Return how far off a day is, as it follows on 'de volgende stap'."""
    if due == today:
        return "is vandaag"
    if due < today:
        late = (today - due).days
        return "was gisteren" if late == 1 else f"was {count(late, 'dag', 'dagen')} geleden"
    ahead = (due - today).days
    return "is morgen" if ahead == 1 else f"is over {count(ahead, 'dag', 'dagen')}"


def is_overdue(inhoud: Casusinhoud, today: date) -> bool:
    """Return whether the next step should have been taken before today."""
    due = inhoud.volgende_voor
    return due is not None and not inhoud.is_gesloten and due < today
