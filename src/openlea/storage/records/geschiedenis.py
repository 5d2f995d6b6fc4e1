"""What changed in an agenda, when and by whom, read from the history of its records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Model, OuterRef, Q, QuerySet, Subquery, Value

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Actor, Noun, Scope, Verb, reach
from openlea.policy.verschil import Veldverschil, differences
from openlea.storage.records.actie import Actie
from openlea.storage.records.agenda import Agenda
from openlea.storage.records.begroting import Begrotingspost
from openlea.storage.records.geschiedenis_soort import SOORTEN, Soort
from openlea.storage.records.persoon import Persoon
from openlea.storage.records.scope import acties_within

GONE = "(weg of niet zichtbaar)"


class RegelSoort(Keuze):
    """What happened to a record."""

    TOEGEVOEGD = "+", "Toegevoegd"
    GEWIJZIGD = "~", "Gewijzigd"
    WEG = "-", "Weggehaald"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One change of one record: what it is about, and the fields that differ."""

    op: datetime
    wat: RegelSoort
    soort: str
    onderwerp: str
    door: str
    verschillen: tuple[Veldverschil, ...] = ()

    @property
    def zegt_iets(self) -> bool:
        """Return whether there is anything to tell: not when only a counter moved."""
        return self.wat is not RegelSoort.GEWIJZIGD or bool(self.verschillen)


def changes_of(
    agenda: Agenda, actor: Actor, *, soort: str = "", wat: str = "", actie: Actie | None = None
) -> "Geschiedenis":
    """Return the changes that the actor may see, newest first, to be paged.

    `soort` and `wat` narrow it to one kind of record or of change, `actie` to one action.
    """
    scope = actor.scope(Noun.ACTIE, Verb.ZIEN)
    wanted = [
        (one, one.seen(agenda, scope, actor) & (one.of_actie(actie.pk) if actie else Q()))
        for one in SOORTEN
        if soort in {"", one.naam}
    ]
    return Geschiedenis(wanted, wat, agenda, actor)


def highlights_of(agenda: Agenda, actie: Actie, actor: Actor, most: int) -> list[Regel]:
    """Return the newest changes of an action, its partijen and its targets; not what is new."""
    scope = actor.scope(Noun.ACTIE, Verb.ZIEN)
    wanted = [
        (one, one.seen(agenda, scope, actor) & one.of_actie(actie.pk) & ~Q(history_type="+"))
        for one in SOORTEN
        if one.actie and one.tells_itself
    ]
    return [one for one in Geschiedenis(wanted, "", agenda, actor)[:most] if one.zegt_iets]


class Geschiedenis:
    """The changes, one page at a time: as many queries for a short history as for a long one."""

    def __init__(
        self, wanted: Sequence[tuple[Soort, Q]], wat: str, agenda: Agenda, actor: Actor
    ) -> None:
        """Keep what is wanted; nothing is read yet."""
        self._known = {one.naam: one for one, _ in wanted}
        self._keys = [_keys(one, seen, wat) for one, seen in wanted]
        self._agenda = agenda
        self._actor = actor

    def count(self) -> int:
        """Return how many changes there are."""
        return self._union().count() if self._keys else 0

    __len__ = count

    def __getitem__(self, part: slice) -> list[Regel]:
        """Return a page of changes, newest first."""
        if not self._keys:
            return []
        newest = self._union().order_by("-history_date", "-history_id")[part]
        keys = [(str(row["noun"]), int(row["history_id"])) for row in newest]
        rows, before = _rows(keys, self._known)
        names = _Names([*rows.values(), *before.values()], self._known, self._agenda, self._actor)
        return [
            _regel(self._known[key[0]], rows[key], before.get(key), names)
            for key in keys
            if key in rows
        ]

    def _union(self) -> QuerySet[Any, dict[str, Any]]:
        first, *rest = self._keys
        return first.union(*rest, all=True) if rest else first


def _keys(one: Soort, seen: Q, wat: str) -> QuerySet[Any, dict[str, Any]]:
    """Return which changes of a kind are wanted, in columns that all kinds share."""
    rows: QuerySet[Any] = one.model.history.filter(seen)
    if wat:
        rows = rows.filter(history_type=wat)
    noun = Value(one.naam, output_field=CharField())
    return rows.values("history_id", "history_date", noun=noun).order_by()


Key = tuple[str, int]


