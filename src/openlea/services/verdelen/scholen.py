"""Makes of what is public of schools a table to divide by; what is hidden is told and asked."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.schrijfwijze import count, day
from openlea.services.verdelen.tabel import Tabel
from openlea.services.verdelen.tabel_bewaren import Kolombron
from openlea.storage.records.models import Partij
from openlea.storage.warehouse.schoolkenmerken import (
    LEERLINGEN,
    RESULTATEN,
    SCORES,
    WEGING,
    Schoolkenmerk,
    Schoolkenmerken,
)

KOPPEN = (
    *("school", "vestiging", "soort", "bestuursnummer", "bestuur", "leerlingen"),
    *("leerlingen_ten_minste", "kleuters", "schoolweging", "aandeel_1f", "aandeel_1s2f"),
    "achterstandsscore",
)
DUO, INSPECTIE = "DUO, leerlingen po per vestiging en leeftijd", "Inspectie van het Onderwijs"
GEEN_SCORES = "Leeg: deze tabel is niet ingelezen. Lees haar in bij Bronnen, of vul de scores in."
VRAAG = "Vraag de school om het aantal en vul het in."


def gemeente_table(
    werkruimte: int, kenmerken: Schoolkenmerken
) -> tuple[Tabel, tuple[Kolombron, ...]]:
    """Return the table of schools and where each column is from; an unknown number is empty."""
    boards = _boards(werkruimte)
    twice = Counter(one.naam.casefold() for one in kenmerken.scholen)
    rijen = tuple(
        (regel, _row(one, boards, doubled=twice[one.naam.casefold()] > 1))
        for regel, one in enumerate(kenmerken.scholen, start=2)
    )
    return Tabel("scholen van de gemeente", KOPPEN, rijen, werkmap=True), _sources(kenmerken)


def _boards(werkruimte: int) -> dict[str, str]:
    """Return the names of the school boards that are a partij here, by their number."""
    begin = f"{PlaceKind.BESTUUR}:"
    found = Partij.objects.of(werkruimte).filter(plaats__startswith=begin)
    return {one.plaats.removeprefix(begin): one.naam for one in found}


def _row(one: Schoolkenmerk, boards: dict[str, str], *, doubled: bool) -> tuple[str, ...]:
    return (
        f"{one.naam} ({one.vestiging})" if doubled else one.naam,
        one.vestiging,
        one.soort,
        one.bestuur,
        boards.get(one.bestuur, ""),
        _exact(one.leerlingen),
        f"{one.leerlingen.laag:.0f}",
        _exact(one.kleuters),
        *(_number(each) for each in (one.weging, one.aandeel_1f, one.aandeel_1s2f, one.score)),
    )


def _exact(bereik: Bereik) -> str:
    return "" if bereik.precies is None else f"{bereik.precies:.0f}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _sources(found: Schoolkenmerken) -> tuple[Kolombron, ...]:
    scholen, peil = found.scholen, found.peil
    versies = {bron: f"tabel {bron}, versie {versie}" for bron, versie in found.versies.items()}
    counted = {
        "peil": _day(peil.get(LEERLINGEN, "")),
        "bron": f"{DUO} ({versies.get(LEERLINGEN, '')})",
    }
    plain = [Kolombron(kolom=kolom, **counted) for kolom in KOPPEN[:4]]
    hidden = sum(one.leerlingen.precies is None for one in scholen)
    young = sum(one.kleuters.precies is None for one in scholen)
    return (
        *plain,
        Kolombron(kolom="bestuur", bron="Partijen van deze agenda", let_op=_unnamed(scholen)),
        Kolombron(kolom="leerlingen", **counted, let_op=_asked(hidden)),
        Kolombron(kolom="leerlingen_ten_minste", **counted, let_op=_least(hidden)),
        Kolombron(kolom="kleuters", **counted, let_op=f"4 en 5 jaar. {_asked(young)}".strip()),
        _weight(found, versies),
        *_results(found, versies),
        _scores(found, versies),
    )


def _day(peil: str) -> str:
    """Return a day of counting in words; an edition that is no day stays as it is."""
    try:
        return day(date.fromisoformat(peil))
    except ValueError:
        return peil


def _unnamed(scholen: Sequence[Schoolkenmerk]) -> str:
    return "Leeg waar het bestuur geen partij van de agenda is." if scholen else ""


def _asked(hidden: int) -> str:
    if not hidden:
        return ""
    scholen = count(hidden, "school", "scholen")
    return f"Leeg bij {scholen}: kleine aantallen zijn afgeschermd. {VRAAG}"


def _least(hidden: int) -> str:
    scholen = count(hidden, "school", "scholen")
    return f"Bij {scholen} kunnen het er enkele meer zijn (afgeschermd)." if hidden else ""


def _weight(found: Schoolkenmerken, versies: dict[str, str]) -> Kolombron:
    missing = sum(one.weging is None for one in found.scholen)
    return Kolombron(
        kolom="schoolweging",
        bron=f"{INSPECTIE}, gemiddelde van drie jaren ({versies.get(WEGING, 'niet ingelezen')})",
        peil=found.peil.get(WEGING, "").removeprefix("driejaars "),
        let_op=_missing(missing, len(found.scholen)),
    )


def _results(found: Schoolkenmerken, versies: dict[str, str]) -> tuple[Kolombron, ...]:
    told = {"aandeel_1f": "1F", "aandeel_1s2f": "1S/2F"}
    return tuple(
        Kolombron(
            kolom=kolom,
            bron=f"{INSPECTIE}, leerresultaten: procent dat {niveau} haalt, over drie jaren "
            f"({versies.get(RESULTATEN, 'niet ingelezen')})",
            peil=found.peil.get(RESULTATEN, ""),
            let_op=_missing(
                sum(getattr(one, kolom) is None for one in found.scholen), len(found.scholen)
            ),
        )
        for kolom, niveau in told.items()
    )


def _scores(found: Schoolkenmerken, versies: dict[str, str]) -> Kolombron:
    missing = sum(one.score is None for one in found.scholen)
    return Kolombron(
        kolom="achterstandsscore",
        bron="CBS, achterstandsscores per school, met drempel "
        f"({versies.get(SCORES, 'niet ingelezen')})",
        peil=found.peil.get(SCORES, ""),
        let_op=_missing(missing, len(found.scholen)) if found.peil.get(SCORES) else GEEN_SCORES,
    )


def _missing(missing: int, every: int) -> str:
    if not missing:
        return ""
    return f"Leeg bij {missing} van {every}: de bron noemt deze scholen niet. {VRAAG}"
