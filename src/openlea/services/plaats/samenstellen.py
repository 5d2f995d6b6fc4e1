"""Puts together everything that comes of a placement, in memory: public files, outcome, letters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from openlea.core.plaatsing import Lotvorm
from openlea.policy.loting import draw_key, order, promise, seal
from openlea.services.desk.schrijven import csv_line
from openlea.services.papier.blokken import Stuk
from openlea.services.plaats.brief import compose_brief
from openlea.services.plaats.lezen import Gelezen
from openlea.services.plaats.openbaar import (
    CONTROLE,
    INHOUD,
    PROTOCOL,
    TREKKING,
    TREKKINGSLIJST,
    compose_inhoud,
    order_csv,
)
from openlea.services.plaats.protocol import compose_protocol
from openlea.services.plaats.register import (
    REGELS,
    REGISTER,
    VASTLEGGING,
    Geheim,
    compose_register,
    sealed_row,
)
from openlea.services.plaats.tabellen import Kerngetallen, compose_tabellen, count_all
from openlea.services.plaats.trekking import (
    Trekking,
    compose_trekking,
    compose_vastlegging,
    drawing,
    order_hash,
)
from openlea.services.plaats.uitrekenen import Uitgerekend, work_out
from openlea.services.write_stuk import write_stuk

KOPPEN = ("nummer", "plek", "wens", "ronde", "reservelijst", "sleutel")
"""The columns of the closed outcome, per child."""


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


@dataclass(frozen=True, slots=True)
class Opbrengst:
    """One placement with its secrets: gives public files, the closed outcome, and letters."""

    gelezen: Gelezen
    geheim: Geheim
    done: Uitgerekend
    geplaatst: Geplaatst

    def outcome(self) -> list[tuple[str, ...]]:
        """Return per child the cells under KOPPEN; closed. The own key prevents guessing."""
        setup, rows = self.done.setup, list[tuple[str, ...]]()
        for kind, one in zip(setup.kinderen, self.done.plaatsingen, strict=True):
            queue = "|".join(f"{setup.plekken[r.plek].id}:{r.reserve}" for r in one.redenen)
            naam = setup.plekken[one.plek].id if one.plek >= 0 else ""
            wens = str(one.wens) if one.wens else ""
            cells = (kind.nummer, naam, wens, str(one.ronde) if naam else "", queue)
            rows.append((*cells, self.geheim.own_key(kind.nummer).hex()))
        return rows

    def outcome_csv(self) -> bytes:
        """Return uitkomst.csv; closed."""
        return "".join(map(csv_line, (KOPPEN, *self.outcome()))).encode()

    def letters(self) -> Iterator[tuple[str, Stuk]]:
        """Yield per child its number and its letter; closed."""
        setup = self.done.setup
        for child, (kind, one) in enumerate(
            zip(setup.kinderen, self.done.plaatsingen, strict=True)
        ):
            own = self.geheim.own_key(kind.nummer)
            zegel = seal(own, sealed_row(kind))
            yield kind.nummer, compose_brief(setup, child, one, own.hex(), zegel)

    def public(self, op: date | None = None) -> Mapping[str, bytes]:
        """Return every file that everybody may have, by name; `op` goes into the protocol."""
        setup, drawn = self.done.setup, self.geplaatst.trekking
        protocol = compose_protocol(setup.regels, drawn, self.geplaatst.telling, op)
        found = {
            **promised(self.gelezen, self.geheim),
            TREKKING: compose_trekking(drawn, self.outcome_csv()),
            PROTOCOL: write_stuk(protocol, "pdf"),
            CONTROLE: (files("openlea.services") / "plaats" / "controle.py").read_bytes(),
        }
        if setup.regels.loting is Lotvorm.ENKEL:
            key = draw_key(self.geheim.salt, drawn.zaad)
            drawn_order = order(key, [k.nummer for k in setup.kinderen])
            found[TREKKINGSLIJST] = order_csv(drawn_order).encode()
        for naam, text in compose_tabellen(setup, self.done.plaatsingen).items():
            found[f"tabellen/{naam}"] = text.encode()
        return {**found, INHOUD: compose_inhoud(found)}


def promised(gelezen: Gelezen, geheim: Geheim) -> dict[str, bytes]:
    """Return what is published before the draw: register, rules and the promise."""
    register = register_of(gelezen, geheim)
    return {
        REGISTER: register,
        VASTLEGGING: compose_vastlegging(register, geheim),
        REGELS: gelezen.tekst,
    }


def register_of(gelezen: Gelezen, geheim: Geheim) -> bytes:
    """Return register.json of what was read."""
    return compose_register(
        gelezen.kinderen, gelezen.plekken, gelezen.regels, gelezen.tekst, geheim
    )


def draw_and_place(gelezen: Gelezen, geheim: Geheim, zaad: str, *, vooraf: bool) -> Opbrengst:
    """Return the placement by the lottery of a public text; `vooraf`: it was promised before."""
    regels, nummers = gelezen.regels, [kind.nummer for kind in gelezen.kinderen]
    done = work_out(
        gelezen.kinderen, gelezen.plekken, regels, drawing(regels, geheim, zaad, nummers)
    )
    count = len(gelezen.plekken)
    trekking = Trekking(
        vastlegging=promise(geheim.salt, register_of(gelezen, geheim)),
        register=f"{len(nummers)} kinderen, {count} plekken",
        zaad=zaad,
        zout=geheim.salt.hex(),
        volgorde=order_hash(regels, geheim, zaad, nummers, gelezen.plekken),
        plekken=count,
        vooraf=vooraf,
    )
    telling = count_all(done.setup, done.plaatsingen)
    return Opbrengst(gelezen, geheim, done, Geplaatst(telling, trekking))
