"""A round of questions to people without an account: its questions, its groups, its state."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze

DREMPEL = 5
"""Answers: of fewer in a group nothing is shown."""


class RaadplegingStaat(Keuze):
    """How far a round of questions is; outcomes are shown only after it closed."""

    CONCEPT = "concept", "Concept"
    OPEN = "open", "Open"
    GESLOTEN = "gesloten", "Gesloten"


class VraagSoort(Keuze):
    """How a question is answered."""

    SCHAAL = "schaal", "Helemaal oneens tot helemaal eens"
    KEUZE = "keuze", "Kies een antwoord"
    MEERKEUZE = "meerkeuze", "Kies een of meer antwoorden"
    TEKST = "tekst", "In eigen woorden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One question; a SCHAAL goes from 1 (helemaal oneens) to 5 (helemaal eens)."""

    id: str
    tekst: str
    soort: VraagSoort = VraagSoort.SCHAAL
    onderdeel: str = ""
    keuzes: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenlijst:
    """A list of questions on the shelf; `voor` says in words whom it is meant for.

    `onderdelen` are pairs of id and title; `uitersten` are the words at 1 and at 5 of a scale.
    """

    id: str
    titel: str
    voor: str
    waarom: str
    bron: str
    onderdelen: tuple[tuple[str, str], ...]
    vragen: tuple[Vraag, ...]
    per_partij: bool = True
    uitersten: tuple[str, str] = ("Helemaal oneens", "Helemaal eens")
