"""Write a composed document as a PDF that a screen reader can follow (PDF/UA-1), or as Word."""

import io
import json
from dataclasses import asdict
from importlib.resources import as_file, files

from openlea.services.papier.blokken import Stuk
from openlea.services.papier.letters import printable
from openlea.services.papier.tekst import every_text, readable


def write_stuk(stuk: Stuk, formaat: str) -> bytes:
    """Return the document as 'pdf' or 'docx'.

    What people wrote goes in as data, so nothing of it is ever read as markup.
    """
    whole = every_text(stuk, readable)
    return _word(whole) if formaat == "docx" else _pdf(whole)


def _word(stuk: Stuk) -> bytes:
    from openlea.services.papier.word import lay_out

    out = io.BytesIO()
    lay_out(stuk).save(out)
    return out.getvalue()


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
