"""The Doelen-Inspanningen-Netwerk read whole: its nodes and links, in sentences, and its faults."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openlea.core.agenda import Agenda, Speerpunt
from openlea.core.errors import Fout
from openlea.core.keuze import Keuze
from openlea.core.netwerk import Teken, Verband, Zekerheid
from openlea.policy.meetbaarheid import Meetbaar, measurability


class KnoopSoort(Keuze):
    """What a node of the network is."""

    DOEL = "doel", "Doel"
    INDICATOR = "indicator", "Indicator"
    SPEERPUNT = "speerpunt", "Speerpunt"
    ACTIE = "actie", "Actie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoop:
    """A node; `toelichting` is its kind of indicator and what it misses, in Dutch."""

    code: str
    naam: str
    soort: KnoopSoort
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graaf:
    """What is drawn and listed: every node, and every link whose two ends exist."""

    knopen: tuple[Knoop, ...]
    verbanden: tuple[Verband, ...]


def all_knopen(agenda: Agenda) -> Mapping[str, Knoop]:
    """Return every node that a link may name, by code; the first of a double code counts."""
    netwerk, meetbaar = agenda.netwerk, measurability(agenda).indicatoren
    each = [
        *(Knoop(code=one.code, naam=one.naam, soort=KnoopSoort.DOEL) for one in netwerk.doelen),
        *_indicatoren(agenda, meetbaar),
        *(
            Knoop(code=one.code, naam=one.naam, soort=KnoopSoort.SPEERPUNT)
            for one in agenda.speerpunten
        ),
        *(Knoop(code=one.code, naam=one.naam, soort=KnoopSoort.ACTIE) for one in agenda.acties),
    ]
    known: dict[str, Knoop] = {}
    for knoop in each:
        known.setdefault(knoop.code, knoop)
    return known


def _indicatoren(agenda: Agenda, meetbaar: tuple[Meetbaar, ...]) -> Iterator[Knoop]:
    for one, verdict in zip(agenda.netwerk.indicatoren, meetbaar, strict=True):
        missing = [f"geen {deel.label}" for deel in verdict.ontbreekt]
        yield Knoop(
            code=one.code,
            naam=one.naam,
            soort=KnoopSoort.INDICATOR,
            toelichting=", ".join([one.soort.label, *missing]),
        )


def graph(agenda: Agenda) -> Graaf:
    """Return goals, indicators, speerpunten and linked actions, with the links between them.

    An action that a link names is drawn as part of its speerpunt, unless a link says so already.
    """
    known = all_knopen(agenda)
    links = tuple(one for one in agenda.netwerk.verbanden if one.van in known and one.naar in known)
    named = {code for link in links for code in (link.van, link.naar)}
    said = {frozenset((link.van, link.naar)) for link in links}
    parts = tuple(
        part for part in _parts(agenda.speerpunten, named) if {part.van, part.naar} not in said
    )
    shown = (
        knoop
        for knoop in known.values()
        if knoop.soort is not KnoopSoort.ACTIE or knoop.code in named
    )
    return Graaf(knopen=tuple(shown), verbanden=links + parts)


def _parts(speerpunten: tuple[Speerpunt, ...], named: set[str]) -> Iterator[Verband]:
    for punt in speerpunten:
        for actie in punt.acties:
            if actie.code in named:
                yield Verband(van=actie.code, naar=punt.code, teken=Teken.DEEL_VAN)


_VERBS = {
    Teken.VERHOOGT: "verhoogt",
    Teken.VERLAAGT: "verlaagt",
    Teken.DEEL_VAN: "is deel van",
    Teken.MEET: "meet",
}


def titled(code: str, naam: str) -> str:
    """Return code and name; a code that is itself a word of the name is left out.

    >>> titled("1B3", "Bereik peuters"), titled("BUURTEN", "Sterke buurten")
    ('1B3 Bereik peuters', 'Sterke buurten')
    """
    return naam if code.isalpha() and code.casefold() in naam.casefold() else f"{code} {naam}"


def name_of(knoop: Knoop) -> str:
    """Return how a node is named in a sentence."""
    return titled(knoop.code, knoop.naam)


def sentence(verband: Verband, knopen: Mapping[str, Knoop]) -> str:
    """Return a link as a sentence, such as 'Actie 1B3 … verhoogt indicator DIN1 …'."""
    van, naar = knopen[verband.van], knopen[verband.naar]
    text = f"{van.soort.label} {name_of(van)} {_VERBS[verband.teken]} "
    text += f"{naar.soort.label.lower()} {name_of(naar)}"
    if verband.teken in (Teken.VERHOOGT, Teken.VERLAAGT):
        text += f" (zekerheid: {verband.zekerheid.label.lower()})"
    return f"{text}."


def sentences(graaf: Graaf) -> tuple[str, ...]:
    """Return the network as a list that says the same as its drawing: links, then loose nodes."""
    knopen = {knoop.code: knoop for knoop in graaf.knopen}
    linked = {code for link in graaf.verbanden for code in (link.van, link.naar)}
    loose = [
        f"{knoop.soort.label} {name_of(knoop)} heeft geen verband."
        for knoop in graaf.knopen
        if knoop.code not in linked
    ]
    return (*(sentence(link, knopen) for link in graaf.verbanden), *loose)


def check_netwerk(agenda: Agenda) -> tuple[Fout, ...]:
    """Return what is wrong with the links: unknown ends, to itself, double, or both signs."""
    known = all_knopen(agenda)
    seen = Counter((one.van, one.naar, one.teken) for one in agenda.netwerk.verbanden)
    fouten = [
        Fout("Netwerk", f"{one.van} naar {one.naar}", reden)
        for one in agenda.netwerk.verbanden
        for reden in _faults(one, known)
    ]
    for (van, naar, teken), times in seen.items():
        place = f"{van} naar {naar}"
        if times > 1:
            fouten.append(Fout("Netwerk", place, f"Dit verband staat er {times} keer."))
        if teken is Teken.VERHOOGT and (van, naar, Teken.VERLAAGT) in seen:
            fouten.append(Fout("Netwerk", place, "Kies: verhoogt of verlaagt, niet allebei."))
    return tuple(fouten)


def _faults(verband: Verband, known: Mapping[str, Knoop]) -> Iterator[str]:
    for code in dict.fromkeys((verband.van, verband.naar)):
        if code not in known:
            yield f"{code} bestaat niet in deze agenda."
    if verband.van == verband.naar:
        yield "Een verband loopt tussen twee verschillende dingen."


def unsure(graaf: Graaf) -> tuple[Verband, ...]:
    """Return the links whose confidence nobody wrote down."""
    effects = (Teken.VERHOOGT, Teken.VERLAAGT)
    return tuple(
        link
        for link in graaf.verbanden
        if link.teken in effects and link.zekerheid is Zekerheid.ONBEKEND
    )
