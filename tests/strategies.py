"""Strategies that draw any valid agenda: unique codes and references that exist.

Values are canonical, so that a round trip through Excel, JSON or the database can be compared with
`==`: text is stripped and holds nothing that a worksheet can't, Decimals have no exponent, progress
is in order of day, and a Jaarwaarde or Bedrag that says nothing is not there at all.
"""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    AgendaStaat,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Richting,
    Rol,
    Schaal,
    Speerpunt,
    Streefwaarde,
    Verwijzing,
    VerwijzingSoort,
    Voortgang,
    Zichtbaarheid,
)
from openlea.core.partij import Partij, PartijSoort
from tests.strategies_geld import begrotingen
from tests.strategies_netwerk import netwerken
from tests.strategies_woorden import (
    PLAATSEN,
    days,
    decimals,
    optional_regels,
    references,
    regels,
    some,
    teksten,
)

SPARSE = st.lists(st.lists(st.integers(0, 2), max_size=3), max_size=2)
RICH = st.lists(st.lists(st.integers(1, 2), min_size=1, max_size=2), min_size=1, max_size=2)
"""Actions per speerpunt per ambitie: levels may be empty, or none is."""


@st.composite
def partijen(draw: st.DrawFn) -> tuple[Partij, ...]:
    """Return up to four parties with their own codes."""
    return tuple(
        Partij(
            code=f"partij-{n}",
            naam=draw(regels()),
            soort=draw(st.sampled_from(PartijSoort)),
            plaats=draw(st.sampled_from(PLAATSEN)),
        )
        for n in range(1, draw(st.integers(0, 4)) + 1)
    )


@st.composite
def _verwijzingen(draw: st.DrawFn) -> tuple[Verwijzing, ...]:
    soorten = draw(st.lists(st.sampled_from(VerwijzingSoort), max_size=3))
    return tuple(
        Verwijzing(
            soort=soort,
            naar=f"https://example.nl/stuk/{n}"
            if soort is VerwijzingSoort.DOCUMENT
            else f"{soort.value}-{n}",
            toelichting=draw(teksten()),
        )
        for n, soort in enumerate(soorten, start=1)
    )


@st.composite
def _voortgang(draw: st.DrawFn) -> tuple[Voortgang, ...]:
    return tuple(
        Voortgang(
            op=op,
            door=draw(regels()),
            staat=draw(st.sampled_from(ActieStaat)),
            gedaan=draw(teksten()),
            blokkade=draw(teksten()),
        )
        for op in sorted(draw(st.lists(days, max_size=2, unique=True)))
    )


@st.composite
def _periods(draw: st.DrawFn, jaren: Sequence[int]) -> tuple[date | None, date | None]:
    """Return a first and last day that touch the years of the agenda; each may be absent."""
    first, last = date(jaren[0], 1, 1), date(jaren[-1], 12, 31)
    van = draw(st.one_of(st.none(), st.dates(date(first.year - 1, 1, 1), last)))
    tot = st.dates(max(van or first, first), date(last.year + 2, 12, 31))
    return van, draw(st.one_of(st.none(), tot))


@st.composite
def acties(
    draw: st.DrawFn,
    code: str,
    others: Sequence[str],
    partij: Sequence[str],
    groepen: Sequence[str],
    jaren: Sequence[int],
) -> Actie:
    """Return the action with this code; `others` are codes it may be merged with or followed by."""
    ages = draw(st.one_of(st.just([]), st.lists(st.integers(0, 23), min_size=2, max_size=2)))
    van, tot = draw(_periods(jaren))
    moved = {ActieStaat.SAMENGEVOEGD, ActieStaat.OPGEVOLGD}
    staat = draw(st.sampled_from([s for s in ActieStaat if others or s not in moved]))
    other = draw(st.sampled_from(others)) if staat in moved else ""
    return Actie(
        code=code,
        naam=draw(regels()),
        omschrijving=draw(teksten()),
        schaal=draw(st.sampled_from(Schaal)),
        doelgroep=draw(optional_regels()),
        leeftijd_van=min(ages, default=None),
        leeftijd_tot=max(ages, default=None),
        van=van,
        tot=tot,
        werkgroep=draw(references(groepen)),
        staat=staat,
        staat_reden=draw(teksten()),
        samengevoegd_met=other if staat is ActieStaat.SAMENGEVOEGD else "",
        opgevolgd_door=other if staat is ActieStaat.OPGEVOLGD else "",
        zichtbaarheid=draw(st.sampled_from(Zichtbaarheid)),
        betrokkenen=tuple(
            Betrokkene(partij=p, rol=draw(st.sampled_from(Rol)), toelichting=draw(teksten()))
            for p in draw(some(partij))
        ),
        verwijzingen=draw(_verwijzingen()),
        voortgang=draw(_voortgang()),
    )


