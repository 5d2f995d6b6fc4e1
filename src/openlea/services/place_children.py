"""Place children by declared rules and a lottery anybody can check, into a folder of files."""

from collections.abc import Callable
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.services.plaats.lezen import Aanvraag, Gelezen, read_gelezen
from openlea.services.plaats.openbaar import TREKKING, UITKOMST
from openlea.services.plaats.register import (
    GEHEIM,
    VASTLEGGING,
    Geheim,
    keep_geheim,
    new_geheim,
    read_geheim,
    write_closed,
)
from openlea.services.plaats.samenstellen import (
    Geplaatst,
    Opbrengst,
    draw_and_place,
    promised,
    register_of,
)
from openlea.services.plaats.trekking import refuse_changed
from openlea.services.write_stuk import write_stuk

Told = Callable[[str], None]
BRIEVEN = ("docx", "pdf", "html", "geen")


def place_children(
    aanvraag: Aanvraag, folder: Path, zaad: str, *, brieven: str = "docx", told: Told
) -> Geplaatst:
    """Draw, place and write everything into `folder`; what was promised there must be the same.

    `zaad` is the public text of the day. Files about single children have mode 0600. BadInput when
    anything is wrong, or when this folder was drawn before.
    """
    gelezen = read_gelezen(aanvraag)
    if (folder / TREKKING).exists():
        raise BadInput([Fout(str(folder), "", "hier is al geloot; neem een andere map.")])
    before = (folder / VASTLEGGING).exists()
    geheim = _secrets(gelezen, folder, before=before)
    found = draw_and_place(gelezen, geheim, zaad, vooraf=before)
    _letters(found, folder, brieven, told)
    _publish(found, folder, aanvraag)
    return found.geplaatst


def _secrets(gelezen: Gelezen, folder: Path, *, before: bool) -> Geheim:
    """Return secrets of what was promised before, or made now as a trial."""
    if before:
        geheim = read_geheim(folder)
        refuse_changed(folder, register_of(gelezen, geheim), geheim)
        return geheim
    geheim = new_geheim()
    folder.mkdir(parents=True, exist_ok=True)
    keep_geheim(folder, geheim)
    for naam, content in promised(gelezen, geheim).items():
        (folder / naam).write_bytes(content)
    return geheim


def _letters(found: Opbrengst, folder: Path, formaat: str, told: Told) -> None:
    if formaat == "geen":
        return
    letters = folder / "brieven"
    letters.mkdir(mode=0o700, exist_ok=True)
    for child, (nummer, stuk) in enumerate(found.letters()):
        write_closed(letters / f"{nummer}.{formaat}", write_stuk(stuk, formaat))
        if child % 100 == 0:
            told(f"brieven: {child} van {len(found.gelezen.kinderen)}")


def _publish(found: Opbrengst, folder: Path, aanvraag: Aanvraag) -> None:
    (folder / "tabellen").mkdir(exist_ok=True)
    for naam, content in found.public(aanvraag.op).items():
        (folder / naam).write_bytes(content)
    write_closed(folder / UITKOMST, found.outcome_csv())
    (folder / GEHEIM).chmod(0o600)
