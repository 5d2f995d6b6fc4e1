"""From which day to which day somebody must go to school: leerplicht and kwalificatieplicht."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from openlea.core.feestdagen import next_open_day
from openlea.core.keuze import Keuze
from openlea.core.termijn import AUGUSTUS, schooljaar_of
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "LPL-01"
KWALIFICATIE = "LPL-02"
DAY = timedelta(days=1)


class Schoolplicht(Keuze):
    """What holds for somebody on a day."""

    NOG_NIET = "nog niet leerplichtig", "nog niet leerplichtig"
    LEERPLICHTIG = "leerplichtig", "leerplichtig"
    KWALIFICATIEPLICHTIG = "kwalificatieplichtig", "kwalificatieplichtig"
    NIET = "niet leerplichtig", "niet leerplichtig of kwalificatieplichtig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeftijden:
    """The ages of the Leerplichtwet, and after how many school years the leerplicht ends."""

    begin: int
    einde: int
    schooljaren: int
    kwalificatie: int

    @classmethod
    def of(cls, wet: Wetsdag) -> Self:
        """Return the ages that hold on the day of this law."""
        return cls(
            begin=wet.geheel(PLICHT, "leeftijd_begin"),
            einde=wet.geheel(PLICHT, "leeftijd_eind"),
            schooljaren=wet.geheel(PLICHT, "schooljaren"),
            kwalificatie=wet.geheel(KWALIFICATIE, "leeftijd"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerling:
    """What must be known of somebody.

    `eerste_schooljaar` is the year in which the first full school year began; None when unknown.
    `startkwalificatie_op` is the day of the diploma. `uitgezonderd` says that the diploma or the
    profile of article 4a(2) takes the kwalificatieplicht away: praktijkonderwijs or vso.
    """

    geboren: date
    eerste_schooljaar: int | None = None
    startkwalificatie_op: date | None = None
    uitgezonderd: bool = False


def birthday(geboren: date, leeftijd: int) -> date:
    """Return the day on which an age is reached; born on 29 February is 1 March in other years."""
    try:
        return geboren.replace(year=geboren.year + leeftijd)
    except ValueError:
        return date(geboren.year + leeftijd, 3, 1)


def starts_on(geboren: date, leeftijden: Leeftijden) -> date:
    """Return the first day of leerplicht: the first school day of the month after the birthday.

    Saturdays, Sundays and general holidays are no school days; school holidays aren't known here.
    """
    month = birthday(geboren, leeftijden.begin)
    jaar, maand = divmod(month.year * 12 + month.month, 12)
    return next_open_day(date(jaar, maand + 1, 1))


def ends_on(leerling: Leerling, leeftijden: Leeftijden) -> date:
    """Return the last day of leerplicht: the 31 July that age or full school years bring first."""
    jaren = [schooljaar_of(birthday(leerling.geboren, leeftijden.einde)) + 1]
    if leerling.eerste_schooljaar is not None:
        jaren.append(leerling.eerste_schooljaar + leeftijden.schooljaren)
    return date(min(jaren), AUGUSTUS, 1) - DAY


def kwalificatie_ends_on(leerling: Leerling, leeftijden: Leeftijden) -> date | None:
    """Return the first day without kwalificatieplicht; None when it never begins.

    That is the birthday or the day of the diploma, whichever comes first.
    """
    begin = ends_on(leerling, leeftijden) + DAY
    days = [birthday(leerling.geboren, leeftijden.kwalificatie)]
    if leerling.startkwalificatie_op is not None:
        days.append(leerling.startkwalificatie_op)
    free = min(days)
    return None if leerling.uitgezonderd or free <= begin else free


def schoolplicht_on(leerling: Leerling, op: date, leeftijden: Leeftijden) -> Schoolplicht:
    """Return what holds for somebody on a day."""
    if op < starts_on(leerling.geboren, leeftijden):
        return Schoolplicht.NOG_NIET
    if op <= ends_on(leerling, leeftijden):
        return Schoolplicht.LEERPLICHTIG
    free = kwalificatie_ends_on(leerling, leeftijden)
    bound = free is not None and op < free
    return Schoolplicht.KWALIFICATIEPLICHTIG if bound else Schoolplicht.NIET
