"""Reading in a file of your own: in which steps, and how long an unfinished one is kept."""

from datetime import datetime, timedelta

from openlea.core.keuze import Keuze

BEWAARD = timedelta(days=14)
"""So long a file waits for who began to read it in; then it is thrown away."""


class Inleesvorm(Keuze):
    """How the file is built: as its publisher builds it, or in columns of one's own."""

    UITGEVER = "uitgever", "Zoals de uitgever het maakt"
    EIGEN = "eigen", "Met eigen kolommen"


class Inleesstap(Keuze):
    """What a person does next."""

    BLAD = "blad", "Blad en koppen"
    KOLOMMEN = "kolommen", "Kolommen"
    RIJEN = "rijen", "Rijen"
    KLAAR = "klaar", "Controleren"


STAPPEN = {
    Inleesvorm.UITGEVER: (Inleesstap.KLAAR,),
    Inleesvorm.EIGEN: tuple(Inleesstap),
}


def throws_away_on(begonnen: datetime) -> datetime:
    """Return when an unfinished one is thrown away."""
    return begonnen + BEWAARD


def next_step(vorm: Inleesvorm, *, koprij: int, gekoppeld: bool, fouten: bool) -> Inleesstap:
    """Return what is to be done first: heads, columns, rows with a fault, or looking it over."""
    if vorm is Inleesvorm.UITGEVER:
        return Inleesstap.KLAAR
    if not koprij:
        return Inleesstap.BLAD
    if not gekoppeld:
        return Inleesstap.KOLOMMEN
    return Inleesstap.RIJEN if fouten else Inleesstap.KLAAR
