"""Write the page that takes persons out of a file in a browser, offline and sending nothing."""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.policy.bladregels import rules_of

BLAD = Path(__file__).parent / "desk" / "blad"
CSP = (
    "default-src 'none'; connect-src 'none'; img-src 'none'; form-action 'none'; "
    "base-uri 'none'; script-src 'sha256-{script}'; style-src 'sha256-{stijl}'"
)


def write_desk_page(roots: Sequence[Path] = ()) -> bytes:
    """Return one HTML page (UTF-8) that needs nothing else; its own CSP lets it send nothing.

    `roots` are the folders of the catalogue whose registrations it knows; ours when none are given.
    """
    rules = rules_of(list(open_registraties(roots or find_roots()).values()))
    # In a script '<' begins nothing but trouble; JSON may spell it.
    plain = json.dumps(rules, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")
    script = f"const REGELS = {plain};\n{_part('regels.js')}{_part('blad.js')}"
    stijl = _part("blad.css")
    csp = CSP.format(script=_hash(script), stijl=_hash(stijl))
    page = _part("blad.html").replace("@@CSP@@", csp).replace("@@STIJL@@", stijl)
    return page.replace("@@SCRIPT@@", script).encode()


def _part(name: str) -> str:
    return (BLAD / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
