"""Takes in the agenda and its tree: parties, ambities, speerpunten and actions."""

from dataclasses import dataclass

from django.utils import timezone

from openlea.core import agenda as words
from openlea.services.inlezen.partijen import read_ondertekenaars, read_partijen, remove_unused
from openlea.services.inlezen.reconcile import Keyed, Reconciler, Wat
from openlea.services.inlezen.story import read_details
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True)
class Tree:
    """The records of a tree by their code, for what hangs on them; only what the file holds."""

    agenda: records.Agenda
    partijen: Keyed
    ambities: Keyed
    speerpunten: Keyed
    acties: Keyed


def read_tree(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Tree:
    """Make the tree of an agenda equal to the values."""
    partijen = read_partijen(told, agenda, new)
    read_ondertekenaars(told, agenda, [partijen[code] for code in new.ondertekenaars])
    werkgroepen = told.rows(
        "Werkgroepen",
        records.Werkgroep,
        agenda.werkgroepen.all(),
        lambda one: one.naam,
        {n: {"agenda": agenda, "naam": n, "volgorde": i} for i, n in enumerate(new.werkgroepen)},
        keep=True,
    )
    ambities = _ambities(told, agenda, new)
    speerpunten = _speerpunten(told, agenda, new, ambities, partijen)
    acties = _acties(told, agenda, new, speerpunten, werkgroepen)
    _successions(told, new, acties)
    read_details(told, new, acties, partijen)
    return Tree(agenda, partijen, ambities, speerpunten, acties)


def remove_missing(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> None:
    """Remove what the file no longer holds, from the leaves up, so that nothing is left hanging."""
    for soort, found, codes in (
        ("Acties", agenda.acties.all(), {a.code for a in new.acties}),
        ("Speerpunten", agenda.speerpunten.all(), {s.code for s in new.speerpunten}),
        ("Ambities", agenda.ambities.all(), {a.code for a in new.ambities}),
    ):
        told.remove(soort, [(one.code, one) for one in found if one.code not in codes])
    gone = agenda.werkgroepen.exclude(naam__in=new.werkgroepen)
    told.remove("Werkgroepen", [(one.naam, one) for one in gone])
    remove_unused(told, agenda, {one.code for one in new.partijen})


def _ambities(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Keyed:
    wanted: Keyed = {
        one.code: {
            "agenda": agenda,
            "code": one.code,
            "naam": one.naam,
            "omschrijving": one.omschrijving,
            "volgorde": place,
        }
        for place, one in enumerate(new.ambities)
    }
    return told.rows(
        "Ambities", records.Ambitie, agenda.ambities.all(), lambda one: one.code, wanted, keep=True
    )


def _speerpunten(
    told: Reconciler, agenda: records.Agenda, new: words.Agenda, ambities: Keyed, partijen: Keyed
) -> Keyed:
    above = [(ambities[a.code], one) for a in new.ambities for one in a.speerpunten]
    wanted: Keyed = {
        one.code: {
            "agenda": agenda,
            "ambitie": ambitie,
            "code": one.code,
            "naam": one.naam,
            "omschrijving": one.omschrijving,
            "doel": one.doel,
            "trekker": partijen.get(one.trekker),
            "volgorde": place,
        }
        for place, (ambitie, one) in enumerate(above)
    }
    found = agenda.speerpunten.all()
    return told.rows(
        "Speerpunten", records.Speerpunt, found, lambda one: one.code, wanted, keep=True
    )


_PLAIN = (
    "code naam omschrijving schaal doelgroep leeftijd_van leeftijd_tot van tot staat "
    "staat_reden zichtbaarheid"
)


def _acties(
    told: Reconciler, agenda: records.Agenda, new: words.Agenda, speerpunten: Keyed, groups: Keyed
) -> Keyed:
    above = [(speerpunten[s.code], one) for s in new.speerpunten for one in s.acties]
    wanted: Keyed = {
        one.code: {name: getattr(one, name) for name in _PLAIN.split()}
        | {
            "agenda": agenda,
            "speerpunt": speerpunt,
            "werkgroep": groups.get(one.werkgroep),
            "volgorde": place,
        }
        for place, (speerpunt, one) in enumerate(above)
    }
    found = agenda.acties.all()
    return told.rows("Acties", records.Actie, found, lambda one: one.code, wanted, keep=True)


def _successions(told: Reconciler, new: words.Agenda, acties: Keyed) -> None:
    """Set which action was merged with or followed by which, once all of them exist."""
    wanted: Keyed = {
        one.code: {
            "samengevoegd_met": acties.get(one.samengevoegd_met),
            "opgevolgd_door": acties.get(one.opgevolgd_door),
        }
        for one in new.acties
    }
    found = [one for code, one in acties.items() if code in wanted]
    told.rows("Acties", records.Actie, found, lambda one: one.code, wanted, keep=True)


def open_agenda(told: Reconciler, werkruimte: int, new: words.Agenda) -> records.Agenda:
    """Return the agenda that the values speak of, made or brought up to date."""
    plain = (
        "titel van tot visie staat besluit_door besluit_op geraadpleegd voorganger opvolger "
        "bron bijwerken_dagen te_laat_dagen"
    )
    values = {name: getattr(new, name) for name in plain.split()}
    agenda = records.Agenda.objects.of(werkruimte).filter(titel=new.titel).first()
    if agenda is None:
        values["in_gebruik_op"] = timezone.localdate()
        agenda = records.Agenda(werkruimte_id=werkruimte, **values)
        told.tell(Wat.NIEUW, "Agenda", new.titel)
        return _saved(told, agenda)
    different = tuple(name for name, value in values.items() if getattr(agenda, name) != value)
    if not different:
        return agenda
    for name in different:
        setattr(agenda, name, values[name])
    agenda.versie += 1
    told.tell(Wat.GEWIJZIGD, "Agenda", new.titel, different)
    return _saved(told, agenda)


def _saved(told: Reconciler, agenda: records.Agenda) -> records.Agenda:
    """Save one by one: rows that are written in bulk don't tell the history who signed."""
    agenda._history_user = told.user()  # type: ignore[attr-defined]  # noqa: SLF001
    agenda.save()
    return agenda
