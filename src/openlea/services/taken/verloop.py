"""Tells what became of a task, step by step, from the history of the task and of its proof."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.schrijfwijze import day
from openlea.services.taken.bewijsregel import SYSTEEM, Zicht
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Verloopregel:
    """One thing that happened: when, who did it, and what it was."""

    op: datetime
    door: str
    wat: str


def story_of(taak: records.Verplichting, zicht: Zicht) -> tuple[Verloopregel, ...]:
    """Return what happened to a task and its proof, newest first; two queries."""
    own = taak.history.select_related("history_user").order_by("history_id")
    proof = records.Bewijs.history.filter(verplichting_id=taak.pk)
    steps = [*_of_taak(own, zicht)]
    if zicht.voorstellen:
        steps += _of_proof(proof.select_related("history_user").order_by("history_id"), zicht)
    return tuple(sorted(steps, key=lambda one: one.op, reverse=True))


def _of_taak(rows: Iterable[records.Verplichting], zicht: Zicht) -> Iterator[Verloopregel]:
    before: records.Verplichting | None = None
    for row in rows:
        told = list(_changes(before, row, zicht))
        if told:
            yield _line(row, zicht, " ".join(told))
        before = row


def _changes(
    before: records.Verplichting | None, row: records.Verplichting, zicht: Zicht
) -> Iterator[str]:
    if before is None:
        yield "Taak klaargezet."
        return
    if row.staat != before.staat and (zicht.voorstellen or row.staat != TaakStaat.VOORGESTELD):
        yield f"Staat: {TaakStaat(row.staat).label}."
    if row.uiterlijk != before.uiterlijk:
        yield f"Laatste dag: {day(row.uiterlijk)}."
    if zicht.notities and row.reden and row.reden != before.reden:
        yield f"Reden: {row.reden}"
    if zicht.notities and row.notitie != before.notitie:
        yield "Notitie aangepast."
    if row.vervallen != before.vervallen:
        yield "De wet vraagt dit niet meer." if row.vervallen else "De wet vraagt dit weer."


def _of_proof(rows: Iterable[records.Bewijs], zicht: Zicht) -> Iterator[Verloopregel]:
    seen: dict[int, str] = {}
    for row in rows:
        if seen.get(row.id) == row.staat:
            continue
        titel = row.titel if zicht.opens(row) else BewijsSoort(row.soort).label
        was_new = row.id not in seen
        seen[row.id] = row.staat
        yield _line(row, zicht, f"{_word(BewijsStaat(row.staat), was_new=was_new)}: {titel}")


def _word(staat: BewijsStaat, *, was_new: bool) -> str:
    if staat is BewijsStaat.VOORGESTELD:
        return "Bewijs voorgesteld" if was_new else "Oordeel teruggenomen"
    return f"Bewijs {staat.label.lower()}"


def _line(row: "records.Verplichting | records.Bewijs", zicht: Zicht, wat: str) -> Verloopregel:
    who = row.history_user  # type: ignore[union-attr]
    name = "" if who is None else who.naam if zicht.namen else zicht.partij
    return Verloopregel(op=row.history_date, door=name or SYSTEEM, wat=wat)  # type: ignore[union-attr]
