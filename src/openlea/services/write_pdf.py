"""Write a whole agenda as a PDF that everybody can read, also with a screen reader (PDF/UA-1)."""

import json
from dataclasses import asdict
from datetime import date
from importlib.resources import as_file, files

from openlea.core.agenda import Agenda
from openlea.services.papier.blokken import Stuk
from openlea.services.papier.letters import printable
from openlea.services.papier.stuk import compose_stuk
from openlea.services.papier.tekst import every_text


def write_pdf(agenda: Agenda, op: date | None = None) -> bytes:
    """Return the PDF; `op` is the day on which the agenda was taken out, as its title page says.

    What people wrote goes in as data, so nothing of it is ever read as markup.
    """
    import typst

    here = files("openlea.services")
    stuk = json.dumps(_plain(compose_stuk(agenda, op)))
    with as_file(here / "papier") as folder, as_file(here / "fonts") as fonts:
        made = typst.compile(
            str(folder / "agenda.typ"),
            root=str(folder),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"stuk": stuk},
        )
    return bytes(made)


def _plain(stuk: Stuk) -> dict[str, object]:
    """Return the document as JSON holds it: each block with its kind, each letter to be shown."""
    stuk = every_text(stuk, printable)
    blokken = [{"soort": type(one).__name__.lower(), **asdict(one)} for one in stuk.blokken]
    return {**asdict(stuk), "blokken": blokken}
