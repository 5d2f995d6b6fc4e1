"""Says to parents what a school can offer: short sentences made of what the school chose."""

from collections.abc import Iterator, Mapping

from openlea.core.ondersteuning import (
    Antwoord,
    Basisstelling,
    Ondersteuningssoort,
    Ondersteuningsvorm,
)
from openlea.policy.profielinhoud import DESKUNDIGEN, GEBOUW, Profielextra, Profielinhoud
from openlea.policy.schrijfwijze import listing

HOE = {
    Ondersteuningsvorm.KLAS: "in de gewone klas",
    Ondersteuningsvorm.GROEP: "in een aparte groep",
    Ondersteuningsvorm.BUITEN: "met hulp van buiten de school",
}
NIETS = "De school heeft nog niet ingevuld wat zij kan bieden."
OVERLEG = "Staat jouw vraag er niet bij? Vraag het de school: samen zoek je wat wel kan."


def parents_text(
    school: str,
    inhoud: Profielinhoud,
    stellingen: Mapping[str, Basisstelling],
    soorten: Mapping[str, Ondersteuningssoort],
) -> str:
    """Return the text, a paragraph per line with a blank one between; the own text stands last."""
    parts = list(_parts(school, inhoud, stellingen, soorten)) or [NIETS]
    own = [inhoud.eigen.strip()] if inhoud.eigen.strip() else []
    return "\n\n".join([*parts, *own, OVERLEG])


def offer_sentence(soort: Ondersteuningssoort, extra: Profielextra) -> str:
    """Return one sentence: 'Deze school kan helpen bij autisme, in de gewone klas.'."""
    size = f" van hoogstens {extra.groepsgrootte} leerlingen" if extra.groepsgrootte else ""
    shown = size if extra.vorm is Ondersteuningsvorm.GROEP else ""
    return f"Deze school kan {soort.vraag}, {HOE[extra.vorm]}{shown}."


def _parts(
    school: str,
    inhoud: Profielinhoud,
    stellingen: Mapping[str, Basisstelling],
    soorten: Mapping[str, Ondersteuningssoort],
) -> Iterator[str]:
    whole, partly = (_said(inhoud, stellingen, one) for one in (Antwoord.JA, Antwoord.DEELS))
    if whole:
        yield f"Elk kind op {school} kan rekenen op {listing(whole)}."
    if partly:
        yield f"Voor een deel lukt: {listing(partly)}. Vraag de school hoe."
    offers = [offer_sentence(soorten[e.soort], e) for e in inhoud.extra if e.soort in soorten]
    if offers:
        yield " ".join(offers)
    if inhoud.deskundigen:
        names = [DESKUNDIGEN[one].lower() for one in inhoud.deskundigen]
        yield f"Op school werken ook: {listing(names)}."
    if inhoud.gebouw:
        yield f"Het gebouw: {listing([GEBOUW[one].lower() for one in inhoud.gebouw])}."


def _said(
    inhoud: Profielinhoud, stellingen: Mapping[str, Basisstelling], wanted: Antwoord
) -> list[str]:
    return [one.zin for key, one in stellingen.items() if inhoud.basis.get(key) is wanted]
