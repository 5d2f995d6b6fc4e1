"""The declared rights in words: what one role may, how two differ, and who may do something."""

from dataclasses import dataclass

from openlea.policy.rechten import LidRol, Noun, Recht, Scope, Verb, scope_of

NIET_GEVRAAGD: frozenset[Recht] = frozenset(
    {
        (Noun.VOORTGANG, Verb.WIJZIGEN),
        (Noun.OPMERKING, Verb.WIJZIGEN),
        (Noun.STREEFWAARDE, Verb.MAKEN),
        (Noun.DOCUMENT, Verb.WIJZIGEN),
        (Noun.BESTAND, Verb.MAKEN),
        (Noun.VANDAAG, Verb.MAKEN),
        (Noun.VANDAAG, Verb.WIJZIGEN),
        (Noun.CIJFER, Verb.WIJZIGEN),
        (Noun.TOETS, Verb.MAKEN),
        (Noun.SAMENWERKING, Verb.MAKEN),
        (Noun.LOGBOEK, Verb.MAKEN),
        (Noun.LOGBOEK, Verb.WIJZIGEN),
        (Noun.VERWERKING, Verb.MAKEN),
        (Noun.VERWERKING, Verb.WIJZIGEN),
    }
)
"""Rights that no page and no verb asks: to show them would promise what isn't there."""
LEEST_NU = frozenset({LidRol.PUBLICIST, LidRol.EMBARGOLEZER})
"""Roles whose own work isn't there yet; until then they read."""

_BREED_EERST = (
    Scope.ALLES,
    Scope.GEDEELD,
    Scope.EIGEN_PARTIJ,
    Scope.EIGEN_TAFEL,
    Scope.OPENBAAR,
    Scope.NIETS,
)


@dataclass(frozen=True, slots=True)
class Groep:
    """Everything that a right reaches equally far."""

    bereik: Scope
    nouns: tuple[Noun, ...]


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What a role may do in one way: per reach, widest first; `niet` is what it may not."""

    verb: Verb
    groepen: tuple[Groep, ...]
    niet: tuple[Noun, ...]


@dataclass(frozen=True, slots=True)
class Cel:
    """How far one right reaches; None where there is nothing to do for anybody."""

    verb: Verb
    bereik: Scope | None


def uitleg(rol: LidRol) -> tuple[Uitleg, ...]:
    """Return per verb what a role may, and what not."""
    return tuple(_explained(rol, verb) for verb in Verb)


def cellen(rol: LidRol, noun: Noun) -> tuple[Cel, ...]:
    """Return per verb how far a role reaches over one noun."""
    return tuple(
        Cel(verb, None if (noun, verb) in NIET_GEVRAAGD else scope_of(rol, noun, verb))
        for verb in Verb
    )


def verschillen(een: LidRol, ander: LidRol) -> tuple[Noun, ...]:
    """Return the nouns about which two roles may something else."""
    return tuple(noun for noun in Noun if cellen(een, noun) != cellen(ander, noun))


def _explained(rol: LidRol, verb: Verb) -> Uitleg:
    asked = [noun for noun in Noun if (noun, verb) not in NIET_GEVRAAGD]
    found = {
        bereik: tuple(noun for noun in asked if scope_of(rol, noun, verb) is bereik)
        for bereik in _BREED_EERST
    }
    niet = found.pop(Scope.NIETS)
    return Uitleg(verb, tuple(Groep(one, nouns) for one, nouns in found.items() if nouns), niet)
