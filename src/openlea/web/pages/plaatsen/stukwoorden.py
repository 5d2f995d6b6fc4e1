"""What each public file of a round is, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from openlea.services.plaats.openbaar import CONTROLE, INHOUD, PROTOCOL, TREKKING, TREKKINGSLIJST
from openlea.services.plaats.register import REGELS, REGISTER, VASTLEGGING
from openlea.storage.records.plaatsing_stukken import Stukinhoud

WOORDEN = {
    VASTLEGGING: "De belofte van vooraf: één getal dat bij het register en het zout hoort.",
    REGISTER: "Elk nummer met een zegel, de scholen en hun plaatsen. Geen wensen, geen namen.",
    REGELS: "De regels waarmee is geplaatst.",
    TREKKING: "De tekst van de dag, het zout, en wat er uit de loting kwam.",
    TREKKINGSLIJST: "De volgorde van de loting: elk nummer met zijn lotplaats.",
    INHOUD: "Van elk bestand een vingerafdruk. Eén ander teken valt op.",
    PROTOCOL: "Het verslag van de trekking, om te ondertekenen.",
    CONTROLE: "Het programma waarmee iedereen dit zelf narekent.",
    "tabellen/totaal.csv": "Hoeveel kinderen hun eerste wens kregen, of een latere.",
    "tabellen/per_plek.csv": "Hetzelfde per school; kleine aantallen zijn afgeschermd.",
    "tabellen/per_pc4.csv": "Hetzelfde per postcodegebied; kleine aantallen zijn afgeschermd.",
}
ORDE = tuple(WOORDEN)


@dataclass(frozen=True, slots=True)
class Stukregel:
    """A file: its name, what it is, its size in bytes and its fingerprint."""

    naam: str
    wat: str
    omvang: int
    sha256: str


def piece_lines(pieces: Mapping[str, Stukinhoud]) -> list[Stukregel]:
    """Return the files in the order in which they are read: the promise first."""
    known = {naam: n for n, naam in enumerate(ORDE)}
    ordered = sorted(pieces, key=lambda naam: (known.get(naam, len(known)), naam))
    return [
        Stukregel(naam, WOORDEN.get(naam, ""), len(pieces[naam].inhoud), pieces[naam].sha256)
        for naam in ordered
    ]
