"""Describe what the own werkruimte shares with others, and what others share with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.deling import Delingstap, Delingzijde
from openlea.core.errors import NotAllowed
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import crosses_on, is_waiting, steps_of
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.deling import offered_by, received_by
from openlea.storage.records.models import Agenda, Deling


@dataclass(frozen=True, slots=True, kw_only=True)
class Delingbeeld:
    """A sharing as one side sees it: `naam` is the other side, or the address that was typed."""

    record: Deling
    zijde: Delingzijde
    naam: str
    staat: DelingStaat
    loopt: bool
    wacht: bool
    stappen: tuple[Delingstap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delingenbeeld:
    """All sharings of a werkruimte, newest first, and the speerpunten that it can offer."""

    gegeven: tuple[Delingbeeld, ...]
    gekregen: tuple[Delingbeeld, ...]
    speerpunten: tuple[tuple[str, str], ...]

    @property
    def wachtend(self) -> tuple[Delingbeeld, ...]:
        """Return the offers of others that ask an answer."""
        return tuple(one for one in self.gekregen if one.wacht)


def describe_delingen(actor: Actor, today: date) -> Delingenbeeld:
    """Return the sharings on both sides; NotAllowed without the right to see them.

    Who an offer went to is not told before that side agreed: only the address that was typed.
    """
    if actor.scope(Noun.DELING, Verb.ZIEN) is not Scope.ALLES:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    agenda = Agenda.objects.current(actor.werkruimte)
    may = actor.may(Noun.DELING, Verb.WIJZIGEN)
    return Delingenbeeld(
        gegeven=_beelden(list(offered_by(actor.werkruimte)), Delingzijde.AANBIEDER, today, may=may),
        gekregen=_beelden(
            list(received_by(actor.werkruimte)), Delingzijde.ONTVANGER, today, may=may
        ),
        speerpunten=tuple(agenda.speerpunten.values_list("code", "naam")) if agenda else (),
    )


def _beelden(
    records: Sequence[Deling], zijde: Delingzijde, today: date, *, may: bool
) -> tuple[Delingbeeld, ...]:
    return tuple(
        Delingbeeld(
            record=one,
            zijde=zijde,
            naam=_name(one, zijde),
            staat=(staat := DelingStaat(one.staat)),
            loopt=crosses_on(staat, one.van, one.tot, today),
            wacht=is_waiting(staat, one.tot, today),
            stappen=steps_of(staat, zijde) if may else (),
        )
        for one in records
    )


def _name(one: Deling, zijde: Delingzijde) -> str:
    if zijde is Delingzijde.ONTVANGER:
        return one.werkruimte.naam
    agreed = one.staat == DelingStaat.AANVAARD and one.met is not None
    return one.met.naam if agreed and one.met else one.adres
