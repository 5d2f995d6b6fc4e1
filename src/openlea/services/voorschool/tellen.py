"""Counts the voorschool over the deliveries of a day: see policy/voorschool.py for every name."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telrij, Telsoort, Telstaat
from openlea.policy import voorschool as maat
from openlea.policy.afscherming import SMALLEST
from openlea.policy.telscherm import screened, single, together
from openlea.policy.voorschool import Peuter, peuter_of
from openlea.policy.voorschool_uren import reaches_norm
from openlea.services.tellen.teller import Teller, Telopdracht
from openlea.services.voorschool.definities import Definitie, definition_on
from openlea.services.voorschool.groepen_tellen import count_groups
from openlea.services.voorschool.normen import Normen, norms_on
from openlea.services.voorschool.overdracht_tellen import count_handovers
from openlea.services.voorschool.wachten_tellen import count_waiting

REGISTRATIE = "doelgroepkinderen"
COLUMNS = (
    "geboortemaand",
    "pc4",
    "locatie",
    "groep",
    "indicatie",
    "indicatie_op",
    "stand",
    "start_op",
    "einde_op",
    "dagen_per_week",
    "uren_per_dag",
    "uren_per_week",
    "weken_per_jaar",
    "toeslag",
    "afgenomen_uren",
    "overdracht",
    "overdracht_reden",
    "school",
    "resultaat",
)
GEEN_DEFINITIE = (
    "Er is geen definitie van de doelgroep vastgelegd voor deze dag. Geteld is wie een indicatie "
    "heeft, van 2,5 tot 4 jaar."
)


def count_voorschool(opdracht: Telopdracht) -> Telstaat:
    """Return all counts over one day; rows in, protected numbers out."""
    day = date.fromisoformat(opdracht.periode)
    definitie, normen = definition_on(opdracht.werkruimte, day), norms_on(day)
    peuters = children_of(opdracht)
    groep = [one for one in peuters if one.in_doelgroep(day, definitie.vanaf)]
    reached = _reached(groep, day)
    return Telstaat(
        soort=Telsoort.VOORSCHOOL,
        periode=opdracht.periode,
        peildatum=opdracht.periode,
        methode=maat.METHODE,
        definitie=definitie.tekst,
        let_op=tuple(_caveats(peuters, groep, definitie, day)),
        rijen=together(
            reached,
            _by_hours(groep, day, definitie, normen) if _is_whole(reached) else (),
            _everybody(peuters, groep, day),
            count_waiting(groep, day),
            count_groups(peuters, day, definitie, _known(reached)),
            count_handovers([one for one in peuters if one.is_doelgroep], day),
            _coaching(peuters, day, definitie, normen) if _is_whole(reached) else (),
        ),
    )


TELLER = Teller(soort=Telsoort.VOORSCHOOL, hoofd=(REGISTRATIE,), erbij=(), tel=count_voorschool)


def children_of(opdracht: Telopdracht) -> list[Peuter]:
    """Return every child of the rows once; who is delivered twice counts as it was last."""
    rows = opdracht.of(REGISTRATIE, "pseudoniem", *COLUMNS)
    found = {
        row["pseudoniem"] or f"rij {place}": peuter_of(row)
        for place, row in enumerate(rows.iter_rows(named=True))
    }
    return [one for one in found.values() if one is not None]


def _reached(groep: Sequence[Peuter], day: date) -> tuple[Telrij, ...]:
    """Return where the doelgroep is, by postcode and by location."""
    return together(
        _by_area(groep, day, Gebied.PC4, [one.pc4 for one in groep]),
        _by_area(groep, day, Gebied.OPVANG, [one.locatie for one in groep]),
    )


def _by_area(
    groep: Sequence[Peuter], day: date, gebied: Gebied, codes: Sequence[str]
) -> tuple[Telrij, ...]:
    named = [code or maat.ZONDER_PLEK for code in codes]
    counts = Counter((code, str(one.stand_on(day))) for code, one in zip(named, groep, strict=True))
    areas = sorted(set(named))
    return screened(counts, areas, maat.STANDEN, gebied=gebied, totaal=maat.DOELGROEP)


def _known(rijen: Sequence[Telrij]) -> frozenset[str]:
    """Return the locations whose placed children may be shown."""
    return frozenset(
        one.code
        for one in rijen
        if one.gebied is Gebied.OPVANG
        and one.maat == maat.GEPLAATST
        and one.bereik is not None
        and one.bereik.precies is not None
    )


def _is_whole(rijen: Sequence[Telrij]) -> bool:
    """Say whether the number of all placed children is shown; else their parts may not be."""
    return any(
        one.maat == maat.GEPLAATST
        and one.gebied is Gebied.GEHEEL
        and one.bereik is not None
        and one.bereik.precies is not None
        for one in rijen
    )


def _everybody(peuters: Sequence[Peuter], groep: Sequence[Peuter], day: date) -> list[Telrij]:
    """Return all peuters, unless they are so few more than the doelgroep that it tells of them."""
    every = sum(one.months(day) < maat.OUDST for one in peuters)
    others = every - len(groep)
    return [] if 0 < others < SMALLEST else [single(maat.PEUTERS, every)]


def _by_hours(
    groep: Sequence[Peuter], day: date, definitie: Definitie, normen: Normen
) -> tuple[Telrij, ...]:
    """Return how many of the placed get their hours; of the whole alone, or it tells too much."""
    placed = [one for one in groep if one.stand_on(day) is maat.Stand.GEPLAATST]
    verdicts = (reaches_norm(one, definitie.vanaf, normen.uren) for one in placed)
    counts = Counter(("", f"uren_{verdict.value}") for verdict in verdicts)
    return only_whole(counts, maat.UREN, maat.GEPLAATST)


def only_whole(
    counts: Counter[tuple[str, str]], maten: Sequence[str], totaal: str
) -> tuple[Telrij, ...]:
    """Return kinds that are together a total, protected, without any area."""
    rows = screened(counts, [""], maten, gebied=Gebied.KLASSE, totaal=totaal)
    return tuple(one for one in rows if one.gebied is Gebied.GEHEEL)


def _coaching(
    peuters: Sequence[Peuter], day: date, definitie: Definitie, normen: Normen
) -> tuple[Telrij, ...]:
    """Return the doelgroep that went on 1 January, and the hours of coaching that it asks."""
    first = date(day.year, 1, 1)
    here = sum(
        one.in_doelgroep(first, definitie.vanaf) and one.is_present(first) for one in peuters
    )
    kinderen = single(maat.PBM_KINDEREN, here)
    known = kinderen.bereik or Bereik(0, 0)
    hours = Bereik(known.laag * normen.pbm, known.hoog * normen.pbm)
    return kinderen, Telrij(maat=maat.PBM_UREN, bereik=hours)


def _caveats(
    peuters: Sequence[Peuter], groep: Sequence[Peuter], definitie: Definitie, day: date
) -> list[str]:
    told = [] if definitie.tekst else [GEEN_DEFINITIE]
    if day != date(day.year, 1, 1):
        told.append(
            f"De uren van de beleidsmedewerker gaan over 1 januari {day.year}. Ze zijn geteld uit "
            f"deze aanlevering: wie al weg is en er niet meer in staat, ontbreekt."
        )
    if any(one.stand == "gestopt" for one in groep):
        told.append(
            "Wie stopte, staat bij 'niet bekend': waar die kinderen nu zijn, weten we niet."
        )
    if not any(one.groep for one in peuters):
        told.append("De aanlevering noemt geen groepen: de groepsmix is niet bekend.")
    return told
