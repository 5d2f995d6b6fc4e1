"""Which days the law names in a year, for whom, and in which words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from openlea.core.errors import BadInput, Fout
from openlea.core.kalender import Kalenderpunt
from openlea.core.partij import PartijSoort
from openlea.core.plicht import Aard, Houder, Plicht, Versie
from openlea.core.termijn import Moment, OmDe, PerJaar, Termijn, moments_in, stretch
from openlea.core.verplichting import TaakStaat, Verplichting
from openlea.policy.controlestand import judge_control
from openlea.policy.schrijfwijze import MAANDEN
from openlea.policy.termijntekst import say_when
from openlea.policy.verplichting import PARTIJSOORTEN

KINDS: Mapping[str, PartijSoort] = {
    **{str(kind): kind for kind in PartijSoort},
    "swv": PartijSoort.SWV,
}
"""What one may ask for by the kind of party: every holder that such a party answers for."""


def kalender_of(
    plichten: Iterable[Plicht],
    jaar: int,
    today: date,
    houders: Collection[Houder] | None = None,
) -> tuple[Kalenderpunt, ...]:
    """Return what the law names in a calendar year, soonest first; `houders` None is everybody.

    Days on which something is counted are in it too, and what one may do before a day. What policy
    asks isn't law and is left out, as is what holds at all times, at an event, or in a year that
    only a register of plans can tell.
    """
    found = (
        punt
        for plicht in plichten
        if plicht.aard is not Aard.BELEID
        for punt in _numbered(_points_of(plicht, jaar, today, houders))
    )
    return tuple(sorted(found, key=lambda one: (one.uiterlijk, one.vanaf or one.uiterlijk, one.id)))


def houders_named(naam: str) -> frozenset[Houder]:
    """Return the holders that a name means: one of them, or all that a kind of party answers for.

    'gemeente' is the college, the raad and all others there; BadInput for a name that is neither.
    """
    kind = KINDS.get(naam)
    found = {one for one, kinds in PARTIJSOORTEN.items() if kind in kinds}
    if found:
        return frozenset(found)
    if naam in list(Houder):
        return frozenset({Houder(naam)})
    known = sorted({*map(str, Houder), *(name for name in KINDS if _has_duties(name))})
    raise BadInput([Fout("", "houder", f"'{naam}' is geen houder. Wel: {', '.join(known)}.")])


def punt_of(
    verplichting: Verplichting, plicht: Plicht | None, today: date, partij: str, staat: TaakStaat
) -> Kalenderpunt:
    """Return an obligation of a partij as a point; without its duty it still has day and title."""
    bare = Kalenderpunt(
        id=verplichting.sleutel,
        plicht=verplichting.plicht,
        termijn=verplichting.termijn,
        nummer=verplichting.nummer,
        jaar=verplichting.jaar,
        titel=verplichting.titel,
        tekst=say_when(None, verplichting.vanaf, verplichting.uiterlijk, verplichting.jaar),
        uiterlijk=verplichting.uiterlijk,
        vanaf=verplichting.vanaf,
        over=verplichting.over,
        partij=partij,
        staat=staat,
    )
    versie = _held(plicht, verplichting.uiterlijk) if plicht else None
    if plicht is None or versie is None:
        return bare
    termijn = next((one for one in versie.termijnen if one.code == verplichting.termijn), None)
    return _with_law(bare, plicht, versie, termijn, today)


def _has_duties(naam: str) -> bool:
    return any(KINDS[naam] in kinds for kinds in PARTIJSOORTEN.values())


def _held(plicht: Plicht, op: date) -> Versie | None:
    return next((versie for versie in plicht.versies if versie.holds(op)), None)


def _points_of(
    plicht: Plicht, jaar: int, today: date, houders: Collection[Houder] | None
) -> Iterator[Kalenderpunt]:
    for versie in plicht.versies:
        for termijn in versie.termijnen:
            if houders is not None and not set(houders_of(plicht, termijn)) & set(houders):
                continue
            for moment in _moments(termijn, jaar):
                if versie.holds(moment.uiterlijk):
                    yield _point(plicht, versie, termijn, moment, today)


def houders_of(plicht: Plicht, termijn: Termijn | None) -> tuple[Houder, ...]:
    """Return who must meet a term: of a joint duty all of them, for each must be there."""
    own = termijn.houder if termijn else ""
    return (Houder(own),) if own else plicht.houders


def _moments(termijn: Termijn, jaar: int) -> tuple[Moment, ...]:
    """Return the moments of a year; of what is asked once in some years its day in this year."""
    regel = termijn.regel
    if isinstance(regel, OmDe):
        return moments_in(regel.jaarlijks, jaar) if regel.jaarlijks else ()
    return moments_in(regel, jaar)


def _point(
    plicht: Plicht, versie: Versie, termijn: Termijn, moment: Moment, today: date
) -> Kalenderpunt:
    bare = Kalenderpunt(
        id=f"{plicht.id}/{termijn.code}/{moment.nummer}/{moment.jaar}",
        plicht=plicht.id,
        termijn=termijn.code,
        nummer=moment.nummer,
        jaar=moment.jaar,
        titel=termijn.titel or plicht.titel,
        tekst="",
        uiterlijk=moment.uiterlijk,
        vanaf=moment.vanaf,
        over=stretch(termijn.over, moment.uiterlijk),
    )
    return _with_law(bare, plicht, versie, termijn, today)


def _with_law(
    bare: Kalenderpunt, plicht: Plicht, versie: Versie, termijn: Termijn | None, today: date
) -> Kalenderpunt:
    """Return a point with what the law of its last day says."""
    stand = judge_control(plicht, today)
    regel = termijn.regel if termijn else None
    return replace(
        bare,
        tekst=_in_words(termijn, bare) if termijn else bare.tekst,
        wat=versie.wat or plicht.wat,
        telling=bool(termijn and termijn.telling),
        dag_vrij=isinstance(regel, PerJaar),
        eens_per=regel.jaren if isinstance(regel, OmDe) else 1,
        aard=plicht.aard,
        veld=plicht.veld,
        houders=houders_of(plicht, termijn),
        voorwaarde=plicht.voorwaarde,
        grondslag=versie.grondslag,
        controle=stand.zin,
        twijfel=not stand.is_sure,
        zekerheid=str(stand.zekerheid),
        nagelezen_op=plicht.nagelezen_op,
    )


def _in_words(termijn: Termijn, punt: Kalenderpunt) -> str:
    if termijn.telling:
        return f"op {punt.uiterlijk.day} {MAANDEN[punt.uiterlijk.month - 1]}"
    words = say_when(termijn.regel, punt.vanaf, punt.uiterlijk, punt.jaar)
    if isinstance(termijn.regel, OmDe) and punt.staat is None:
        return f"{words}, minstens eens per {termijn.regel.jaren} jaar"
    return words


def _numbered(punten: Iterable[Kalenderpunt]) -> Iterator[Kalenderpunt]:
    """Yield the points of a duty, each with an id of its own.

    When the law moves a day within a year, the old and the new text may both name one in that year:
    the later of the two is the next of that year.
    """
    taken: set[str] = set()
    for punt in sorted(punten, key=lambda one: one.uiterlijk):
        one = punt
        while one.id in taken:
            nummer = one.nummer + 1
            naam = f"{one.plicht}/{one.termijn}/{nummer}/{one.jaar}"
            one = replace(one, nummer=nummer, id=naam)
        taken.add(one.id)
        yield one
