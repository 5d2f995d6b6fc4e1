"""Counts TLV's and arrangements over a schooljaar: see policy/toelating.py for every name.

Tables that share a total are protected apart, so a part is told only where that total is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_soorten
from openlea.core.catalogue import find_roots
from openlea.core.ondersteuning import Ondersteuningsgroep
from openlea.core.telling import Gebied, Telrij, Telsoort, Telstaat
from openlea.policy import toelating as maat
from openlea.policy.telscherm import screened, together
from openlea.policy.toelating import Tlvsoort, Toelating, said
from openlea.services.tellen.teller import Teller, Telopdracht

REGISTRATIE = "swv"
COLUMNS = (
    "soort",
    "ondersteuningsbehoefte",
    "aard",
    "start",
    "einde",
    "herkomst",
    "bestemming",
    "pc4",
    "opp_actueel",
    "hoorrecht",
    "aangemeld_op",
    "besluit_op",
    "verlengd",
)
OPEN_JAAR = "Dit schooljaar is nog bezig: wat is gestart en geëindigd loopt nog op."
AFZENDERS = "Geteld uit wat het samenwerkingsverband aanleverde: wie niets kreeg, staat er niet in."
HERNIEUWD = timedelta(days=62)
"""A decision that follows another within so many days continues it: that one didn't end."""


def count_passend(opdracht: Telopdracht) -> Telstaat:
    """Return all counts over one schooljaar; rows in, protected numbers out."""
    peil = min(end_of(opdracht.periode), opdracht.vandaag)
    open_year = opdracht.vandaag <= end_of(opdracht.periode)
    return Telstaat(
        soort=Telsoort.PASSEND,
        periode=opdracht.periode,
        peildatum=peil.isoformat(),
        methode=maat.METHODE,
        let_op=(AFZENDERS, *((OPEN_JAAR,) if open_year else ())),
        rijen=count_toelatingen(toelatingen_of(opdracht), opdracht.periode, peil),
    )


def count_toelatingen(every: Sequence[Toelating], periode: str, peil: date) -> tuple[Telrij, ...]:
    """Return every number over the decisions of a schooljaar, protected."""
    first = date(int(periode[:4]), 8, 1)
    running = _running(every, peil)
    began = [one for one in every if first <= one.start <= peil]
    need, runs = _need(running), _by_kind(running, maat.LOPEND_EERSTE, maat.LOPEND_HER, maat.LOPEND)
    starts = _by_kind(began, maat.NIEUW, maat.HERINDICATIE, maat.GESTART)
    hears = (
        ([said(one.opp, maat.OPP) for one in running], maat.OPP),
        ([said(one.hoor, maat.HOOR) for one in running], maat.HOOR),
    )
    came = [f"herkomst_{one.herkomst}" for one in began if one.is_nieuw]
    return together(
        need,
        _kinds(need, running),
        runs,
        starts,
        *(_parts(runs, maat.LOPEND, told, names) for told, names in hears),
        _parts(starts, maat.NIEUW, came, [f"herkomst_{one}" for one in maat.HERKOMSTEN]),
        _ended(every, first, peil),
        _terms([one for one in every if one.besluit_op and first <= one.besluit_op <= peil]),
    )


def toelatingen_of(opdracht: Telopdracht) -> list[Toelating]:
    """Return the decisions of the rows; a row that is none is left out."""
    rows = opdracht.of(REGISTRATIE, "pseudoniem", *COLUMNS).iter_rows(named=True)
    found = (Toelating.of(row, row["pseudoniem"] or f"rij {n}") for n, row in enumerate(rows))
    return [one for one in found if one is not None]


def end_of(periode: str) -> date:
    """Return the last day of a schooljaar."""
    return date(int(periode[5:]), 7, 31)


def _running(every: Iterable[Toelating], peil: date) -> list[Toelating]:
    """Return what runs, of each pupil the one that began last."""
    kept: dict[str, Toelating] = {}
    for one in sorted(every, key=lambda one: (one.start, one.soort)):
        if one.runs_on(peil):
            kept[one.leerling] = one
    return list(kept.values())


def _groups() -> Mapping[str, str]:
    soorten = open_soorten(find_roots(settings.CATALOGUE))
    return {naam: f"groep_{one.groep}" for naam, one in soorten.items()}


def _need(running: Sequence[Toelating]) -> tuple[Telrij, ...]:
    groups = _groups()
    told = Counter((one.pc4, groups.get(one.behoefte, maat.GROEP_ONBEKEND)) for one in running)
    areas = sorted({one.pc4 for one in running} | {maat.ZONDER_POSTCODE})
    names = [*(f"groep_{one}" for one in Ondersteuningsgroep), maat.GROEP_ONBEKEND]
    return screened(told, areas, names, gebied=Gebied.PC4, totaal=maat.BEHOEFTE)


def _kinds(need: Sequence[Telrij], running: Sequence[Toelating]) -> tuple[Telrij, ...]:
    """Return the kinds within each group, told only where the group is."""
    found: list[Telrij] = []
    groups = _groups()
    for groep in dict.fromkeys(groups.values()):
        kinds = [f"behoefte_{one}" for one, its in groups.items() if its == groep]
        told = [f"behoefte_{one.behoefte}" for one in running if groups.get(one.behoefte) == groep]
        found += _parts(need, groep, told, kinds)
    return tuple(found)


def _by_kind(some: Sequence[Toelating], first: str, again: str, totaal: str) -> tuple[Telrij, ...]:
    told = Counter((str(one.soort), first if one.is_nieuw else again) for one in some)
    kinds = [str(one) for one in Tlvsoort]
    return screened(told, kinds, (first, again), gebied=Gebied.KLASSE, totaal=totaal)


def _ended(every: Sequence[Toelating], first: date, peil: date) -> tuple[Telrij, ...]:
    starts: dict[str, list[date]] = {}
    for one in every:
        starts.setdefault(one.leerling, []).append(one.start)
    gone = Counter(
        (str(one.soort), one.naar)
        for one in every
        if one.einde
        and first <= one.einde <= peil
        and not any(one.einde - HERNIEUWD < day <= one.einde + HERNIEUWD and day > one.start
                    for day in starts[one.leerling])
    )  # fmt: skip
    names = (maat.TERUG, maat.ELDERS, maat.ANDERS)
    kinds = [str(one) for one in Tlvsoort]
    return screened(gone, kinds, names, gebied=Gebied.KLASSE, totaal=maat.GEEINDIGD)


def _terms(decided: Sequence[Toelating]) -> tuple[Telrij, ...]:
    areas = ("verlengd", "niet_verlengd")
    told = Counter((areas[0] if one.is_verlengd else areas[1], one.klasse) for one in decided)
    return screened(told, areas, maat.KLASSEN, gebied=Gebied.KLASSE, totaal=maat.BESLUITEN)


def _parts(
    shown: Sequence[Telrij], totaal: str, told: Sequence[str], kinds: Sequence[str]
) -> tuple[Telrij, ...]:
    """Return the parts of a total that stands elsewhere; unknown where that total is hidden."""
    rows = screened(
        Counter(("alle", one) for one in told),
        ("alle",),
        kinds,
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


TELLER = Teller(soort=Telsoort.PASSEND, hoofd=(REGISTRATIE,), erbij=(), tel=count_passend)
