"""The start of a data protection impact assessment: what is known, and blanks for what is not.

Its seventeen points in four parts follow the Model DPIA Rijksdienst (2017, revised in 2022); the
wording of the questions is our own and was not laid beside the current edition.
"""

from collections.abc import Callable, Sequence
from datetime import date

from openlea.core.verwerking import Verwerking
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Stuk

OPEN = "Vul in: "
VOORAF = (
    "Dit is een begin van een DPIA, geen DPIA. Wat Open LEA weet, staat ingevuld. Wat een mens "
    "moet beantwoorden, begint met ‘Vul in’. De punten volgen het Model DPIA Rijksdienst; leg "
    "de tekst naast de laatste uitgave daarvan."
)


def _one_line(pick: Callable[[Verwerking], str]) -> Callable[[Sequence[Verwerking]], list[str]]:
    return lambda rows: [f"{one.titel}: {pick(one)}" for one in rows]


def _nothing(_rows: Sequence[Verwerking]) -> list[str]:
    return []


DELEN: tuple[
    tuple[str, tuple[tuple[str, Callable[[Sequence[Verwerking]], list[str]], str], ...]], ...
] = (
    (
        "A. Kenmerken van de verwerkingen",
        (
            ("1. Voorstel", _nothing, "waarvoor gebruikt deze gemeente Open LEA, en wat is nieuw?"),
            (
                "2. Persoonsgegevens",
                _one_line(lambda one: "; ".join((*one.gegevens, "van", *one.betrokkenen))),
                "klopt dit voor deze werkruimte, en om hoeveel mensen gaat het?",
            ),
            (
                "3. Gegevensverwerkingen",
                lambda rows: [one.titel for one in rows],
                "wat gebeurt er voor en na Open LEA met deze gegevens?",
            ),
            ("4. Doeleinden", _one_line(lambda one: one.doel), "zijn er andere doelen?"),
            (
                "5. Betrokken partijen",
                _one_line(lambda one: "; ".join(one.ontvangers)),
                "wie is verantwoordelijk, wie is verwerker, wie beheert de server?",
            ),
            ("6. Belangen", _nothing, "welk belang hebben de gemeente, de partners en de mensen?"),
            (
                "7. Plaatsen",
                _nothing,
                "waar staan de server en de back-ups? Gaat er iets buiten de EER?",
            ),
            (
                "8. Techniek en methode",
                lambda _rows: [
                    "Geen profilering, geen geautomatiseerde besluiten over personen.",
                    "Rijen over personen liggen versleuteld; kleine aantallen niet getoond.",
                ],
                "welke andere programma's zijn gekoppeld?",
            ),
            (
                "9. Juridisch kader",
                _one_line(lambda one: one.bron),
                "welk lokaal beleid en welke convenanten gelden?",
            ),
            (
                "10. Bewaartermijnen",
                _one_line(lambda one: one.bewaren),
                "stel de termijnen vast die hier een voorstel zijn.",
            ),
        ),
    ),
    (
        "B. Rechtmatigheid",
        (
            ("11. Rechtsgrond", _one_line(lambda one: one.grondslag), "stel elke grondslag vast."),
            (
                "12. Bijzondere gegevens",
                _nothing,
                "welke gegevens zijn bijzonder of strafrechtelijk, en waarom mag het toch?",
            ),
            ("13. Doelbinding", _nothing, "past het gebruik bij het doel van verzamelen?"),
            (
                "14. Noodzaak en evenredigheid",
                _nothing,
                "kan het met minder gegevens, of zonder gegevens per persoon?",
            ),
            (
                "15. Rechten van betrokkenen",
                lambda _rows: [
                    "Inzage in wie iets bekeek: het logboek, per account of onderwerp.",
                    "Wissen: per aanlevering en per account; een back-up geeft niets terug.",
                ],
                "hoe vraagt iemand inzage, verbetering of wissen, en wie antwoordt?",
            ),
        ),
    ),
    (
        "C. Risico's",
        (
            (
                "16. Risico's",
                _one_line(lambda one: " ".join(one.onbevestigd) or "niets gemeld"),
                "wat kan er misgaan voor de mensen, hoe waarschijnlijk is dat en hoe erg?",
            ),
        ),
    ),
    (
        "D. Maatregelen",
        (
            (
                "17. Maatregelen",
                _one_line(lambda one: "; ".join(one.maatregelen)),
                "welke maatregelen komen erbij, van wie en wanneer? Welk risico blijft?",
            ),
        ),
    ),
)


def dpia_stuk(werkruimte: str, rows: Sequence[Verwerking], op: date) -> Stuk:
    """Return the start of a DPIA on these processings as a document."""
    blokken: list[Blok] = [Alinea(VOORAF)]
    for deel, punten in DELEN:
        blokken.append(Kop(1, deel))
        for titel, known, question in punten:
            blokken.append(Kop(2, titel))
            if told := known(rows):
                blokken.append(Lijst(tuple(told)))
            blokken.append(Alinea(f"{OPEN}{question}"))
    day = f"{op:%d-%m-%Y}"
    return Stuk(
        titel="Begin van een DPIA",
        bovenkop=werkruimte,
        ondertitel=f"Stand van {day}",
        voetregel=f"Begin van een DPIA {werkruimte}, {day}",
        blokken=tuple(blokken),
        omslag=False,
        datum=day,
        werkruimte=werkruimte,
    )
