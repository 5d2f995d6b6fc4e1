"""The words in which a party says how far it is."""

from openlea.core.keuze import Keuze


class Score(Keuze):
    """How far a requirement is met; 'nvt' needs a reason."""

    NIET = "niet", "Niet"
    DEELS = "deels", "Deels"
    GEHEEL = "geheel", "Geheel"
    NVT = "nvt", "Niet van toepassing"


class Antwoord(Keuze):
    """What the municipality answers to a question of the oversight; all but 'ja' need a word."""

    JA = "ja", "Ja"
    DEELS = "deels", "Deels"
    NEE = "nee", "Nee"
    NVT = "nvt", "Niet van toepassing"
