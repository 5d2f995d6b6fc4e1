"""Counts leerplicht over a schooljaar: see policy/verzuim.py for every name.

Tables that share a total are protected apart, so a part is told only where that total is.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from statistics import median

import polars as pl

from openlea.core.telling import TOTAAL, Gebied, Telrij, Telsoort, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.telscherm import measured, screened, single, together
from openlea.policy.thuiszitter import Thuiszitter, find_thuiszitters, is_thuiszitter
from openlea.policy.verzuim import Verzuimzaak, Zaaksoort, must_report, zaak_of
from openlea.services.leerplicht.jongeren import DOORSTROOMPUNT, count_jongeren
from openlea.services.tellen.teller import Teller, Telopdracht

REGISTRATIE = "leerplicht"
COLUMNS = (
    "soort",
    "gemeld_op",
    "begin",
    "eerste_actie_op",
    "einde",
    "school",
    "sanctie",
    "terugkeer",
    *(f"uren_lesweek_{n}" for n in range(1, maat.LESWEKEN + 1)),
)
OPEN_JAAR = "Dit schooljaar is nog bezig: de getallen lopen nog op."


def count_leerplicht(opdracht: Telopdracht) -> Telstaat:
    """Return all counts over one schooljaar; rows in, protected numbers out."""
    peil = peil_of(opdracht.periode, opdracht.vandaag)
    zaken = [one for one in zaken_of(opdracht) if one.begin <= peil]
    return Telstaat(
        soort=Telsoort.LEERPLICHT,
        periode=opdracht.periode,
        peildatum=peil.isoformat(),
        methode=maat.METHODE,
        let_op=(OPEN_JAAR,) if opdracht.vandaag <= end_of(opdracht.periode) else (),
        rijen=count_zaken(zaken, opdracht.periode, peil)
        + count_jongeren(opdracht.rijen.get(DOORSTROOMPUNT, pl.DataFrame()), peil),
    )


def count_zaken(zaken: Sequence[Verzuimzaak], periode: str, peil: date) -> tuple[Telrij, ...]:
    """Return every number over the cases of a schooljaar, protected."""
    gemeld = [one for one in zaken if one.soort in maat.GEMELD]
    schools, home = _by_school(gemeld), _at_home(find_thuiszitters(zaken, peil))
    return together(
        schools,
        home,
        _parts(
            schools, maat.MELDINGEN, [str(one.actietijd) for one in gemeld], list(maat.Actietijd)
        ),
        _hours(schools, gemeld),
        _returned(home, find_thuiszitters(zaken, peil)),
        _exempt(zaken, periode),
        [
            _days(gemeld),
            single(str(Zaaksoort.GEOORLOOFD), _persons(zaken, Zaaksoort.GEOORLOOFD)),
            single(maat.KORT_VERZUIM, _short(zaken, peil)),
        ],
        _sanctions(zaken),
    )


def zaken_of(opdracht: Telopdracht) -> list[Verzuimzaak]:
    """Return the cases of the rows; a row that is not a case is left out."""
    rows = opdracht.of(REGISTRATIE, "pseudoniem", *COLUMNS).iter_rows(named=True)
    found = (zaak_of(row, row["pseudoniem"] or f"rij {n}") for n, row in enumerate(rows))
    return [one for one in found if one is not None]


def end_of(periode: str) -> date:
    """Return the last day of a schooljaar."""
    return date(int(periode[5:]), 7, 31)


def peil_of(periode: str, vandaag: date) -> date:
    """Return until which day is counted: the end of the schooljaar, or today within it."""
    return min(end_of(periode), vandaag)


def _by_school(gemeld: Sequence[Verzuimzaak]) -> tuple[Telrij, ...]:
    named = [(one.school or maat.ZONDER_SCHOOL, str(one.soort)) for one in gemeld]
    schools = sorted({school for school, _ in named} | {maat.ZONDER_SCHOOL})
    kinds = [str(one) for one in maat.GEMELD]
    return screened(Counter(named), schools, kinds, gebied=Gebied.SCHOOL, totaal=maat.MELDINGEN)


def _at_home(found: Sequence[Thuiszitter]) -> tuple[Telrij, ...]:
    """Return thuiszitters by group and by how long; the groups are numbers of the whole too."""
    counts = Counter((str(one.soort), maat.LANGER if one.lang else maat.KORTER) for one in found)
    groups = [str(Zaaksoort.ABSOLUUT), str(Zaaksoort.LANGDURIG_RELATIEF)]
    rows = screened(
        counts,
        groups,
        (maat.KORTER, maat.LANGER),
        gebied=Gebied.KLASSE,
        totaal=maat.THUISZITTERS,
    )
    whole = [
        replace(one, maat=one.code, gebied=Gebied.GEHEEL, code=TOTAAL)
        for one in rows
        if one.gebied is Gebied.KLASSE and one.maat == maat.THUISZITTERS
    ]
    return (*rows, *whole)


def _parts(
    shown: Sequence[Telrij], totaal: str, told: Sequence[str], kinds: Collection[str]
) -> tuple[Telrij, ...]:
    """Return the parts of a total that stands elsewhere; unknown where that total is hidden."""
    names = [str(one) for one in kinds]
    rows = screened(
        Counter(("alle", one) for one in told),
        ("alle",),
        names,
        gebied=Gebied.KLASSE,
        totaal=totaal,
    )
    whole = [one for one in rows if one.gebied is Gebied.GEHEEL and one.maat != totaal]
    hidden = _is_hidden(shown, totaal) or _is_hidden(rows, totaal)
    return tuple(replace(one, bereik=None) if hidden else one for one in whole)


def _is_hidden(rows: Sequence[Telrij], name: str) -> bool:
    return any(
        one.bereik is None or one.bereik.precies is None
        for one in rows
        if one.maat == name and one.gebied is Gebied.GEHEEL
    )


def _hours(schools: Sequence[Telrij], gemeld: Sequence[Verzuimzaak]) -> tuple[Telrij, ...]:
    """Return of the reports of 16 hours whether the hours that were given reach it."""
    told = [
        maat.UREN_ONBEKEND
        if len(one.uren) < maat.LESWEKEN
        else (maat.NORM_GEHAALD if must_report(one.uren) else maat.NORM_NIET)
        for one in gemeld
        if one.soort is Zaaksoort.RELATIEF_16UUR
    ]
    kinds = (maat.NORM_GEHAALD, maat.NORM_NIET, maat.UREN_ONBEKEND)
    return _parts(schools, str(Zaaksoort.RELATIEF_16UUR), told, kinds)


def _returned(home: Sequence[Telrij], found: Sequence[Thuiszitter]) -> tuple[Telrij, ...]:
    told = [maat.TERUG if one.terug else maat.NIET_TERUG for one in found]
    return _parts(home, maat.THUISZITTERS, told, (maat.TERUG, maat.NIET_TERUG))


def _exempt(zaken: Sequence[Verzuimzaak], periode: str) -> tuple[Telrij, ...]:
    """Return exemptions on 1 October and over the year, by kind; 11 under g in its own table."""
    peil = date(int(periode[:4]), 10, 1)
    start, end = date(int(periode[:4]), 8, 1), end_of(periode)
    running = [one for one in zaken if one.begin <= end and (one.einde or end) >= start]
    own = _exempt_table(running, peil, maat.VRIJGESTELD, maat.VRIJSTELLINGEN)
    days = _exempt_table(running, peil, (Zaaksoort.VRIJSTELLING_11G,), "vrijstellingen_11g")
    return (*own, *days)


def _exempt_table(
    zaken: Sequence[Verzuimzaak], peil: date, soorten: Sequence[Zaaksoort], totaal: str
) -> tuple[Telrij, ...]:
    """Return persons by kind; who has one twice counts once, on 1 October if it ran then."""
    held: dict[tuple[str, str], str] = {}
    for one in zaken:
        if one.soort in soorten:
            on = one.begin <= peil and (one.einde is None or one.einde >= peil)
            key = (one.persoon, str(one.soort))
            held[key] = maat.STAND if on else held.get(key, maat.STROOM)
    counts = Counter((moment, soort) for (_, soort), moment in held.items())
    kinds = [str(one) for one in soorten]
    areas = (maat.STAND, maat.STROOM)
    return screened(counts, areas, kinds, gebied=Gebied.KLASSE, totaal=totaal)


def _days(gemeld: Sequence[Verzuimzaak]) -> Telrij:
    known = [one.wachttijd for one in gemeld if one.wachttijd is not None]
    return measured(maat.DAGEN, float(median(known)) if known else None, len(known))


def _persons(zaken: Sequence[Verzuimzaak], soort: Zaaksoort) -> int:
    return len({one.persoon for one in zaken if one.soort is soort})


def _short(zaken: Sequence[Verzuimzaak], peil: date) -> int:
    """Return how many persons were reported as long absent but came back within four weeks."""
    long = [one for one in zaken if one.soort is Zaaksoort.LANGDURIG_RELATIEF]
    home = {one.persoon for one in long if is_thuiszitter(one, peil)}
    return len({one.persoon for one in long} - home)


def _sanctions(zaken: Sequence[Verzuimzaak]) -> list[Telrij]:
    """Return each by itself: of all cases together no total is told that they are part of."""
    counts = Counter(one.sanctie for one in zaken)
    return [single(str(one), counts[one]) for one in maat.SANCTIES]


TELLER = Teller(
    soort=Telsoort.LEERPLICHT, hoofd=(REGISTRATIE,), erbij=(DOORSTROOMPUNT,), tel=count_leerplicht
)
