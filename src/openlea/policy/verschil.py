"""What changed between two states of the agenda, field by field, for the page of its history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal

from openlea.core.notatie import euro
from openlea.policy.schrijfwijze import day, number
from openlea.policy.veldnaam import GELD, label

LEEG = "leeg"


@dataclass(frozen=True, slots=True)
class Veldverschil:
    """A field as it was and as it is, in words: `veld` says where, such as 'Actie 1B3 › Naam'."""

    veld: str
    oud: str
    nieuw: str


def differences(
    oud: object, nieuw: object, labels: Mapping[str, str] | None = None
) -> tuple[Veldverschil, ...]:
    """Return what differs between two values of one kind, or two mappings of field to value.

    Things in a list are known by their code (or year), so that a changed order is not a change.
    `labels` names fields beside those of the agenda.
    """
    return tuple(_fields(oud, nieuw, "", labels or {}))


def _fields(
    oud: object, nieuw: object, where: str, labels: Mapping[str, str]
) -> Iterator[Veldverschil]:
    old, new = _as_mapping(oud), _as_mapping(nieuw)
    for veld in dict.fromkeys((*old, *new)):
        name = f"{where}{labels.get(veld) or label(veld)}"
        yield from _values(old.get(veld), new.get(veld), veld, name, labels)


def _values(
    oud: object, nieuw: object, veld: str, name: str, labels: Mapping[str, str]
) -> Iterator[Veldverschil]:
    if oud == nieuw:
        return
    if isinstance(oud, Mapping) and isinstance(nieuw, Mapping):
        for key in sorted({*oud, *nieuw}, key=str):
            yield from _values(oud.get(key), nieuw.get(key), veld, f"{name} {key}", labels)
    elif _is_value(oud) and _is_value(nieuw):
        yield from _fields(oud, nieuw, f"{name} › ", labels)
    elif _is_keyed(oud) and _is_keyed(nieuw):
        yield from _lists(_by_key(oud), _by_key(nieuw), veld, name, labels)
    elif (old := written(oud, veld)) != (new := written(nieuw, veld)):
        yield Veldverschil(name, old, new)


def _lists(
    old: Mapping[str, object],
    new: Mapping[str, object],
    veld: str,
    name: str,
    labels: Mapping[str, str],
) -> Iterator[Veldverschil]:
    for key in dict.fromkeys((*old, *new)):
        place = f"{name} {key}".rstrip()
        yield from _values(old.get(key), new.get(key), veld, place, labels)


def written(value: object, veld: str = "") -> str:
    """Return a value in words: a choice by its label, money in euros, nothing as 'leeg'."""
    if value is None or value in ("", (), []):
        return LEEG
    if isinstance(value, (date, datetime)):
        return _moment(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {written(one, veld)}" for key, one in value.items()) or LEEG
    if isinstance(value, (tuple, list)):
        return ", ".join(written(one, veld) for one in value)
    if isinstance(value, (int, Decimal)):
        return _number(value, veld)
    return _named(value) if _is_value(value) else getattr(value, "label", str(value))


def _moment(value: date) -> str:
    return f"{day(value)} {value:%H:%M}" if isinstance(value, datetime) else day(value)


def _number(value: Decimal | int, veld: str) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if veld in GELD and isinstance(value, int):
        return euro(value)
    return str(value) if veld in _YEARS else number(value)


_YEARS = frozenset({"jaar", "van", "tot"})


def _named(value: object) -> str:
    """Return a nested value by its code and name, or by its fields that hold something."""
    each = _as_mapping(value)
    known = [str(each[veld]) for veld in ("code", "naam") if each.get(veld)]
    filled = [written(one, veld) for veld, one in each.items() if one not in (None, "", ())]
    return " ".join(known) or ", ".join(filled) or LEEG


def _as_mapping(value: object) -> Mapping[str, object]:
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return value
    if not is_dataclass(value):
        message = f"can't compare the fields of {type(value).__name__}"
        raise TypeError(message)
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _is_value(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, type)


def _is_keyed(value: object) -> bool:
    """Return whether it is a list of values, or no list at all (then it is an empty one)."""
    return value is None or (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(_is_value(one) for one in value)
    )


def _by_key(value: object) -> Mapping[str, object]:
    """Return the values of a list by code or year; a second one of the same key gets a number."""
    keyed: dict[str, object] = {}
    for one in value if isinstance(value, Sequence) else ():
        each = _as_mapping(one)
        key = next((str(each[veld]) for veld in _KEYS if each.get(veld)), "")
        taken = sum(1 for other in keyed if other == key or other.startswith(f"{key} ("))
        keyed[f"{key} ({taken + 1})" if taken else key] = one
    return keyed


_KEYS = ("code", "kenmerk", "jaar", "op", "partij", "van", "post", "naar")
