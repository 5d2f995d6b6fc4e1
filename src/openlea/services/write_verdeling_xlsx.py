"""Write a division as a workbook: the amounts, why each school gets its own, and the criteria."""

from collections.abc import Iterator

from openlea.policy import schrijfwijze
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.policy.verdeeluitleg import CENTS, criterium_text
from openlea.services.verdelen.uitkomst import GRENZEN, Gevoeligheid, Verdeling
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx


def write_verdeling_xlsx(verdeling: Verdeling) -> bytes:
    """Return the workbook; amounts are numbers in euros, and no text ever runs as a formula."""
    vellen = [_amounts(verdeling), _reasons(verdeling), _criteria(verdeling)]
    if verdeling.gevoeligheid is not None:
        vellen.append(_sensitivity(verdeling.gevoeligheid))
    return write_geld_xlsx(vellen)


def _amounts(verdeling: Verdeling) -> Vel:
    koppen = ["School", "Bedrag", "Grens", "Uitgesloten omdat"]
    if verdeling.vorig:
        koppen += ["Vorig bedrag", "Verschil"]
    koppen += [variant.titel for variant in verdeling.varianten]
    rijen = [
        Rij(
            (
                one.school,
                one.bedrag * CENTS,
                GRENZEN[one.held],
                one.uitgesloten,
                *_earlier(verdeling, place),
                *(variant.bedragen[place] * CENTS for variant in verdeling.varianten),
            )
        )
        for place, one in enumerate(verdeling.scholen)
    ]
    total = Rij(("Samen", verdeling.verdeeld * CENTS, "", ""), vet=True)
    return Vel("Bedragen", tuple(koppen), (*rijen, total))


def _earlier(verdeling: Verdeling, place: int) -> tuple[int | None, ...]:
    """Return what a school had and the difference, in cents; nothing when nobody asked."""
    if not verdeling.vorig:
        return ()
    one = verdeling.scholen[place]
    if one.vorig is None:
        return (None, None)
    was = round(one.vorig * CENTS)
    return (was, one.bedrag * CENTS - was)


def _reasons(verdeling: Verdeling) -> Vel:
    rijen = [
        Rij(
            (
                one.school,
                deel.criterium,
                "" if deel.waarde is None else schrijfwijze.number(deel.waarde),
                schrijfwijze.number(deel.punten),
                schrijfwijze.number(deel.punten_samen),
                deel.cent,
            )
        )
        for one in verdeling.scholen
        for deel in one.delen
    ]
    koppen = ("School", "Criterium", "Waarde", "Punten", "Punten samen", "Naar rato")
    return Vel("Waarom", koppen, tuple(rijen))


def _criteria(verdeling: Verdeling) -> Vel:
    rules = verdeling.criteria
    rijen = [
        Rij((one.naam, schrijfwijze.number(one.gewicht), criterium_text(one), one.bron))
        for one in rules.criteria
    ]
    rijen += [Rij((f"Uitsluiting: {one.naam}", "", one.reden, "")) for one in rules.uitsluitingen]
    rijen += [Rij((naam, "", text, "")) for naam, text in _rules(rules, verdeling)]
    return Vel("Criteria", ("Criterium", "Gewicht", "Uitleg", "Bron"), tuple(rijen))


def _rules(rules: Verdeelcriteria, verdeling: Verdeling) -> Iterator[tuple[str, str]]:
    yield "Verdeling", rules.titel
    yield "Bron", rules.bron
    yield "Methode", rules.methode.label
    yield "Bij gelijke aanspraak", verdeling.bij_gelijk
    yield "Ondergrens in euro's", schrijfwijze.number(rules.ondergrens)
    top = rules.bovengrens
    yield "Bovengrens in euro's", "geen" if top is None else schrijfwijze.number(top)
    yield "Afronding in euro's", schrijfwijze.number(rules.afronding)


def _sensitivity(found: Gevoeligheid) -> Vel:
    rijen = [Rij((school, low * CENTS, high * CENTS)) for school, low, high in found.bereik]
    return Vel("Gevoeligheid", ("School", "Laagste", "Hoogste"), tuple(rijen))
