"""The words in which a party says how far it is."""

from openlea.core.keuze import Keuze


class Score(Keuze):
    """How far a requirement is met; 'nvt' needs a reason."""

    NIET = "niet", "Niet"
    DEELS = "deels", "Deels"
    GEHEEL = "geheel", "Geheel"
    NVT = "nvt", "Niet van toepassing"
