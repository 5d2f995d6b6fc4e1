"""Place children by declared rules and a lottery anybody can check, into a folder of files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from openlea.core.errors import BadInput, Fout
from openlea.core.plaatsing import Kind, Lotvorm, Plek, Regels
from openlea.policy.loting import draw_key, order, promise, seal
from openlea.services.desk.schrijven import csv_line
from openlea.services.plaats.brief import compose_brief
from openlea.services.plaats.lezen import Aanvraag, read_aanvraag
from openlea.services.plaats.openbaar import (
    CONTROLE,
    INHOUD,
    PROTOCOL,
    TREKKING,
    TREKKINGSLIJST,
    UITKOMST,
    compose_inhoud,
    order_csv,
)
from openlea.services.plaats.opstelling import Opstelling
from openlea.services.plaats.protocol import compose_protocol
from openlea.services.plaats.register import (
    GEHEIM,
    REGELS,
    REGISTER,
    VASTLEGGING,
    Geheim,
    compose_register,
    keep_geheim,
    new_geheim,
    read_geheim,
    sealed_row,
    write_closed,
)
from openlea.services.plaats.tabellen import Kerngetallen, compose_tabellen, count_all
from openlea.services.plaats.trekking import (
    Trekking,
    compose_trekking,
    compose_vastlegging,
    drawing,
    order_hash,
    refuse_changed,
)
from openlea.services.plaats.uitleg import Plaatsing
from openlea.services.plaats.uitrekenen import work_out
from openlea.services.write_stuk import write_stuk

Told = Callable[[str], None]
BRIEVEN = ("docx", "pdf", "html", "geen")


@dataclass(frozen=True, slots=True)
class Geplaatst:
    """What came of it: the counts of the whole, and what was drawn. Nothing of a single child."""

    telling: Kerngetallen
    trekking: Trekking

    def as_plain(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            **self.telling.as_plain(),
            "plekken": self.trekking.plekken,
            "zaad": self.trekking.zaad,
            "vastlegging": self.trekking.vastlegging,
            "vooraf_vastgelegd": self.trekking.vooraf,
        }


def place_children(
    aanvraag: Aanvraag, folder: Path, zaad: str, *, brieven: str = "docx", told: Told
) -> Geplaatst:
    """Draw, place and write everything into `folder`; what was promised there must be the same.

    `zaad` is the public text of the day. Files about single children have mode 0600. BadInput when
    anything is wrong, or when this folder was drawn before.
    """
    kinderen, plekken, regels = read_aanvraag(aanvraag)
    if (folder / TREKKING).exists():
        raise BadInput([Fout(str(folder), "", "hier is al geloot; neem een andere map.")])
    rules = aanvraag.regels_tekst()
    geheim, trekking = _draw(kinderen, plekken, regels, rules, folder, zaad)
    ranks = drawing(regels, geheim, zaad, [kind.nummer for kind in kinderen])
    done = work_out(kinderen, plekken, regels, ranks)
    setup, found = done.setup, done.plaatsingen
    telling = count_all(setup, found)
    _letters(setup, found, geheim, folder, brieven, told)
    _publish(setup, found, geheim, trekking, folder, telling, aanvraag.op)
    return Geplaatst(telling, trekking)


def _draw(
    kinderen: Sequence[Kind],
    plekken: Sequence[Plek],
    regels: Regels,
    rules: bytes,
    folder: Path,
    zaad: str,
) -> tuple[Geheim, Trekking]:
    """Return secrets and draw: of what was promised before, or made now as a trial."""
    before = (folder / VASTLEGGING).exists()
    geheim = read_geheim(folder) if before else new_geheim()
    register = compose_register(kinderen, plekken, regels, rules, geheim)
    if before:
        refuse_changed(folder, register, geheim)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        keep_geheim(folder, geheim)
        (folder / REGISTER).write_bytes(register)
        (folder / VASTLEGGING).write_bytes(compose_vastlegging(register, geheim))
    (folder / REGELS).write_bytes(rules)
    return geheim, Trekking(
        vastlegging=promise(geheim.salt, register),
        register=f"{len(kinderen)} kinderen, {len(plekken)} plekken",
        zaad=zaad,
        zout=geheim.salt.hex(),
        volgorde=order_hash(regels, geheim, zaad, [kind.nummer for kind in kinderen], plekken),
        plekken=len(plekken),
        vooraf=before,
    )


def _letters(
    setup: Opstelling,
    found: Sequence[Plaatsing],
    geheim: Geheim,
    folder: Path,
    formaat: str,
    told: Told,
) -> None:
    if formaat == "geen":
        return
    letters = folder / "brieven"
    letters.mkdir(mode=0o700, exist_ok=True)
    for child, (kind, one) in enumerate(zip(setup.kinderen, found, strict=True)):
        own = geheim.own_key(kind.nummer)
        stuk = compose_brief(setup, child, one, own.hex(), seal(own, sealed_row(kind)))
        write_closed(letters / f"{kind.nummer}.{formaat}", write_stuk(stuk, formaat))
        if child % 100 == 0:
            told(f"brieven: {child} van {len(found)}")


def _publish(
    setup: Opstelling,
    found: Sequence[Plaatsing],
    geheim: Geheim,
    trekking: Trekking,
    folder: Path,
    telling: Kerngetallen,
    op: date | None,
) -> None:
    uitkomst = _outcome_csv(setup, found, geheim).encode()
    protocol = compose_protocol(setup.regels, trekking, telling, op)
    public = {
        TREKKING: compose_trekking(trekking, uitkomst),
        PROTOCOL: write_stuk(protocol, "pdf"),
        CONTROLE: (files("openlea.services") / "plaats" / "controle.py").read_bytes(),
    }
    if setup.regels.loting is Lotvorm.ENKEL:
        drawn = order(draw_key(geheim.salt, trekking.zaad), [k.nummer for k in setup.kinderen])
        public[TREKKINGSLIJST] = order_csv(drawn).encode()
    for naam, text in compose_tabellen(setup, found).items():
        public[f"tabellen/{naam}"] = text.encode()
    (folder / "tabellen").mkdir(exist_ok=True)
    for naam, content in public.items():
        (folder / naam).write_bytes(content)
    write_closed(folder / UITKOMST, uitkomst)
    kept = {naam: (folder / naam).read_bytes() for naam in (REGISTER, VASTLEGGING, REGELS)}
    (folder / INHOUD).write_bytes(compose_inhoud({**public, **kept}))
    (folder / GEHEIM).chmod(0o600)


def _outcome_csv(setup: Opstelling, found: Sequence[Plaatsing], geheim: Geheim) -> str:
    """Return the outcome per child; the own key in it keeps anybody from guessing at its hash."""
    lines = [csv_line(("nummer", "plek", "wens", "ronde", "reservelijst", "sleutel"))]
    for kind, one in zip(setup.kinderen, found, strict=True):
        queue = "|".join(f"{setup.plekken[r.plek].id}:{r.reserve}" for r in one.redenen)
        naam = setup.plekken[one.plek].id if one.plek >= 0 else ""
        wens = str(one.wens) if one.wens else ""
        cells = (kind.nummer, naam, wens, str(one.ronde) if naam else "", queue)
        lines.append(csv_line((*cells, geheim.own_key(kind.nummer).hex())))
    return "".join(lines)
