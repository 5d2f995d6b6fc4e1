"""What is counted about the voorschool: who belongs to the doelgroep, where each of them is.

`Peuter` is one row of the registration in plain values. The names of what is counted stand here
once: pages, indicators and the command read them under these names.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from openlea.core.keuze import Keuze

DOELGROEP, GEPLAATST, PEUTERS = "doelgroep", "geplaatst", "peuters"
AFGEWEZEN, WACHTLIJST, ELDERS, ONBEKEND = "afgewezen", "wachtlijst", "elders", "onbekend"
NON_BEREIK = (AFGEWEZEN, WACHTLIJST, ELDERS, ONBEKEND)
STANDEN = (GEPLAATST, *NON_BEREIK)
"""They exclude one another and are together the doelgroep."""
UREN_JA, UREN_NEE, UREN_ONBEKEND = "uren_ja", "uren_nee", "uren_onbekend"
UREN = (UREN_JA, UREN_NEE, UREN_ONBEKEND)
"""Whether a placed child gets its hours before it is four; together `geplaatst`."""
WACHT_MEDIAAN, WACHT_KLASSE, WACHT_GETELD = "wacht_mediaan", "wacht_klasse", "wacht_geteld"
WACHT_NU = "wacht_nu_mediaan"
GROEP_MET, GROEP_ZONDER, GROEP_KINDEREN = "groep_met", "groep_zonder", "groep_kinderen"
GROEPEN, GROEPEN_GETELD = "groepen", "groepen_geteld"
GROEPEN_ZWAAR, GROEPEN_LICHT = "groepen_zwaar", "groepen_licht"
LOCATIES_ZWAAR, LOCATIES_GETELD = "locaties_zwaar", "locaties_geteld"
GROEPSMIX, BEHAALD_AANDEEL = "groepsmix", "behaald_aandeel"
"""Shares in percent; the mix of a group is a class, with counts beside it where they may be."""
GEDAAN, NIET_GEDAAN, NIET_BEKEND = "overdracht_gedaan", "overdracht_niet", "overdracht_onbekend"
OVERDRACHT, OVERDRACHT_REDEN = "overdracht", "overdracht_reden"
PBM_KINDEREN, PBM_UREN = "pbm_kinderen", "pbm_uren"
ZONDER_PLEK = "onbekend"
"""The code of a postcode, location or school that a row doesn't name."""
METHODE = "voorschool-1"
OUDST = 48
"""A child of four years, in months, goes to the basisschool."""
JA = "ja"


class Stand(Keuze):
    """Where a child of the doelgroep is; a place that begins later is no place yet."""

    GEPLAATST = "geplaatst", "Geplaatst"
    AFGEWEZEN = "afgewezen", "Ouders willen niet"
    WACHTLIJST = "wachtlijst", "Op de wachtlijst"
    ELDERS = "elders", "Gaat elders"
    ONBEKEND = "onbekend", "Niet bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peuter:
    """One child: `geboren` is the first of its month; hours and weeks as the sender says."""

    geboren: date
    pc4: str = ""
    locatie: str = ""
    groep: str = ""
    is_doelgroep: bool = False
    indicatie_op: date | None = None
    stand: str = ""
    start_op: date | None = None
    einde_op: date | None = None
    dagen: Decimal | None = None
    uren_per_dag: Decimal | None = None
    uren_per_week: Decimal | None = None
    weken: Decimal | None = None
    toeslag: bool | None = None
    afgenomen: Decimal | None = None
    overdracht: str = ""
    overdracht_reden: str = ""
    school: str = ""
    resultaat: str = ""

    def months(self, day: date) -> int:
        """Return its age in whole months on a day, by the month it was born in."""
        return (day.year - self.geboren.year) * 12 + day.month - self.geboren.month

    @property
    def is_vier(self) -> date:
        """Return the first of the month in which it becomes four."""
        return date(self.geboren.year + 4, self.geboren.month, 1)

    def in_doelgroep(self, day: date, vanaf: int) -> bool:
        """Say whether it belongs to the doelgroep: indicated, from `vanaf` months, not yet four."""
        return self.is_doelgroep and vanaf <= self.months(day) < OUDST

    def stand_on(self, day: date) -> Stand:
        """Return where it is on a day; who stopped, we don't know of where it is."""
        if self.stand == GEPLAATST and self.einde_op is not None and self.einde_op < day:
            return Stand.ONBEKEND
        if self.stand == GEPLAATST and self.start_op is not None and self.start_op > day:
            return Stand.WACHTLIJST
        known = {str(one): one for one in Stand}
        return known.get(self.stand, Stand.ONBEKEND)

    def is_present(self, day: date) -> bool:
        """Say whether it goes on a day, with or without indication."""
        return self.months(day) < OUDST and self.stand_on(day) is Stand.GEPLAATST


def peuter_of(row: Mapping[str, str | None]) -> Peuter | None:
    """Return a child of a row of the registration; None without a month of birth.

    A row that doesn't say whether there is an indication has one when it says since when.
    """
    born = month_of(row.get("geboortemaand"))
    if born is None:
        return None
    said, since = row.get("indicatie"), day_of(row.get("indicatie_op"))
    text = _texts(row)
    return Peuter(
        geboren=born,
        pc4=text("pc4"),
        locatie=text("locatie"),
        groep=text("groep"),
        is_doelgroep=said == JA if said else since is not None,
        indicatie_op=since,
        stand=text("stand"),
        start_op=day_of(row.get("start_op")),
        einde_op=day_of(row.get("einde_op")),
        dagen=number_of(row.get("dagen_per_week")),
        uren_per_dag=number_of(row.get("uren_per_dag")),
        uren_per_week=number_of(row.get("uren_per_week")),
        weken=number_of(row.get("weken_per_jaar")),
        toeslag={"ja": True, "nee": False}.get(text("toeslag")),
        afgenomen=number_of(row.get("afgenomen_uren")),
        overdracht=text("overdracht"),
        overdracht_reden=text("overdracht_reden"),
        school=text("school"),
        resultaat=text("resultaat"),
    )


def _texts(row: Mapping[str, str | None]) -> Callable[[str], str]:
    return lambda name: row.get(name) or ""


def month_of(text: str | None) -> date | None:
    """Return the first day of '2023-04'; None when it is no month."""
    return day_of(f"{text}-01" if text else None)


def day_of(text: str | None) -> date | None:
    """Return a day as it is kept; None when there is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def number_of(text: str | None) -> Decimal | None:
    """Return a number that is not below nought; None when there is none."""
    try:
        found = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() and found >= 0 else None
