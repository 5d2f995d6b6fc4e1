"""Which files of a placement everybody may have, and the list that holds the hash of each."""

from collections.abc import Mapping, Sequence

from openlea.policy.loting import canonical, digest
from openlea.services.desk.schrijven import csv_line
from openlea.services.plaats.register import REGELS, REGISTER, VASTLEGGING

INHOUD, TREKKING, TREKKINGSLIJST = "inhoud.json", "trekking.json", "trekking.csv"
CONTROLE, PROTOCOL, UITKOMST = "controle.py", "protocol.pdf", "uitkomst.csv"
REQUIRED = (VASTLEGGING, REGISTER, REGELS, TREKKING, INHOUD)


def order_csv(nummers: Sequence[str]) -> str:
    """Return the public list of the draw: place in the lottery and number."""
    lines = [csv_line((str(n), one)) for n, one in enumerate(nummers, start=1)]
    return csv_line(("rang", "nummer")) + "".join(lines)


def compose_inhoud(files: Mapping[str, bytes]) -> bytes:
    """Return inhoud.json: the hash of every file; one changed byte in any of them shows."""
    return canonical({"bestanden": {name: digest(files[name]) for name in sorted(files)}})
