"""What went wrong while fetching, said in Dutch: which source, what came, and what to do."""

from openlea.core.errors import BadFile, Fout

KEPT = "Er is niets veranderd: de laatste goede versie blijft in gebruik."


class Geweigerd(BadFile):
    """The publisher answered, and the answer was no; `tekst` is what it said."""

    def __init__(self, fout: Fout, status: int, tekst: str) -> None:
        """Keep the status and the start of the answer beside the sentence."""
        super().__init__([fout])
        self.status = status
        self.tekst = tekst


def complaint(bron: str, reden: str, raad: str) -> BadFile:
    """Return the fault of a source: the reason, what stays as it was, and what to do."""
    return BadFile([sentence(bron, reden, raad)])


def sentence(bron: str, reden: str, raad: str) -> Fout:
    """Return the fault as one text: reason, reassurance, advice."""
    return Fout(bron, "", f"{reden} {KEPT} {raad}")


def by_hand(bron: str, pagina: str) -> str:
    """Return the way around: the file from the page of the publisher, taken in by hand."""
    return f"Haal het bestand zelf op via {pagina} en lees het in met: openlea load {bron} BESTAND."


LATER = "Probeer het later nog eens."
