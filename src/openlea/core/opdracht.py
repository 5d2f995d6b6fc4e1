"""What the board asks of a werkgroep, and what the werkgroep proposes in return."""

from openlea.core.keuze import Keuze


class OpdrachtStaat(Keuze):
    """How far an assignment is."""

    CONCEPT = "concept", "Concept"
    VERSTREKT = "verstrekt", "Verstrekt"
    AANVAARD = "aanvaard", "Aanvaard door de werkgroep"
    VOORSTEL = "voorstel", "Voorstel ingediend"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class VoorstelStaat(Keuze):
    """How far a proposal is."""

    CONCEPT = "concept", "Concept"
    INGEDIEND = "ingediend", "Ingediend"
    GEAGENDEERD = "geagendeerd", "Op de agenda"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    AANGEHOUDEN = "aangehouden", "Aangehouden"
    AFGEWEZEN = "afgewezen", "Afgewezen"
