"""What can be done when the parties do not agree: which step may follow, and by when.

The steps are those of the duties LEA-03 and LEA-04 on the shelf (WPO 161 and 162; WVO 2020 3.42).
A kind of consultation with a procedure of its own for disputes goes no further than its advice.
"""

from collections.abc import Sequence
from datetime import date

from openlea.core.besluit import GeschilStap
from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.overleg import Overlegkaart

BINDEND_MAKEN = frozenset({"LEA-01", "LEA-03", "LEA-05"})
"""A kind that serves one of these duties may make its outcome binding (LEA-03, LEA-05)."""

UITBREIDEN = frozenset({"LEA-04", "VVE-02", "VVE-03", "VVE-04"})
"""Only agreements on early education may be extended to who did not sign (LEA-04)."""

ONDERWIJSRAAD = frozenset({"HUI-04"})
"""Here it is the Onderwijsraad that advises, in as many weeks (WPO 102)."""

ADVIES_BINNEN = Duur(4, Tijdseenheid.WEEK)
"""How long the geschillencommissie has for its advice (WPO 161, WVO 2020 3.42)."""

EINDE = frozenset({GeschilStap.BINDEND, GeschilStap.OPGELOST})

_GEEN_KAART: tuple[GeschilStap, ...] = (GeschilStap.NIEUW_OVERLEG, GeschilStap.OPGELOST)


def ways_of(kaart: Overlegkaart | None) -> tuple[GeschilStap, ...]:
    """Return every step that a kind of consultation knows, in order."""
    if kaart is None or not (kaart.geschil or kaart.op_overeenstemming):
        return _GEEN_KAART
    plichten = frozenset(kaart.plichten)
    steps = [GeschilStap.NIEUW_OVERLEG, GeschilStap.COMMISSIE, GeschilStap.ADVIES]
    if plichten & BINDEND_MAKEN:
        steps.append(GeschilStap.BINDEND)
    if plichten & UITBREIDEN:
        steps.append(GeschilStap.UITGEBREID)
    return (*steps, GeschilStap.OPGELOST)


def next_steps(kaart: Overlegkaart | None, taken: Sequence[GeschilStap]) -> tuple[GeschilStap, ...]:
    """Return the steps that may be taken now, after those that were taken.

    A new consultation comes before everything; the commissie advises once it was asked; binding
    follows its advice; extending needs a new consultation. What is over takes no further step, but
    what was made binding may still be extended.
    """
    done = set(taken)
    if GeschilStap.OPGELOST in done:
        return ()
    return tuple(one for one in ways_of(kaart) if one not in done and _may(one, done))


def _may(stap: GeschilStap, done: set[GeschilStap]) -> bool:
    if stap is GeschilStap.NIEUW_OVERLEG:
        return not done
    if stap is GeschilStap.OPGELOST:
        return GeschilStap.BINDEND not in done
    before = {
        GeschilStap.COMMISSIE: GeschilStap.NIEUW_OVERLEG,
        GeschilStap.ADVIES: GeschilStap.COMMISSIE,
        GeschilStap.BINDEND: GeschilStap.ADVIES,
        GeschilStap.UITGEBREID: GeschilStap.NIEUW_OVERLEG,
    }[stap]
    return before in done


def last_day_after(kaart: Overlegkaart | None, stap: GeschilStap, op: date) -> date | None:
    """Return by when the next step must follow, or None where no law names a day.

    The term is one of the law, so it is prolonged as the Algemene termijnenwet says. A procedure
    that the parties made themselves (JGD-02, PO-09) has a term that we do not know.
    """
    known = kaart is not None and frozenset(kaart.plichten) & (BINDEND_MAKEN | ONDERWIJSRAAD)
    return ADVIES_BINNEN.ends_on(op) if known and stap is GeschilStap.COMMISSIE else None


def is_settled(taken: Sequence[GeschilStap]) -> bool:
    """Return whether the dispute is over."""
    return any(one in EINDE for one in taken)


def explains(kaart: Overlegkaart | None, stap: GeschilStap) -> str:
    """Return in one Dutch sentence what a step asks in a kind of consultation."""
    own = kaart is not None and not frozenset(kaart.plichten) & BINDEND_MAKEN
    if own and stap is GeschilStap.COMMISSIE:
        return "Vraag advies, zoals de regeling voor geschillen van dit overleg zegt."
    return _UITLEG[stap]


_UITLEG = {
    GeschilStap.NIEUW_OVERLEG: "Roep alle partijen opnieuw bijeen en zoek zo veel mogelijk "
    "overeenstemming.",
    GeschilStap.COMMISSIE: "Vraag advies aan de geschillencommissie. Die adviseert binnen 4 weken.",
    GeschilStap.ADVIES: "Leg vast dat het advies er is, en voeg het toe.",
    GeschilStap.BINDEND: "Het college maakt de uitkomst bindend en laat dat alle partijen weten.",
    GeschilStap.UITGEBREID: "Het college laat de afspraken ook gelden voor wie niet tekende. Dat "
    "kan alleen bij afspraken over voor- en vroegschoolse educatie.",
    GeschilStap.OPGELOST: "De partijen zijn er samen uit gekomen.",
}