@st.composite
def _speerpunt(
    draw: st.DrawFn,
    code: str,
    numbers: Sequence[int],
    every: Sequence[str],
    partij: Sequence[str],
    groepen: Sequence[str],
    jaren: Sequence[int],
) -> Speerpunt:
    codes = [f"{code}{n}" for n in numbers]
    return Speerpunt(
        code=code,
        naam=draw(regels()),
        omschrijving=draw(teksten()),
        doel=draw(optional_regels()),
        trekker=draw(references(partij)),
        acties=tuple(
            draw(acties(own, every[every.index(own) + 1 :], partij, groepen, jaren))
            for own in codes
        ),
    )


@st.composite
def ambities(
    draw: st.DrawFn, partij: Sequence[str], groepen: Sequence[str], jaren: Sequence[int]
) -> tuple[Ambitie, ...]:
    """Return a tree with codes 1, 1A …; a later action only takes over, so there is no circle."""
    shape = [
        [(f"{a}{'ABC'[s]}", range(1, amount + 1)) for s, amount in enumerate(rows)]
        for a, rows in enumerate(draw(st.one_of(SPARSE, RICH)), start=1)
    ]
    every = [f"{code}{n}" for rows in shape for code, numbers in rows for n in numbers]
    return tuple(
        Ambitie(
            code=str(a),
            naam=draw(regels()),
            omschrijving=draw(teksten()),
            speerpunten=tuple(
                draw(_speerpunt(code, numbers, every, partij, groepen, jaren))
                for code, numbers in rows
            ),
        )
        for a, rows in enumerate(shape, start=1)
    )


@st.composite
def _jaarwaarde(draw: st.DrawFn, jaar: int) -> Jaarwaarde:
    doel = draw(st.one_of(st.none(), decimals))
    werkelijk = draw(decimals if doel is None else st.one_of(st.none(), decimals))
    measured = st.none() if werkelijk is None else st.one_of(st.none(), days)
    return Jaarwaarde(jaar=jaar, doel=doel, werkelijk=werkelijk, peildatum=draw(measured))


@st.composite
def streefwaarden(
    draw: st.DrawFn, bij: Sequence[str], partij: Sequence[str], jaren: Sequence[int]
) -> tuple[Streefwaarde, ...]:
    """Return up to three targets on the given codes; none when there is nothing to measure."""
    return tuple(
        Streefwaarde(
            code=f"S{n}",
            bij=draw(st.sampled_from(bij)),
            maat=draw(regels()),
            eenheid=draw(optional_regels()),
            richting=draw(st.sampled_from(Richting)),
            nulmeting=(nul := draw(st.one_of(st.none(), decimals))),
            nulmeting_op=None if nul is None else draw(st.one_of(st.none(), days)),
            eigenaar=draw(references(partij)),
            bron=draw(optional_regels()),
            jaren=tuple(
                draw(_jaarwaarde(jaar))
                for jaar in sorted(draw(st.lists(st.sampled_from(jaren), unique=True)))
            ),
        )
        for n in range(1, (draw(st.integers(0, 3)) if bij else 0) + 1)
    )


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Return any valid agenda, from one with nothing in it to one with everything."""
    van = draw(st.integers(2015, 2035))
    tot = van + draw(st.integers(0, 4))
    jaren = range(van, tot + 1)
    deelnemers = draw(partijen())
    partij = [p.code for p in deelnemers]
    groepen = draw(st.lists(regels(), max_size=2, unique=True))
    boom = draw(ambities(partij, groepen, jaren))
    ambitie = [a.code for a in boom]
    speerpunt = [s.code for a in boom for s in a.speerpunten]
    actie = [x.code for a in boom for s in a.speerpunten for x in s.acties]
    netwerk = draw(netwerken(actie, speerpunt))
    measured = [*actie, *speerpunt, *(i.code for i in netwerk.indicatoren)]
    bijwerken = draw(st.integers(1, 400))
    return Agenda(
        titel=draw(regels()),
        van=van,
        tot=tot,
        visie=draw(teksten()),
        staat=draw(st.sampled_from(AgendaStaat)),
        besluit_door=draw(optional_regels()),
        besluit_op=draw(st.one_of(st.none(), days)),
        geraadpleegd=draw(teksten()),
        ondertekenaars=tuple(draw(some(partij))),
        voorganger=draw(optional_regels()),
        opvolger=draw(optional_regels()),
        bron=draw(optional_regels()),
        bijwerken_dagen=bijwerken,
        te_laat_dagen=bijwerken + draw(st.integers(1, 100)),
        partijen=deelnemers,
        werkgroepen=tuple(groepen),
        ambities=boom,
        streefwaarden=draw(streefwaarden(measured, partij, jaren)),
        begroting=draw(begrotingen([*actie, *speerpunt, *ambitie], partij, jaren)),
        netwerk=netwerk,
    )
