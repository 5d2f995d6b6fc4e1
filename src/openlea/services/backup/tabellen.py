"""The rows of a table as lines of JSON that any database can take in again."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from typing import Any, BinaryIO
from uuid import UUID

from django.apps.registry import Apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import QuerySet

from openlea.services.backup.vorm import refused

LEFT_OUT = {
    "sessions.session": "sessies: iedereen logt na het terugzetten opnieuw in",
    "usersessions.usersession": "sessies per apparaat",
    "account.emailconfirmation": "verlopen codes",
    "socialaccount.socialtoken": "codes van inlogdiensten",
    "records.teken": "tekens van leven van de installatie zelf",
    "records.teller": "tellers van mislukte pogingen",
}
"""The tables that hold nothing to keep, and what they hold."""
_AT_ONCE = 2000
Model = type[models.Model]


def tables(apps: Apps) -> Mapping[str, Model]:
    """Return the tables to keep by name 'app.model', sorted."""
    every = {
        one._meta.label_lower: one  # noqa: SLF001
        for one in apps.get_models(include_auto_created=True)
        if one._meta.managed and not one._meta.proxy  # noqa: SLF001
    }
    return {name: every[name] for name in sorted(every) if name not in LEFT_OUT}


def columns(model: Model) -> list["models.Field[Any, Any]"]:
    """Return the columns of a table."""
    return list(model._meta.local_concrete_fields)  # noqa: SLF001


def read_rows(model: Model, alias: str, upto: int | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield every row as plain values, by number; with `upto` those up to that number."""
    rows: QuerySet[models.Model] = QuerySet(model, using=alias).order_by("pk")
    chosen = rows if upto is None else rows.filter(pk__lte=upto)
    names = [one.attname for one in columns(model)]
    for row in chosen.values_list(*names).iterator(chunk_size=_AT_ONCE):
        yield tuple(_plain(value) for value in row)


def _plain(value: Any) -> Any:
    """Return a value of a column as JSON knows it."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return b64encode(bytes(value)).decode()
        case _:
            return value


def as_line(row: Sequence[Any]) -> bytes:
    """Return a row as one line, as it is kept."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Inhoud:
    """A hash of the values of a table that is the same whatever database holds them."""

    def __init__(self, model: Model) -> None:
        """Begin with the name and the columns."""
        names = [one.column for one in columns(model)]
        self._hash = sha256(as_line([model._meta.label_lower, *names]))  # noqa: SLF001
        self.rijen = 0

    def add(self, row: Sequence[Any]) -> None:
        """Add a row; the order of what is inside a value of JSON does not count."""
        told = json.dumps([_even(one) for one in row], ensure_ascii=False, sort_keys=True)
        self._hash.update(told.encode() + b"\n")
        self.rijen += 1

    def hexdigest(self) -> str:
        """Return the hash."""
        return self._hash.hexdigest()


def _even(value: Any) -> Any:
    """Return a value as every database gives it back: one keeps 1e16, another writes it out."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case list() | tuple():
            return [_even(one) for one in value]
        case dict():
            return {str(key): _even(one) for key, one in value.items()}
        case _:
            return value


def write_rows(
    connection: BaseDatabaseWrapper, model: Model, names: Sequence[str], rows: Iterable[list[Any]]
) -> int:
    """Put rows in a table as they were, and return how many; nothing is filled in or renewed."""
    known = {one.column: one for one in columns(model)}
    label = model._meta.label_lower  # noqa: SLF001
    if list(names) != list(known):
        raise refused(label, "de kolommen zijn niet die van deze stand van de database.")
    fields = list(known.values())
    quote = connection.ops.quote_name
    into = ", ".join(quote(one) for one in names)
    marks = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)  # noqa: SLF001
    insert = f"INSERT INTO {table} ({into}) VALUES ({marks})"  # noqa: S608 - names of our models
    count, left = 0, iter(rows)
    with connection.cursor() as cursor:
        while some := [_as_kept(connection, fields, row) for row in islice(left, _AT_ONCE)]:
            cursor.executemany(insert, some)
            count += len(some)
    return count


def _as_kept(
    connection: BaseDatabaseWrapper, fields: Sequence[Any], row: Sequence[Any]
) -> list[Any]:
    return [
        field.get_db_prep_save(None if value is None else field.to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]


def read_lines(body: BinaryIO) -> Iterator[list[Any]]:
    """Yield the rows of a table again; the first holds the names of the columns."""
    for line in body:
        yield json.loads(line)
