"""The rows of the grid: which one may change, what they hold now, and what they would become."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from openlea.core import agenda as words
from openlea.core.agenda import AgendaStaat, Rol
from openlea.core.errors import Fout, NotAllowed, NotFound
from openlea.policy.actie_staat import MET_REDEN
from openlea.policy.agenda_staat import GESLOTEN, is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within

TREKKERS = "trekkers"
VELDEN = (
    "naam",
    "staat",
    "staat_reden",
    "doelgroep",
    "leeftijd_van",
    "leeftijd_tot",
    "van",
    "tot",
    "schaal",
    "zichtbaarheid",
)
"""The fields that stand in the record itself as they are in core."""


def editable(actor: Actor, codes: Sequence[str]) -> tuple[records.Agenda, dict[str, records.Actie]]:
    """Return the current agenda and the asked actions by code, held until the change is kept.

    Raises NotAllowed without the right or in a closed agenda, NotFound for what one can't change.
    """
    scope = actor.scope(Noun.ACTIE, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    agenda = records.Agenda.objects.current(actor.werkruimte)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    if not is_open(AgendaStaat(agenda.staat)):
        raise NotAllowed(GESLOTEN)
    every = acties_within(records.Actie.objects.of_agenda(agenda), scope, actor)
    rows = every.filter(code__in=codes).select_for_update(of=("self",))
    found = {one.code: one for one in rows.prefetch_related("betrokkenen__partij")}
    if missing := [code for code in codes if code not in found]:
        raise NotFound(f"Deze acties zijn er niet, of niet van jouw partij: {', '.join(missing)}.")
    return agenda, found


def stored_fields(actie: records.Actie) -> dict[str, Any]:
    """Return what a row holds now, in the words of core."""
    plain = {veld: getattr(actie, veld) for veld in VELDEN}
    pulls = [one.partij.code for one in actie.betrokkenen.all() if one.rol == Rol.TREKKER]
    werkgroep = actie.werkgroep.naam if actie.werkgroep else ""
    return plain | {"werkgroep": werkgroep, TREKKERS: tuple(pulls)}


def changed_agenda(agenda: words.Agenda, changes: Mapping[str, Mapping[str, Any]]) -> words.Agenda:
    """Return the agenda as it would be with these fields, by code of the action."""
    ambities = tuple(
        replace(
            ambitie,
            speerpunten=tuple(
                replace(
                    speerpunt,
                    acties=tuple(_changed(one, changes.get(one.code)) for one in speerpunt.acties),
                )
                for speerpunt in ambitie.speerpunten
            ),
        )
        for ambitie in agenda.ambities
    )
    return replace(agenda, ambities=ambities)


def _changed(actie: words.Actie, velden: Mapping[str, Any] | None) -> words.Actie:
    if velden is None:
        return actie
    plain = {veld: value for veld, value in velden.items() if veld != TREKKERS}
    if TREKKERS in velden:
        plain["betrokkenen"] = _pulled_by(actie.betrokkenen, velden[TREKKERS])
    return replace(actie, **plain)


def _pulled_by(
    betrokkenen: Sequence[words.Betrokkene], trekkers: Sequence[str]
) -> tuple[words.Betrokkene, ...]:
    others = [one for one in betrokkenen if one.partij not in trekkers]
    return (*(words.Betrokkene(partij=code, rol=Rol.TREKKER) for code in trekkers), *others)


def missing_reasons(agenda: words.Agenda, changes: Mapping[str, Mapping[str, Any]]) -> list[Fout]:
    """Return a fault for each action whose new state asks for a reason that is not there."""
    return [
        Fout(one.code, "staat_reden", f"Schrijf waarom de actie is {one.staat.label.lower()}.")
        for one in agenda.acties
        if one.staat in MET_REDEN and "staat" in changes.get(one.code, {}) and not one.staat_reden
    ]