def _rows(keys: Sequence[Key], known: Mapping[str, Soort]) -> tuple[dict[Key, Any], dict[Key, Any]]:
    """Return the changes of these keys, and by the same key the state just before."""
    rows: dict[Key, Any] = {}
    before: dict[Key, Any] = {}
    for naam in dict.fromkeys(noun for noun, _ in keys):
        history = known[naam].model.history
        earlier = history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        last = Subquery(earlier.order_by("-history_id").values("history_id")[:1])
        wanted = [number for noun, number in keys if noun == naam]
        found = list(history.filter(history_id__in=wanted).annotate(voor=last))
        ids = [row.voor for row in found if row.voor]
        old = {row.history_id: row for row in history.filter(history_id__in=ids)}
        rows |= {(naam, row.history_id): row for row in found}
        before |= {(naam, row.history_id): old[row.voor] for row in found if row.voor in old}
    return rows, before


def _regel(soort: Soort, row: Any, old: Any, names: "_Names") -> Regel:
    wat = RegelSoort(row.history_type)
    differing: tuple[Veldverschil, ...] = ()
    if wat is RegelSoort.GEWIJZIGD and old is not None and names.may_read(soort, old):
        differing = differences(names.fields(soort, old), names.fields(soort, row))
    return Regel(
        op=row.history_date,
        wat=wat,
        soort=soort.naam,
        onderwerp=soort.title(row, names.name),
        door=names.name(Persoon, row.history_user_id),
        verschillen=differing,
    )


class _Names:
    """The names of everything that changes point to: one query per kind of thing."""

    def __init__(
        self, rows: Sequence[Any], known: Mapping[str, Soort], agenda: Agenda, actor: Actor
    ) -> None:
        """Read the names at once, of what the actor may see."""
        self._reached = reach(actor.scope(Noun.ACTIE, Verb.ZIEN))
        wanted: dict[type[Model], set[int]] = {Persoon: set()}
        by_model = {one.model: one for one in known.values()}
        for row in rows:
            wanted[Persoon].add(row.history_user_id or 0)
            for field in by_model[row.instance_type].pointers:
                target, value = field.related_model, getattr(row, field.attname)
                if value is not None and isinstance(target, type):
                    wanted.setdefault(target, set()).add(value)
        self._found = {
            model: {one.pk: str(one) for one in _visible(model, agenda, actor).filter(pk__in=ids)}
            for model, ids in wanted.items()
        }
        self._listed = self._lists(rows, by_model)

    def may_read(self, soort: Soort, row: Any) -> bool:
        """Return whether a row is within sight: what was hidden then is not told as 'the old'."""
        return not soort.zichtbaar or Zichtbaarheid(row.zichtbaarheid) in self._reached

    def _lists(
        self, rows: Sequence[Any], by_model: Mapping[Any, Soort]
    ) -> dict[tuple[str, str, int], tuple[str, ...]]:
        """Return by kind, field and row which others the row named, by name; a query per field."""
        ids: dict[str, list[int]] = {}
        for row in rows:
            ids.setdefault(by_model[row.instance_type].naam, []).append(row.history_id)
        found: dict[tuple[str, str, int], tuple[str, ...]] = {}
        for soort in by_model.values():
            for field in soort.lists:
                kept = getattr(soort.history, field.name).filter(
                    history__in=ids.get(soort.naam, ())
                )
                name = f"{field.m2m_reverse_field_name()}__naam"
                for row, naam in kept.order_by(name).values_list("history_id", name):
                    key = (soort.naam, field.name, row)
                    found[key] = (*found.get(key, ()), naam)
        return found

    def name(self, model: type[Model], pk: int | None) -> str:
        """Return the name of a record; nobody is nothing."""
        return self._found.get(model, {}).get(pk, GONE) if pk is not None else ""

    def fields(self, soort: Soort, row: Any) -> dict[str, object]:
        """Return what the history shows of a row, in words where the record holds a number."""
        shown: dict[str, object] = {}
        for field in soort.fields:
            value = getattr(row, field.attname)
            if isinstance(field.related_model, type):
                value = self.name(field.related_model, value)
            elif field.choices:
                value = dict(field.flatchoices).get(value, value)
            shown[field.name] = value
        for field in soort.lists:
            shown[field.name] = self._listed.get((soort.naam, field.name, row.history_id), ())
        return shown


def _visible(model: type[Model], agenda: Agenda, actor: Actor) -> QuerySet[Any]:
    """Return the records of a kind whose name the actor may read."""
    every: QuerySet[Any] = model._default_manager.all()  # noqa: SLF001
    scope = actor.scope(Noun.ACTIE, Verb.ZIEN)
    if scope is Scope.ALLES:
        return every
    seen = acties_within(Actie.objects.filter(agenda=agenda), scope, actor)
    if model is Actie:
        return every.filter(pk__in=seen.values("pk"))
    if model is Begrotingspost:
        return every.filter(Q(actie=None) | Q(actie__in=seen.values("pk")))
    return every
