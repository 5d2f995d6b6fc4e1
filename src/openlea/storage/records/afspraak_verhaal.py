"""The story of an agreement: when it was written, changed, confirmed and settled, and by whom."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openlea.core.afspraak import AfspraakStaat, Bevestiging
from openlea.core.agenda import Zichtbaarheid
from openlea.storage.records.afspraak import Afspraak

TEXT = ("wat", "voor", "maat", "richting", "nulmeting", "nulmeting_op", "streefwaarde", "peildatum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakgebeurtenis:
    """One thing that happened to an agreement; `soort` names its icon."""

    op: datetime
    titel: str
    soort: str
    door: str = ""
    tekst: str = ""


def events_of(
    one: Afspraak, reached: Container[Zichtbaarheid] = frozenset(Zichtbaarheid)
) -> list[Afspraakgebeurtenis]:
    """Return what happened to an agreement, newest first; in two queries.

    `reached` are the visibilities that the reader sees: words that were hidden then stay so.
    """
    own = list(one.history.select_related("history_user").order_by("history_date", "history_id"))
    found = [event for old, new in zip([None, *own], own, strict=False)
             for event in _own(old, new, reached)]  # fmt: skip
    rows: Any = one.partijen.model.history
    said = rows.filter(afspraak_id=one.pk).select_related("history_user", "partij")
    before: dict[int, str] = {}
    for row in said.order_by("history_date", "history_id"):
        if row.history_type == "-":
            found.append(_event(row, f"{row.partij.naam} doet niet meer mee", "kruis", ""))
            before.pop(row.partij_id, None)
            continue
        if row.bevestiging != before.get(row.partij_id, str(Bevestiging.GEVRAAGD)):
            found += _said(row)
        before[row.partij_id] = row.bevestiging
    return sorted(found, key=lambda event: event.op, reverse=True)


def _own(old: Any, new: Any, reached: Container[Zichtbaarheid]) -> list[Afspraakgebeurtenis]:
    """Return what a change of the agreement itself tells; what says nothing is left out."""
    who = new.history_user.naam if new.history_user else ""
    if old is None:
        return [_event(new, "Opgeschreven", "afspraak", who)]
    found = []
    told = Zichtbaarheid(old.zichtbaarheid) in reached
    if any(getattr(old, name) != getattr(new, name) for name in TEXT):
        text = "De maat of de dag is aangepast."
        if old.wat != new.wat:
            text = f"Eerst: {old.wat}" if told else ""
        found.append(_event(new, "Gewijzigd", "potlood", who, text))
    if old.toelichting != new.toelichting:
        text = f"Eerst: {old.toelichting}" if old.toelichting and told else ""
        found.append(_event(new, "Toelichting aangepast", "potlood", who, text))
    if old.actie_id is None and new.actie_id is not None:
        found.append(_event(new, "Actie geworden", "vlag", who))
    if old.staat != new.staat:
        title = AfspraakStaat(new.staat).label
        seen = Zichtbaarheid(new.zichtbaarheid) in reached
        found.append(_event(new, title, "doel", who, new.uitkomst if seen else ""))
    return found


def _said(row: Any) -> list[Afspraakgebeurtenis]:
    who = row.history_user.naam if row.history_user else ""
    word = Bevestiging(row.bevestiging)
    if word is Bevestiging.GEVRAAGD:
        return [_event(row, f"{row.partij.naam} is opnieuw gevraagd", "klok", "")]
    return [_event(row, f"{row.partij.naam}: {word.label.lower()}", _ICON[word], who, row.reden)]


def _event(row: Any, titel: str, soort: str, door: str, tekst: str = "") -> Afspraakgebeurtenis:
    return Afspraakgebeurtenis(
        op=row.history_date, titel=titel, soort=soort, door=door, tekst=tekst
    )


_ICON = {
    Bevestiging.BEVESTIGD: "vinkje-rond",
    Bevestiging.VOORBEHOUD: "vraag",
    Bevestiging.BEZWAAR: "kruis-rond",
}
