"""The first pages of the agenda on paper: where it stands, its vision, its decision."""

from collections.abc import Iterator
from datetime import date

from openlea.core.agenda import Agenda, AgendaStaat
from openlea.core.notatie import euro
from openlea.policy.meetbaarheid import measurability
from openlea.policy.middelen import balans_per_jaar
from openlea.policy.schrijfwijze import count, day
from openlea.services.papier.blokken import Alinea, Blok, Feiten, Kop, facts, paragraphs


def compose_opening(agenda: Agenda) -> Iterator[Blok]:
    """Yield the chapters before the ambities."""
    yield Kop(1, "De agenda in het kort")
    yield Feiten(tuple(_in_short(agenda)))
    yield Kop(2, "Visie")
    yield from paragraphs(agenda.visie) or [Alinea("De visie is nog niet ingevuld.", zacht=True)]
    yield Kop(2, "Besluit")
    yield from _besluit(agenda)


def _in_short(agenda: Agenda) -> Iterator[tuple[str, str]]:
    yield "Periode", f"{agenda.van} tot en met {agenda.tot}"
    yield "Staat", agenda.staat.label
    ambities = count(len(agenda.ambities), "ambitie", "ambities")
    speerpunten = count(len(agenda.speerpunten), "speerpunt", "speerpunten")
    acties = count(len(agenda.acties), "actie", "acties")
    yield "Inhoud", f"{ambities}, {speerpunten} en {acties}"
    meetbaar = measurability(agenda).meetbaar
    needs = "met een nulmeting, een doel, een datum en een eigenaar"
    yield "Meetbaar", f"{meetbaar} speerpunten: {needs}"
    if agenda.begroting.posten or agenda.begroting.geldstromen:
        last = balans_per_jaar(agenda.begroting, agenda.jaren)[-1]
        yield f"Saldo {last.jaar}", euro(last.saldo)


def _besluit(agenda: Agenda) -> Iterator[Blok]:
    namen = {partij.code: partij.naam for partij in agenda.partijen}
    signed = ", ".join(namen.get(code, code) for code in agenda.ondertekenaars)
    if not (agenda.besluit_door or agenda.besluit_op):
        text = "Er is nog geen besluit over deze agenda vastgelegd."
        if agenda.staat is AgendaStaat.CONCEPT:
            text += " De agenda is een concept."
        yield Alinea(text, zacht=True)
    yield from facts(
        (
            ("Besloten door", agenda.besluit_door),
            ("Besloten op", _day(agenda.besluit_op)),
            ("Ondertekend door", signed),
            ("Geraadpleegd", agenda.geraadpleegd),
            ("Vorige agenda", agenda.voorganger),
            ("Volgende agenda", agenda.opvolger),
        )
    )


def _day(value: date | None) -> str:
    return day(value) if value else ""
