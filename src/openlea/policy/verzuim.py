"""Unlawful absence: what a registration says of a case, and when a school must report it.

The names of what is counted are here too: the contract between count, pages and indicators.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze

METHODE = "leerplicht 1"
NORM_UREN, LESWEKEN = 16, 4
"""Hours of lessons or practice in consecutive lesweken from which a school reports (LPW 21a)."""


class Zaaksoort(Keuze):
    """What a case of the leerplichtadministratie is about."""

    ABSOLUUT = "absoluut", "Absoluut verzuim"
    RELATIEF_16UUR = "relatief_16uur", "Verzuim van 16 uur of meer"
    LANGDURIG_RELATIEF = "langdurig_relatief", "Langdurig relatief verzuim"
    LUXE = "luxe", "Luxeverzuim"
    OVERIG = "overig", "Overig verzuim"
    GEOORLOOFD = "geoorloofd", "Langdurig geoorloofd verzuim"
    VRIJSTELLING_5A = "vrijstelling_5a", "Vrijstelling 5 onder a: niet geschikt"
    VRIJSTELLING_5B = "vrijstelling_5b", "Vrijstelling 5 onder b: richting van de school"
    VRIJSTELLING_5C = "vrijstelling_5c", "Vrijstelling 5 onder c: school in het buitenland"
    VRIJSTELLING_11G = "vrijstelling_11g", "Vrijstelling 11 onder g: gewichtige omstandigheden"


GEMELD = (Zaaksoort.RELATIEF_16UUR, Zaaksoort.LUXE, Zaaksoort.OVERIG)
"""Reported absence that may be told per school; who is long at home is told of the whole alone."""
VRIJGESTELD = (Zaaksoort.VRIJSTELLING_5A, Zaaksoort.VRIJSTELLING_5B, Zaaksoort.VRIJSTELLING_5C)
"""Of the whole leerplicht (LPW 5). Article 11 under g is of single days, and counted apart."""


class Sanctie(Keuze):
    """How a case was enforced."""

    PROCES_VERBAAL = "proces_verbaal", "Proces-verbaal"
    HALT = "halt", "Verwijzing naar Halt"
    WAARSCHUWING = "waarschuwing", "Waarschuwing"
    GEEN = "geen", "Geen"


SANCTIES = (Sanctie.PROCES_VERBAAL, Sanctie.HALT, Sanctie.WAARSCHUWING)


class Actietijd(Keuze):
    """How long after the report the first action came, in calendar days."""

    BINNEN_7 = "actie_binnen_7", "Binnen 7 dagen"
    TOT_14 = "actie_8_14", "Na 8 tot en met 14 dagen"
    LATER = "actie_later", "Na meer dan 14 dagen"
    GEEN = "actie_geen", "Nog geen actie vastgelegd"


MELDINGEN = "meldingen"
"""Reports of 16 uur, luxe and overig together: by school and of the whole."""
THUISZITTERS = "thuiszitters"
LANGER, KORTER = "langer_dan_3_maanden", "tot_3_maanden"
VRIJSTELLINGEN = "vrijstellingen"
"""5a, 5b and 5c together, over the whole year; by Gebied.KLASSE 'stand' what held on 1 October."""
STAND, STROOM = "stand_1_oktober", "rest_van_het_jaar"
KORT_VERZUIM = "langdurig_tot_4_weken"
TERUG, NIET_TERUG = "terug_naar_school", "niet_terug"
DAGEN = "dagen_tot_actie"
NORM_GEHAALD, NORM_NIET, UREN_ONBEKEND = "norm_16_gehaald", "norm_16_niet", "norm_16_onbekend"
ZONDER_SCHOOL = "geen school bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimzaak:
    """One case as it was kept; `uren` are of the lesweken that were given, oldest first."""

    persoon: str
    soort: Zaaksoort
    begin: date
    einde: date | None = None
    gemeld_op: date | None = None
    eerste_actie_op: date | None = None
    school: str = ""
    sanctie: Sanctie = Sanctie.GEEN
    terug: bool | None = None
    uren: tuple[float, ...] = ()

    @property
    def wachttijd(self) -> int | None:
        """Return the days from report to first action; None when one of them isn't known."""
        if self.gemeld_op is None or self.eerste_actie_op is None:
            return None
        days = (self.eerste_actie_op - self.gemeld_op).days
        return days if days >= 0 else None

    @property
    def actietijd(self) -> Actietijd:
        """Return in which class the time to the first action falls."""
        days = self.wachttijd
        if days is None:
            return Actietijd.GEEN
        if days <= 7:  # noqa: PLR2004 - the class is called after it
            return Actietijd.BINNEN_7
        return Actietijd.TOT_14 if days <= 14 else Actietijd.LATER  # noqa: PLR2004 - idem


def must_report(uren_per_lesweek: Sequence[float]) -> bool:
    """Say whether absence reaches 16 hours in four consecutive lesweken (LPW 21a).

    Only weeks with lessons are given, in order: a holiday is no lesweek, so it isn't among them.
    """
    starts = range(max(1, len(uren_per_lesweek) - LESWEKEN + 1))
    return any(sum(uren_per_lesweek[n : n + LESWEKEN]) >= NORM_UREN for n in starts)


def zaak_of(row: Mapping[str, str | None], persoon: str) -> Verzuimzaak | None:
    """Return the case that a kept row is; None without a kind, or without any day at all."""
    soort = row.get("soort")
    begin = _day(row.get("begin")) or _day(row.get("gemeld_op"))
    if soort not in set(Zaaksoort) or begin is None:
        return None
    sanctie = row.get("sanctie")
    terug = row.get("terugkeer")
    return Verzuimzaak(
        persoon=persoon,
        soort=Zaaksoort(soort),
        begin=begin,
        einde=_day(row.get("einde")),
        gemeld_op=_day(row.get("gemeld_op")),
        eerste_actie_op=_day(row.get("eerste_actie_op")),
        school=row.get("school") or "",
        sanctie=Sanctie(sanctie) if sanctie in set(Sanctie) else Sanctie.GEEN,
        terug=None if terug is None else terug == "ja",
        uren=tuple(_hours(row)),
    )


def _hours(row: Mapping[str, str | None]) -> list[float]:
    told = (row.get(f"uren_lesweek_{n}") for n in range(1, LESWEKEN + 1))
    return [float(one.replace(",", ".")) for one in told if one]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
