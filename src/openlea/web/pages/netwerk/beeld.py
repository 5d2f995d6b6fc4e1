"""The part of the network that is shown, so that the picture stays readable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.agenda import Agenda
from openlea.core.netwerk import Teken, Verband
from openlea.policy.netwerk import Graaf, Knoop, KnoopSoort, name_of, sentence
from openlea.web.charts.netwerk_svg import Pijl, Vak, draw_netwerk

WITH_PAGE = (KnoopSoort.ACTIE, KnoopSoort.SPEERPUNT)


@dataclass(frozen=True, slots=True)
class Zin:
    """A link in words; `is_vastgelegd` when it is a record and not how the agenda is built."""

    van: Knoop
    tekst: str
    verband: Verband
    is_vastgelegd: bool

    @property
    def begin(self) -> str:
        """Return the words that name where the link starts."""
        return f"{self.van.soort.label} {name_of(self.van)}"

    @property
    def rest(self) -> str:
        """Return the words after that."""
        return self.tekst.removeprefix(self.begin)

    @property
    def pagina(self) -> str:
        """Return the name of the page of where it starts; a goal or an indicator has none."""
        return str(self.van.soort) if self.van.soort in WITH_PAGE else ""


@dataclass(frozen=True, slots=True)
class Los:
    """A node without a link, by the name that people read."""

    knoop: Knoop
    naam: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """What is shown: the drawing, and the same in sentences."""

    graaf: Graaf
    zinnen: tuple[Zin, ...]
    los: tuple[Los, ...]


def part(agenda: Agenda, knopen: Mapping[str, Knoop], speerpunt: str = "", doel: str = "") -> Beeld:
    """Return the goals, speerpunten and indicators; of one speerpunt also its acties.

    With a doel only what is linked to it directly. `knopen` are all nodes of the agenda.
    """
    links = [one for one in agenda.netwerk.verbanden if one.van in knopen and one.naar in knopen]
    codes = _around(agenda, links, speerpunt) if speerpunt else _without_acties(knopen)
    if doel:
        codes &= {doel} | _neighbours(links, {doel})
    within = [one for one in links if one.van in codes and one.naar in codes]
    parts = _parts(agenda, codes, within)
    graaf = Graaf(
        knopen=tuple(one for one in knopen.values() if one.code in codes),
        verbanden=(*within, *parts),
    )
    return _told(graaf, known=frozenset((one.van, one.naar, one.teken) for one in within))


def _without_acties(knopen: Mapping[str, Knoop]) -> set[str]:
    return {one.code for one in knopen.values() if one.soort is not KnoopSoort.ACTIE}


def _around(agenda: Agenda, links: Sequence[Verband], speerpunt: str) -> set[str]:
    """Return a speerpunt, its acties, and what they are linked to directly."""
    own = {speerpunt}
    for punt in agenda.speerpunten:
        if punt.code == speerpunt:
            own |= {actie.code for actie in punt.acties}
    return own | _neighbours(links, own)


def _neighbours(links: Sequence[Verband], codes: set[str]) -> set[str]:
    ends = {one.naar for one in links if one.van in codes}
    return ends | {one.van for one in links if one.naar in codes}


def _parts(agenda: Agenda, codes: set[str], within: Sequence[Verband]) -> list[Verband]:
    """Return that each shown actie is part of its speerpunt, unless a link says so already."""
    said = {frozenset((one.van, one.naar)) for one in within}
    return [
        Verband(van=actie.code, naar=punt.code, teken=Teken.DEEL_VAN)
        for punt in agenda.speerpunten
        if punt.code in codes
        for actie in punt.acties
        if actie.code in codes and frozenset((actie.code, punt.code)) not in said
    ]


def _told(graaf: Graaf, known: frozenset[tuple[str, str, Teken]]) -> Beeld:
    knopen = {one.code: one for one in graaf.knopen}
    linked = {code for one in graaf.verbanden for code in (one.van, one.naar)}
    return Beeld(
        graaf,
        tuple(
            Zin(
                knopen[one.van],
                sentence(one, knopen),
                one,
                (one.van, one.naar, one.teken) in known,
            )
            for one in graaf.verbanden
        ),
        tuple(Los(one, name_of(one)) for one in graaf.knopen if one.code not in linked),
    )


def drawn(beeld: Beeld, title: str) -> str:
    """Return the drawing of what is linked, or nothing; what is loose stands in the list alone."""
    loose = {one.knoop.code for one in beeld.los}
    vakken = [_vak(one) for one in beeld.graaf.knopen if one.code not in loose]
    pijlen = [
        Pijl(van=one.van, naar=one.naar, teken=one.teken, zekerheid=one.zekerheid)
        for one in beeld.graaf.verbanden
    ]
    told = "Hetzelfde staat onder de tekening in zinnen."
    return draw_netwerk(vakken, pijlen, title, told) if vakken else ""


def _vak(knoop: Knoop) -> Vak:
    return Vak(
        code=knoop.code,
        naam=knoop.naam,
        soort=knoop.soort.label,
        klasse=str(knoop.soort),
        toelichting=knoop.toelichting,
    )
