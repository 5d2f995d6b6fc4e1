"""Makes the records of one noun equal to what a file says, and tells what that took."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.deletion import Collector
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from openlea.core.keuze import Keuze
from openlea.policy.rechten import Actor

M = TypeVar("M", bound=models.Model)
Fields = Mapping[str, Any]
Keyed = dict[Hashable, Any]


class Wat(Keuze):
    """What happens to a record."""

    NIEUW = "nieuw", "Nieuw"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    VERDWIJNT = "verdwijnt", "Verdwijnt"


@dataclass(frozen=True, slots=True)
class Verandering:
    """One record that is made, changed or removed; `velden` names what changed."""

    wat: Wat
    soort: str
    code: str
    velden: tuple[str, ...] = ()


@dataclass(slots=True)
class Reconciler:
    """Takes in noun after noun for one actor, and keeps the list of changes."""

    actor: Actor
    changes: list[Verandering] = field(default_factory=list)
    _told: dict[tuple[str, str], int] = field(default_factory=dict)

    def rows(
        self,
        soort: str,
        model: type[M],
        existing: Iterable[M],
        key: Callable[[M], Hashable],
        wanted: Mapping[Hashable, Fields],
        *,
        keep: bool = False,
    ) -> dict[Hashable, M]:
        """Make `existing` equal to `wanted`, both by key; return the wanted records by key.

        With `keep`, what the file does not name stays, now or until what hangs on it is gone.
        """
        found = {key(one): one for one in existing}
        self._create(soort, model, {k: v for k, v in wanted.items() if k not in found}, found)
        self._change(soort, model, {k: v for k, v in wanted.items() if k in found}, found)
        if not keep:
            self.remove(soort, [(k, one) for k, one in found.items() if k not in wanted])
        return {k: found[k] for k in wanted}

    def _create(
        self, soort: str, model: type[M], new: Mapping[Hashable, Fields], found: dict[Hashable, M]
    ) -> None:
        made = [model(werkruimte_id=self.actor.werkruimte, **values) for values in new.values()]
        bulk_create_with_history(made, model, batch_size=400, default_user=self.user())
        found.update(zip(new, made, strict=True))
        for k in new:
            self.tell(Wat.NIEUW, soort, label(k))

    def _change(
        self, soort: str, model: type[M], same: Mapping[Hashable, Fields], found: dict[Hashable, M]
    ) -> None:
        altered: list[M] = []
        names: set[str] = set()
        for k, values in same.items():
            different = tuple(n for n, v in values.items() if not _equal(found[k], n, v))
            if not different:
                continue
            for name in different:
                setattr(found[k], name, values[name])
            found[k].versie += 1  # type: ignore[attr-defined]
            altered.append(found[k])
            names |= {*different, "versie"}
            self.tell(Wat.GEWIJZIGD, soort, label(k), different)
        if altered:
            bulk_update_with_history(
                altered, model, sorted(names), batch_size=400, default_user=self.user()
            )

    def remove(self, soort: str, gone: list[tuple[Hashable, M]]) -> None:
        """Remove records with all that hangs on them, each with its last state in the history."""
        if not gone:
            return
        collector = Collector(using=DEFAULT_DB_ALIAS)
        collector.collect([record for _, record in gone])
        user = self.user()
        for found in collector.data.values():
            for record in found:
                record._history_user = user  # type: ignore[attr-defined]  # noqa: SLF001
        collector.delete()
        for k, _ in gone:
            self.tell(Wat.VERDWIJNT, soort, label(k))

    def tell(self, wat: Wat, soort: str, code: str, velden: tuple[str, ...] = ()) -> None:
        """Keep what happened to a record; what is taken in by steps is still told once."""
        place = self._told.get((soort, code)) if wat is Wat.GEWIJZIGD else None
        if place is None:
            self._told.setdefault((soort, code), len(self.changes))
            self.changes.append(Verandering(wat, soort, code, velden))
        elif self.changes[place].wat is Wat.GEWIJZIGD:
            both = dict.fromkeys((*self.changes[place].velden, *velden))
            self.changes[place] = replace(self.changes[place], velden=tuple(both))

    def user(self) -> Any:
        """Return who acts, for the history; None when nobody signed in."""
        from openlea.storage.records.models import Persoon

        return Persoon.objects.filter(pk=self.actor.persoon or 0).first()


def _equal(record: models.Model, name: str, value: Any) -> bool:
    """Return whether a field already holds a value; a record is compared by its key."""
    if isinstance(value, models.Model):
        return bool(getattr(record, f"{name}_id") == value.pk)
    return bool(getattr(record, name) == value)


def label(key: Hashable) -> str:
    """Return how a key is shown: its parts, without what is empty."""
    parts = key if isinstance(key, tuple) else (key,)
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def numbered(keys: Iterable[tuple[Hashable, ...]]) -> list[tuple[Hashable, ...]]:
    """Return keys made unique by counting equal ones, so that two equal rows stay two.

    >>> numbered([("a",), ("b",), ("a",)])
    [('a', 0), ('b', 0), ('a', 1)]
    """
    seen: Counter[tuple[Hashable, ...]] = Counter()
    out = []
    for key in keys:
        out.append((*key, seen[key]))
        seen[key] += 1
    return out
