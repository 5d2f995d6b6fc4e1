"""How measurable an agenda is: which speerpunten have a nulmeting, a target, a date and an owner.

A speerpunt is measured by its own streefwaarden, those of its acties, and those of the indicators
that it or its acties are linked to. It is measurable when one and the same streefwaarde has all
four: a nulmeting of one thing says nothing of the target of another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openlea.core.agenda import Agenda, Speerpunt, Streefwaarde, VerwijzingSoort
from openlea.core.keuze import Keuze
from openlea.policy.aandeel import Aandeel
from openlea.policy.actualiteit import answering
from openlea.policy.schrijfwijze import listing
from openlea.policy.streefwaarde import has_doel


class Onderdeel(Keuze):
    """What it takes to be measurable."""

    NULMETING = "nulmeting", "nulmeting"
    DOEL = "doel", "streefwaarde"
    DATUM = "datum", "datum"
    EIGENAAR = "eigenaar", "eigenaar"


FOR_INDICATOR = (Onderdeel.NULMETING, Onderdeel.DOEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetbaar:
    """How measurable one speerpunt or indicator is."""

    code: str
    naam: str
    nodig: tuple[Onderdeel, ...]
    aanwezig: frozenset[Onderdeel]
    is_meetbaar: bool

    @property
    def ontbreekt(self) -> tuple[Onderdeel, ...]:
        """Return what is missing, in a fixed order."""
        return tuple(deel for deel in self.nodig if deel not in self.aanwezig)

    @property
    def tekst(self) -> str:
        """Return in Dutch what is missing; empty when nothing is."""
        missing = [deel.label for deel in self.ontbreekt]
        if missing:
            verb = "ontbreekt" if len(missing) == 1 else "ontbreken"
            return f"{self.code} {self.naam}: {listing(missing)} {verb}."
        if self.is_meetbaar:
            return ""
        parts = listing([deel.label for deel in self.nodig])
        return f"{self.code} {self.naam}: {parts} staan niet bij één streefwaarde."


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetbaarheid:
    """How measurable an agenda is."""

    speerpunten: tuple[Meetbaar, ...]
    indicatoren: tuple[Meetbaar, ...]

    def share(self, deel: Onderdeel) -> Aandeel:
        """Return how many speerpunten have this part."""
        return Aandeel.of(deel in punt.aanwezig for punt in self.speerpunten)

    @property
    def meetbaar(self) -> Aandeel:
        """Return how many speerpunten have all four on one streefwaarde."""
        return Aandeel.of(punt.is_meetbaar for punt in self.speerpunten)

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return a Dutch sentence for each speerpunt and indicator that misses something."""
        each = (*self.speerpunten, *self.indicatoren)
        return tuple(punt.tekst for punt in each if punt.tekst)


def measurability(agenda: Agenda) -> Meetbaarheid:
    """Return how measurable each speerpunt and each indicator of the agenda is."""
    owners = _owners(agenda)
    return Meetbaarheid(
        speerpunten=tuple(_judge_speerpunt(agenda, punt, owners) for punt in agenda.speerpunten),
        indicatoren=tuple(
            _judge(agenda, one.code, one.naam, FOR_INDICATOR, frozenset({one.code}), owners)
            for one in agenda.netwerk.indicatoren
        ),
    )


def parts(agenda: Agenda, streefwaarde: Streefwaarde, owner: str) -> frozenset[Onderdeel]:
    """Return which of the four a streefwaarde has; a date is a year within the agenda's period."""
    years = [jaar.jaar for jaar in streefwaarde.jaren if has_doel(streefwaarde.richting, jaar)]
    claims = {
        Onderdeel.NULMETING: streefwaarde.nulmeting is not None,
        Onderdeel.DOEL: bool(years),
        Onderdeel.DATUM: any(agenda.van <= jaar <= agenda.tot for jaar in years),
        Onderdeel.EIGENAAR: bool(owner),
    }
    return frozenset(deel for deel, claim in claims.items() if claim)


def parts_by_code(agenda: Agenda) -> Mapping[str, frozenset[Onderdeel]]:
    """Return by code of each streefwaarde which of the four it has."""
    owners = _owners(agenda)
    return {
        one.code: parts(agenda, one, one.eigenaar or owners.get(one.bij, ""))
        for one in agenda.streefwaarden
    }


def _owners(agenda: Agenda) -> Mapping[str, str]:
    """Return by code who leads each speerpunt and actie that somebody leads."""
    punten = {punt.code: punt.trekker for punt in agenda.speerpunten if punt.trekker}
    return punten | {actie.code: answering(actie)[0] for actie in agenda.acties if answering(actie)}


def _judge_speerpunt(agenda: Agenda, punt: Speerpunt, owners: Mapping[str, str]) -> Meetbaar:
    own = {punt.code, *(actie.code for actie in punt.acties)}
    bij = frozenset(own | set(_indicatoren(agenda, punt, own)))
    return _judge(agenda, punt.code, punt.naam, tuple(Onderdeel), bij, owners)


def _indicatoren(agenda: Agenda, punt: Speerpunt, own: set[str]) -> Iterable[str]:
    """Return the codes of the agenda's indicators that the speerpunt or its acties touch."""
    linked = {
        wijst.naar
        for actie in punt.acties
        for wijst in actie.verwijzingen
        if wijst.soort is VerwijzingSoort.INDICATOR
    }
    for verband in agenda.netwerk.verbanden:
        linked |= {verband.naar} if verband.van in own else set()
        linked |= {verband.van} if verband.naar in own else set()
    for one in agenda.netwerk.indicatoren:
        if one.code in linked or (one.catalogus and one.catalogus in linked):
            yield one.code


def _judge(
    agenda: Agenda,
    code: str,
    naam: str,
    nodig: tuple[Onderdeel, ...],
    bij: frozenset[str],
    owners: Mapping[str, str],
) -> Meetbaar:
    found = [
        parts(agenda, one, one.eigenaar or owners.get(one.bij, ""))
        for one in agenda.streefwaarden
        if one.bij in bij
    ]
    alone = {Onderdeel.EIGENAAR} if code in owners else set()
    return Meetbaar(
        code=code,
        naam=naam,
        nodig=nodig,
        aanwezig=frozenset(alone.union(*found)),
        is_meetbaar=any(set(nodig) <= one for one in found),
    )
