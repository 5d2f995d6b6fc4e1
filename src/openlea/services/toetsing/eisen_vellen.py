"""The scores on the programma van eisen as sheets: the heat map, and every score with its words."""

from collections.abc import Iterable, Iterator

from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import Eisvak
from openlea.services.describe_eisen import Eisenbeeld
from openlea.services.write_geld_xlsx import Rij, Vel
from openlea.storage.records import models as records

KOPPEN = (
    *("Partij", "Nummer", "Uitgangspunt", "Hoe", "Categorie", "Eis", "Score", "Toelichting"),
    "Bewijs",
)


def sheets_of(beeld: Eisenbeeld, scores: Iterable[records.Eisscore]) -> tuple[Vel, ...]:
    """Return the sheets of a year; counts are words, because a number here is an amount."""
    titels = [f"{nummer}. {titel}" for nummer, titel in beeld.programma.uitgangspunten.items()]
    rijen = tuple(
        Rij((rij.naam, *(in_words(vak) for vak in rij.vakken.values()), in_words(rij.geheel)))
        for rij in beeld.rijen
    )
    return (
        Vel(f"Programma van eisen {beeld.jaar}", ("Partij", *titels, "Alles"), rijen),
        Vel("Scores", KOPPEN, tuple(_scores(beeld, scores))),
    )


def in_words(vak: Eisvak) -> str:
    """Return a cell of the heat map in words: '4 van 9 geheel, 2 deels, 1 niet, 2 open'."""
    if not vak.totaal:
        return "geen eisen"
    rest = (
        (vak.deels, "deels"),
        (vak.niet, "niet"),
        (vak.nvt, "niet van toepassing"),
        (vak.open, "open"),
    )
    told = [f"{amount} {word}" for amount, word in rest if amount]
    return ", ".join([f"{vak.geheel} van {vak.telt} geheel", *told])


def _scores(beeld: Eisenbeeld, scores: Iterable[records.Eisscore]) -> Iterator[Rij]:
    eisen = {eis.id: eis for eis in beeld.programma.eisen}
    for one in sorted(scores, key=lambda each: (each.partij.naam, each.rij)):
        eis = eisen.get(one.rij)
        if eis is None:
            continue
        yield Rij(
            (
                one.partij.naam,
                eis.id,
                beeld.programma.uitgangspunten[eis.uitgangspunt],
                eis.werkwoord.label,
                eis.categorie.value,
                " ".join(eis.tekst.split()),
                Score(one.score).label,
                one.toelichting,
                one.document.titel if one.document else "",
            )
        )
