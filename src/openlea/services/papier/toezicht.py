"""The questions of the oversight on paper, to hand over: answer, source and proof per question."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.schrijfwijze import count, day
from openlea.policy.toezicht import Toezichttelling, Vinding, VraagStaat
from openlea.services.describe_toezicht import Toezichtbeeld, Vraagbeeld
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Stuk, facts

VOORAF = (
    "De woorden van de vragen zijn van Open LEA. De vragenlijst van de Inspectie zelf is niet "
    "nagelezen; de Inspectie kan anders vragen. Een status A, B of C staat hier niet: dat oordeel "
    "is aan de Inspectie."
)


def compose_toezicht(beeld: Toezichtbeeld, gemeente: str, op: date) -> Stuk:
    """Return the questions of a year as a document; `op` is the day on which it was taken out."""
    return Stuk(
        titel=f"Vragen van het toezicht {beeld.jaar}",
        bovenkop=gemeente,
        ondertitel=totals(beeld.telling),
        voetregel=f"Stand op {day(op)}",
        blokken=tuple(_blokken(beeld)),
    )


def totals(telling: Toezichttelling) -> str:
    """Return the totals in words: '20 vragen: 3 beantwoord, 9 bekend, 8 nog te beantwoorden'."""
    return (
        f"{count(telling.totaal, 'vraag', 'vragen')}: {telling.beantwoord} beantwoord, "
        f"{telling.bekend} bekend uit de werkruimte, {telling.open} nog te beantwoorden"
    )


def _blokken(beeld: Toezichtbeeld) -> Iterator[Blok]:
    for deel in beeld.delen:
        yield Kop(1, deel.deel.label)
        yield Alinea(VOORAF, zacht=True)
        for groep in deel.groepen:
            yield Kop(2, groep.naam)
            for one in groep.vragen:
                yield from _vraag(one)


def _vraag(one: Vraagbeeld) -> Iterator[Blok]:
    yield Kop(3, one.vraag.vraag)
    answer = one.keuze.label if one.keuze else one.oordeel.staat.label
    if one.oordeel.staat is VraagStaat.BEKEND:
        answer = "Ja, volgens wat hier is vastgelegd"
    told = one.antwoord
    yield from facts(
        (
            ("Antwoord", answer),
            ("Toelichting", told.antwoord if told else ""),
            ("Gegeven door", _signed(one)),
            ("Bewijs", (one.document.adres or one.document.titel) if one.document else ""),
            ("Grondslag", "; ".join(citaat.tekst for citaat in one.citaten)),
            ("Niet zeker", "; ".join(_doubts(one))),
            ("Let op", one.oordeel.opmerking),
        )
    )
    if one.oordeel.bronnen:
        yield Alinea("Bekend uit:")
        yield Lijst(tuple(source(vinding) for vinding in one.oordeel.bronnen))


def source(vinding: Vinding) -> str:
    """Return where something is known from: kind, title, day and whose it is."""
    parts = (vinding.soort.label, f"'{vinding.titel}'", day(vinding.op) if vinding.op else "")
    said = " ".join(part for part in parts if part)
    return f"{said} ({vinding.door})" if vinding.door else said


def _doubts(one: Vraagbeeld) -> Iterator[str]:
    for citaat in one.citaten:
        if not citaat.stand.is_sure:
            yield f"{citaat.tekst}: {citaat.stand.zin}"


def _signed(one: Vraagbeeld) -> str:
    if one.antwoord is None:
        return ""
    who = one.antwoord.door.naam if one.antwoord.door else "onbekend"
    return f"{who}, {day(one.antwoord.bijgewerkt_op.date())}"
