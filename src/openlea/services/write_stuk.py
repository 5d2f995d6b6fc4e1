"""Write a composed document as PDF for everybody (PDF/UA-1), Word, a workbook or a web page."""

import io
import json
from dataclasses import asdict
from importlib.resources import as_file, files

from openlea.services.papier.blokken import Stuk
from openlea.services.papier.letters import printable
from openlea.services.papier.tekst import every_text, readable


def write_stuk(stuk: Stuk, formaat: str, sjabloon: bytes | None = None) -> bytes:
    """Return the document as 'pdf', 'docx', 'xlsx' or 'html'; a KeyError for another word.

    What people wrote goes in as data, so nothing of it is ever read as markup. `sjabloon` is a
    Word template that was checked when it came in; only Word is written in it.
    """
    whole = every_text(stuk, readable)
    if formaat == "docx":
        return _word(whole, sjabloon)
    return {"pdf": _pdf, "xlsx": _workbook, "html": _page}[formaat](whole)


def _word(stuk: Stuk, sjabloon: bytes | None) -> bytes:
    from openlea.services.papier.word import lay_out
    from openlea.services.sjabloon.indelen import lay_out_in

    out = io.BytesIO()
    document = lay_out(stuk) if sjabloon is None else lay_out_in(stuk, sjabloon).document
    document.save(out)
    return out.getvalue()


def _workbook(stuk: Stuk) -> bytes:
    from openlea.services.papier.werkblad import write_werkblad

    return write_werkblad(stuk)


def _page(stuk: Stuk) -> bytes:
    from openlea.services.papier.pagina import write_pagina

    return write_pagina(stuk)


def _pdf(stuk: Stuk) -> bytes:
    import typst

    here = files("openlea.services")
    with as_file(here / "papier") as folder, as_file(here / "fonts") as fonts:
        made = typst.compile(
            str(folder / "agenda.typ"),
            root=str(folder),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"stuk": json.dumps(_plain(stuk))},
        )
    return bytes(made)


def _plain(stuk: Stuk) -> dict[str, object]:
    """Return the document as JSON holds it: each block with its kind, each letter to be shown."""
    stuk = every_text(stuk, printable)
    blokken = [{"soort": type(one).__name__.lower(), **asdict(one)} for one in stuk.blokken]
    return {**asdict(stuk), "blokken": blokken}
