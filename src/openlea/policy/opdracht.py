"""How an assignment and its proposals go on: which step may follow, and who may take it."""

from collections.abc import Collection, Mapping
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat


class Opdrachtkant(Keuze):
    """On which side of an assignment somebody stands; who keeps the werkruimte, on both."""

    GEVER = "gever", "Opdrachtgever"
    WERKGROEP = "werkgroep", "Werkgroep"


class OpdrachtStap(Keuze):
    """What can be done with an assignment."""

    VERSTREKKEN = "verstrekken", "Verstrek de opdracht"
    AANVAARDEN = "aanvaarden", "Aanvaard de opdracht"
    VOORSTELLEN = "voorstellen", "Maak een voorstel"
    WIJZIGEN = "wijzigen", "Wijzig"
    INTREKKEN = "intrekken", "Trek de opdracht in"


class VoorstelStap(Keuze):
    """What can be done with a proposal."""

    WIJZIGEN = "wijzigen", "Wijzig"
    INDIENEN = "indienen", "Dien het voorstel in"
    AGENDEREN = "agenderen", "Zet op de agenda"
    BESLISSEN = "beslissen", "Leg de uitkomst vast"


_O, _V = OpdrachtStaat, VoorstelStaat
OPEN = frozenset({_O.CONCEPT, _O.VERSTREKT, _O.AANVAARD, _O.VOORSTEL})
"""The states in which there is still something to do."""
AAN_ZET = frozenset({_V.INGEDIEND, _V.GEAGENDEERD})
"""The states in which a proposal waits for the board."""
UITKOMSTEN = (_V.VASTGESTELD, _V.AANGEHOUDEN, _V.AFGEWEZEN)
"""How a proposal can end at the board."""

_STAPPEN: Mapping[OpdrachtStap, tuple[Opdrachtkant, frozenset[OpdrachtStaat]]] = {
    OpdrachtStap.VERSTREKKEN: (Opdrachtkant.GEVER, frozenset({_O.CONCEPT})),
    OpdrachtStap.AANVAARDEN: (Opdrachtkant.WERKGROEP, frozenset({_O.VERSTREKT})),
    OpdrachtStap.VOORSTELLEN: (Opdrachtkant.WERKGROEP, frozenset({_O.AANVAARD, _O.VOORSTEL})),
    OpdrachtStap.WIJZIGEN: (
        Opdrachtkant.GEVER,
        frozenset({_O.CONCEPT, _O.VERSTREKT, _O.AANVAARD}),
    ),
    OpdrachtStap.INTREKKEN: (Opdrachtkant.GEVER, OPEN),
}
_VOORSTELSTAPPEN: Mapping[VoorstelStap, tuple[Opdrachtkant, frozenset[VoorstelStaat]]] = {
    VoorstelStap.WIJZIGEN: (Opdrachtkant.WERKGROEP, frozenset({_V.CONCEPT, _V.AANGEHOUDEN})),
    VoorstelStap.INDIENEN: (Opdrachtkant.WERKGROEP, frozenset({_V.CONCEPT, _V.AANGEHOUDEN})),
    VoorstelStap.AGENDEREN: (Opdrachtkant.GEVER, AAN_ZET),
    VoorstelStap.BESLISSEN: (Opdrachtkant.GEVER, frozenset({_V.GEAGENDEERD})),
}


def steps_open(staat: OpdrachtStaat, kanten: Collection[Opdrachtkant]) -> tuple[OpdrachtStap, ...]:
    """Return the steps that who stands on these sides may take with an assignment."""
    return tuple(
        stap for stap, (kant, staten) in _STAPPEN.items() if kant in kanten and staat in staten
    )


def proposal_steps(
    staat: VoorstelStaat, opdracht: OpdrachtStaat, kanten: Collection[Opdrachtkant]
) -> tuple[VoorstelStap, ...]:
    """Return the steps that may be taken with a proposal; none when its assignment is over."""
    if opdracht not in {_O.AANVAARD, _O.VOORSTEL}:
        return ()
    return tuple(
        stap
        for stap, (kant, staten) in _VOORSTELSTAPPEN.items()
        if kant in kanten and staat in staten
    )


def after_change(staat: OpdrachtStaat) -> OpdrachtStaat:
    """Return the state after the text changed: what was accepted must be accepted again."""
    return _O.VERSTREKT if staat is _O.AANVAARD else staat


def follow_proposals(
    staat: OpdrachtStaat, voorstellen: Collection[VoorstelStaat], *, klaar: bool = False
) -> OpdrachtStaat:
    """Return the state of an assignment as its proposals make it.

    It is with the board as long as one waits there. With `klaar` an adopted proposal ends it.
    """
    if staat not in {_O.AANVAARD, _O.VOORSTEL}:
        return staat
    if AAN_ZET.intersection(voorstellen):
        return _O.VOORSTEL
    return _O.AFGEROND if klaar and _V.VASTGESTELD in voorstellen else _O.AANVAARD


def days_late(staat: OpdrachtStaat, voor: date | None, today: date) -> int:
    """Return how many days the proposal is late; 0 when it is not, or not asked for."""
    waits_for_group = staat in {_O.VERSTREKT, _O.AANVAARD}
    if voor is None or not waits_for_group:
        return 0
    return max(0, (today - voor).days)
