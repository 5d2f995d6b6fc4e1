"""Ways to break one rule of an agenda, and ways to stay just within it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from openlea.core.agenda import Agenda, Betrokkene, Jaarwaarde, Rol
from openlea.policy.agenda_controle import GROOTSTE_BEDRAG

Change = Callable[[Agenda], Agenda]


def actie(**changes: Any) -> Change:
    """Return a change of the first actie of the example."""

    def change(agenda: Agenda) -> Agenda:
        [ambitie] = agenda.ambities
        first, *others = ambitie.speerpunten
        changed = replace(first, acties=(replace(first.acties[0], **changes),))
        return replace(agenda, ambities=(replace(ambitie, speerpunten=(changed, *others)),))

    return change


def tweede_actie(**changes: Any) -> Change:
    """Return a change of the actie that hangs under the second speerpunt."""

    def change(agenda: Agenda) -> Agenda:
        [ambitie] = agenda.ambities
        first, second = ambitie.speerpunten
        changed = replace(second, acties=(replace(second.acties[0], **changes),))
        return replace(agenda, ambities=(replace(ambitie, speerpunten=(first, changed)),))

    return change


def speerpunt(**changes: Any) -> Change:
    """Return a change of the first speerpunt of the example."""

    def change(agenda: Agenda) -> Agenda:
        [ambitie] = agenda.ambities
        first, *others = ambitie.speerpunten
        return replace(
            agenda, ambities=(replace(ambitie, speerpunten=(replace(first, **changes), *others)),)
        )

    return change


def first_of(*path: str, **changes: Any) -> Change:
    """Return a change of the first thing in a list of the agenda, such as begroting, posten."""

    def change(agenda: Agenda) -> Agenda:
        holder = agenda if len(path) == 1 else getattr(agenda, path[0])
        first, *others = getattr(holder, path[-1])
        change_of: dict[str, Any] = {path[-1]: (replace(first, **changes), *others)}
        if len(path) > 1:
            change_of = {path[0]: replace(holder, **change_of)}
        return replace(agenda, **change_of)

    return change


def whole(**changes: Any) -> Change:
    """Return a change of the agenda itself."""
    return lambda agenda: replace(agenda, **changes)


FAULTS: list[tuple[str, Change, str, str, str]] = [
    ("titel leeg", whole(titel=" "), "Agenda", "titel", "leeg"),
    ("titel te lang", whole(titel="a" * 201), "Agenda", "titel", "Er passen er 200"),
    ("omgekeerd", whole(van=2027, tot=2025), "Agenda", "tot", "ligt voor"),
    ("te lang", whole(van=2025, tot=2045), "Agenda", "tot", "hoogstens 20 jaar"),
    ("jaar 205", whole(van=205), "Agenda", "van", "205 klopt niet"),
    ("jaar 2101", whole(van=2100, tot=2101), "Agenda", "tot", "2101 klopt niet"),
    ("nooit bijwerken", whole(bijwerken_dagen=0), "Agenda", "bijwerken_dagen", "minstens 1"),
    ("te vroeg te laat", whole(te_laat_dagen=119), "Agenda", "te_laat_dagen", "minstens"),
    ("nooit te laat", whole(te_laat_dagen=7321), "Agenda", "te_laat_dagen", "langer"),
    ("besluit 205", whole(besluit_op=date(205, 1, 1)), "Agenda", "besluit_op", "205"),
    ("tekent niemand", whole(ondertekenaars=("X",)), "Agenda", "ondertekenaars", "Partijen"),
    (
        "tekent dubbel",
        whole(ondertekenaars=("bestuur", "bestuur")),
        "Agenda",
        "ondertekenaars",
        "al als",
    ),
    ("naam leeg", actie(naam=""), "Acties", "1A1", "leeg"),
    ("naam lang", actie(naam="a" * 301), "Acties", "1A1", "301 tekens"),
    ("stuurteken", actie(omschrijving="a\x00b"), "Acties", "1A1", "stuurteken"),
    ("half teken", actie(omschrijving="\ud800"), "Acties", "1A1", "stuurteken"),
    ("cel te klein", actie(omschrijving="a" * 32_768), "Acties", "1A1", "32.767"),
    ("emoji telt dubbel", actie(omschrijving="😀" * 16_384), "Acties", "1A1", "32.768"),
    ("leeftijd 24", actie(leeftijd_tot=24), "Acties", "1A1", "24"),
    ("leeftijd -1", actie(leeftijd_van=-1), "Acties", "1A1", "-1"),
    ("leeftijd om", actie(leeftijd_van=5, leeftijd_tot=4), "Acties", "1A1", "lager"),
    ("actie om", actie(tot=date(2024, 12, 31)), "Acties", "1A1", "ligt voor de begindatum"),
    ("actie na", actie(van=date(2028, 1, 1), tot=None), "Acties", "1A1", "pas na de agenda"),
    ("actie voor", actie(van=None, tot=date(2024, 12, 31)), "Acties", "1A1", "al voor de agenda"),
    ("werkgroep", actie(werkgroep="X"), "Acties", "1A1", "Werkgroepen"),
    ("samengevoegd", actie(samengevoegd_met="X"), "Acties", "1A1", "Acties"),
    ("met zichzelf", actie(samengevoegd_met="1A1"), "Acties", "1A1", "bij zichzelf"),
    ("opgevolgd", actie(opgevolgd_door="X"), "Acties", "1A1", "Acties"),
    ("code dubbel", tweede_actie(code="1A1"), "Acties", "1A1", "Acties"),
    ("code van een doel", first_of("netwerk", "doelen", code="1E1"), "Doelen", "1E1", "Acties"),
    ("trekker", speerpunt(trekker="X"), "Speerpunten", "1A", "Partijen"),
    (
        "betrokkene",
        actie(betrokkenen=(Betrokkene(partij="X", rol=Rol.TREKKER),)),
        "Betrokkenen",
        "1A1 X",
        "Partijen",
    ),
    (
        "betrokkene dubbel",
        actie(
            betrokkenen=(Betrokkene(partij="bestuur", rol=Rol.TREKKER),) * 1
            + (Betrokkene(partij="bestuur", rol=Rol.BETROKKEN),)
        ),
        "Betrokkenen",
        "1A1 bestuur",
        "staat er al",
    ),
    ("partij dubbel", first_of("partijen", code="bestuur"), "Partijen", "bestuur", "staat er al"),
    ("werkgroep dubbel", whole(werkgroepen=("W", "W", "Werkgroep taal")), "Werkgroepen", "W", "al"),
    ("streefwaarde bij", first_of("streefwaarden", bij="D1"), "Streefwaarden", "S1", "Indicatoren"),
    (
        "geen getal",
        first_of("streefwaarden", nulmeting=Decimal("NaN")),
        "Streefwaarden",
        "S1",
        "geen getal",
    ),
    (
        "te groot",
        first_of("streefwaarden", nulmeting=Decimal(10**14)),
        "Streefwaarden",
        "S1",
        "14 cijfers",
    ),
    (
        "te fijn",
        first_of("streefwaarden", nulmeting=Decimal("1E-7")),
        "Streefwaarden",
        "S1",
        "6 cijfers",
    ),
    (
        "jaarwaarde buiten",
        first_of("streefwaarden", jaren=(Jaarwaarde(jaar=2024),)),
        "Jaarwaarden",
        "S1 2024",
        "buiten de agenda",
    ),
    (
        "jaarwaarde dubbel",
        first_of("streefwaarden", jaren=(Jaarwaarde(jaar=2025), Jaarwaarde(jaar=2025))),
        "Jaarwaarden",
        "S1 2025",
        "staat er al",
    ),
    ("post bij", first_of("begroting", "posten", bij="X"), "Begroting", "P1", "Ambities"),
    ("kop onbekend", first_of("begroting", "posten", kop="X"), "Begroting", "P1", "Begroting"),
    ("kop in een kring", first_of("begroting", "posten", kop="P2"), "Begroting", "P1", "zichzelf"),
    ("bedrag jaar", first_of("begroting", "posten", bedragen={2028: 1}), "Begroting", "P1", "2028"),
    (
        "bedrag groot",
        first_of("begroting", "posten", bedragen={2025: -GROOTSTE_BEDRAG - 1}),
        "Begroting",
        "P1",
        "10 miljard",
    ),
    (
        "geldstroom groot",
        first_of("begroting", "geldstromen", bedragen={2025: GROOTSTE_BEDRAG + 1}),
        "Geldstromen",
        "G1",
        "10 miljard",
    ),
    (
        "wijziging post",
        first_of("begroting", "wijzigingen", post="X"),
        "Wijzigingen",
        "X 2026",
        "X",
    ),
    (
        "wijziging jaar",
        first_of("begroting", "wijzigingen", jaar=2024),
        "Wijzigingen",
        "P1 2024",
        "2024",
    ),
    (
        "boeking",
        first_of("begroting", "boekingen", geldstroom="X"),
        "Realisatie",
        "P1",
        "Geldstromen",
    ),
    (
        "boeking dag",
        first_of("begroting", "boekingen", op=date(1925, 1, 1)),
        "Realisatie",
        "P1",
        "1925",
    ),
    (
        "subsidie aan",
        first_of("begroting", "subsidies", ontvanger="X"),
        "Subsidies",
        "SUB-1",
        "Partijen",
    ),
    (
        "subsidie min",
        first_of("begroting", "subsidies", beschikt=-1),
        "Subsidies",
        "SUB-1",
        "lager dan 0",
    ),
    ("verband naar", first_of("netwerk", "verbanden", naar="1"), "Verbanden", "1A1 1", "Doelen"),
    ("verband om", first_of("netwerk", "verbanden", naar="1A1"), "Verbanden", "1A1 1A1", "anders"),
]


ALLOWED: list[tuple[str, Change]] = [
    ("grootste bedrag", first_of("begroting", "posten", bedragen={2025: GROOTSTE_BEDRAG})),
    ("leeftijd 0 en 23", actie(leeftijd_van=0, leeftijd_tot=23)),
    ("een dag", actie(van=date(2027, 12, 31), tot=date(2027, 12, 31))),
    ("al begonnen", actie(van=date(2019, 1, 1), tot=date(2025, 1, 1))),
    ("nog bezig", actie(van=date(2027, 12, 31), tot=date(2030, 1, 1))),
    ("een jaar", whole(van=2025, tot=2044)),
    ("gelijk ritme", whole(bijwerken_dagen=1, te_laat_dagen=1)),
    ("ruim ritme", whole(te_laat_dagen=7320)),
    ("lange titel", whole(titel="a" * 200)),
    ("regels", actie(omschrijving="a\r\n\tb")),
    ("volle cel", actie(omschrijving="a" * 32_767)),
    ("veel cijfers", first_of("streefwaarden", nulmeting=Decimal("-99999999999999.999999"))),
    ("vrije code", tweede_actie(code="taal thuis 2")),
    ("lege subsidie", first_of("begroting", "subsidies", beschikt=0)),
]
