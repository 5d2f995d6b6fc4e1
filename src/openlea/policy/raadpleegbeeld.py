"""What the outcome of a round means: means per theme, what moved, and five things to talk about.

It looks at published cells alone, never at answers: so nothing here can tell more than they do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from openlea.core.keuze import Keuze
from openlea.core.raadpleging import Vraag, VraagSoort
from openlea.policy.raadpleegcel import Cel, Omvang
from openlea.policy.raadpleging_uitkomst import Uitkomst

GEWICHT: Mapping[Omvang, int] = {
    Omvang.VIJF: 5,
    Omvang.TIEN: 10,
    Omvang.TWINTIG: 20,
    Omvang.VIJFTIG: 50,
}
BESPREEK = 5
MIDDEN = 3.0
VER_UITEEN = 2
"""Classes between the highest and the lowest group, from which groups stand opposite each other."""
BEWOOG_VRAAG, BEWOOG_DEEL = 0.5, 0.25
"""Points of the scale from which a question, or a theme, has moved."""


class Verdeeldheid(Keuze):
    """How far apart people are."""

    EENS = "eens", "Eensgezind"
    VERDEELD = "verdeeld", "Verdeeld"
    STERK = "sterk_verdeeld", "Sterk verdeeld"


class Beweging(Keuze):
    """What happened since the round before."""

    HOGER = "hoger", "Hoger dan vorige keer"
    GELIJK = "gelijk", "Ongeveer als vorige keer"
    LAGER = "lager", "Lager dan vorige keer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagbeeld:
    """A question with about its mean (1 to 5), or what was chosen; empty when hidden."""

    vraag: Vraag
    cellen: tuple[Cel, ...] = ()
    gemiddeld: float | None = None
    verdeeldheid: Verdeeldheid | None = None
    beweging: Beweging | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbeeld:
    """A theme: its mean, the mean of each group (None for too few answers), and its questions."""

    id: str
    titel: str
    vragen: tuple[Vraagbeeld, ...]
    gemiddeld: float | None
    verdeeld: int
    per_groep: tuple[tuple[str, float | None], ...]
    beweging: Beweging | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bespreekpunt:
    """A question to talk about, and why, in sentences."""

    vraag: Vraag
    onderdeel: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeld:
    """The whole outcome as a page shows it."""

    delen: tuple[Deelbeeld, ...]
    bespreek: tuple[Bespreekpunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """A closed round: its questions as they were asked and what may be shown of them."""

    onderdelen: tuple[tuple[str, str], ...]
    vragen: tuple[Vraag, ...]
    uitkomst: Uitkomst


def picture(ronde: Ronde, vorige: Ronde | None = None) -> Beeld:
    """Return the picture of a round, beside the round before it when there was one."""
    before = {one.vraag.id: one for one in _questions(vorige, {})} if vorige else {}
    questions = _questions(ronde, before)
    titles = ronde.onderdelen or (("", "Vragen"),)
    delen = tuple(_part(naam, titel, questions, before, ronde.uitkomst) for naam, titel in titles)
    return Beeld(delen=delen, bespreek=_to_discuss(questions, dict(titles)))


def _questions(ronde: Ronde, before: Mapping[str, Vraagbeeld]) -> tuple[Vraagbeeld, ...]:
    return tuple(
        _question(vraag, ronde.uitkomst.cellen.get(vraag.id, ()), before.get(vraag.id))
        for vraag in ronde.vragen
        if vraag.soort is not VraagSoort.TEKST
    )


def _question(vraag: Vraag, cellen: tuple[Cel, ...], before: Vraagbeeld | None) -> Vraagbeeld:
    if vraag.soort is not VraagSoort.SCHAAL or not cellen:
        return Vraagbeeld(vraag=vraag, cellen=cellen)
    now = weigh(cellen)
    same = before is not None and before.vraag.tekst == vraag.tekst
    was = before.gemiddeld if before is not None and same else None
    return Vraagbeeld(
        vraag=vraag,
        cellen=cellen,
        gemiddeld=now,
        verdeeldheid=division(cellen),
        beweging=moved(was, now, BEWOOG_VRAAG),
    )


def weigh(cellen: Sequence[Cel]) -> float | None:
    """Return about the mean of some cells of a scale, each weighed by its class of numbers."""
    known = [(one.hoogte.midden, GEWICHT[one.omvang]) for one in cellen if one.hoogte]
    total = sum(weight for _, weight in known)
    return sum(midden * weight for midden, weight in known) / total if total else None


def division(cellen: Sequence[Cel]) -> Verdeeldheid:
    """Return how far apart people are, within groups and between them."""
    places = [one.hoogte.plaats for one in cellen if one.hoogte]
    gap = max(places) - min(places) if places else 0
    weights = sum(GEWICHT[one.omvang] for one in cellen)
    within = 2 * sum(GEWICHT[one.omvang] for one in cellen if one.verdeeld) >= weights
    if gap >= VER_UITEEN or (within and gap):
        return Verdeeldheid.STERK
    return Verdeeldheid.VERDEELD if within else Verdeeldheid.EENS


def moved(was: float | None, now: float | None, step: float) -> Beweging | None:
    """Return what happened since last time, or None when one of the two is not known."""
    if was is None or now is None:
        return None
    if abs(now - was) < step:
        return Beweging.GELIJK
    return Beweging.HOGER if now > was else Beweging.LAGER


def _part(
    naam: str,
    titel: str,
    questions: Sequence[Vraagbeeld],
    before: Mapping[str, Vraagbeeld],
    uitkomst: Uitkomst,
) -> Deelbeeld:
    own = tuple(one for one in questions if one.vraag.onderdeel == naam)
    scales = [one for one in own if one.gemiddeld is not None]
    known = [one for one in scales if one.beweging is not None]
    now = _mean(known)
    was = _mean([before[one.vraag.id] for one in known])
    return Deelbeeld(
        id=naam,
        titel=titel,
        vragen=own,
        gemiddeld=_mean(scales),
        verdeeld=sum(one.verdeeldheid is not Verdeeldheid.EENS for one in scales),
        per_groep=tuple((groep, _of_group(groep, scales)) for groep, _ in uitkomst.groepen),
        beweging=moved(was, now, BEWOOG_DEEL),
    )


def _mean(questions: Sequence[Vraagbeeld]) -> float | None:
    values = [one.gemiddeld for one in questions if one.gemiddeld is not None]
    return mean(values) if values else None


def _of_group(groep: str, questions: Sequence[Vraagbeeld]) -> float | None:
    """Return the mean of a group over a theme, when half of its questions may be shown."""
    own = [
        cel.hoogte.midden
        for one in questions
        for cel in one.cellen
        if cel.groepen == (groep,) and cel.hoogte
    ]
    return mean(own) if own and 2 * len(own) >= len(questions) else None


def _to_discuss(
    questions: Sequence[Vraagbeeld], titles: Mapping[str, str]
) -> tuple[Bespreekpunt, ...]:
    """Return the five questions with most to talk about, the first ones first when equal."""
    weighed = [(_weight(one), -place, one) for place, one in enumerate(questions)]
    chosen = sorted((one for one in weighed if one[0] > 0), reverse=True, key=lambda one: one[:2])
    return tuple(
        Bespreekpunt(
            vraag=one.vraag,
            onderdeel=titles.get(one.vraag.onderdeel, ""),
            redenen=_reasons(one),
        )
        for _, _, one in chosen[:BESPREEK]
    )


def _weight(one: Vraagbeeld) -> float:
    if one.gemiddeld is None:
        return 0
    low = max(MIDDEN - one.gemiddeld, 0) * 2
    apart = {Verdeeldheid.STERK: 3.0, Verdeeldheid.VERDEELD: 1.5}.get(
        one.verdeeldheid or Verdeeldheid.EENS, 0.0
    )
    fell = 0.5 if one.beweging is Beweging.LAGER else 0.0
    return low + apart + fell


def _reasons(one: Vraagbeeld) -> tuple[str, ...]:
    reasons = []
    if one.gemiddeld is not None and one.gemiddeld < MIDDEN:
        reasons.append("Gemiddeld is het antwoord laag.")
    if between := _opposite(one.cellen):
        reasons.append(between)
    if any(cel.verdeeld for cel in one.cellen):
        reasons.append("De antwoorden lopen uiteen: een deel is het eens, een deel oneens.")
    if one.beweging is Beweging.LAGER:
        reasons.append("Het is lager dan vorige keer.")
    return tuple(reasons)


def _opposite(cellen: Sequence[Cel]) -> str:
    """Return which groups stand opposite each other, or '' when none do."""
    placed = [(one.hoogte.plaats, " en ".join(one.groepen)) for one in cellen if one.hoogte]
    if len(placed) <= 1:
        return ""
    (low, lowest), (high, highest) = min(placed), max(placed)
    if high - low < 1:
        return ""
    return f"Groepen kijken er anders naar. Minder positief: {lowest}. Positiever: {highest}."
