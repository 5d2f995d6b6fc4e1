"""Write a whole agenda as JSON that a person can read and that gives the same agenda back."""

import json
from collections.abc import Mapping
from decimal import Decimal

from openlea.core.agenda import Agenda
from openlea.services._json_form import AGENDA, FORMAAT, GELD, VERSIE


def write_json(agenda: Agenda) -> str:
    """Return the agenda as JSON text; amounts in euros, days as 2026-11-22.

    Numbers of up to fifteen digits come back exactly the same; that is what JSON readers hold.
    """
    [tree] = AGENDA.dump_python([agenda])
    whole = {"formaat": FORMAAT, "versie": VERSIE, **_with_euros(tree)}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _with_euros(tree: Mapping[str, object]) -> dict[str, object]:
    return {
        str(key): _euros(value) if key in GELD else _inside(value) for key, value in tree.items()
    }


def _inside(value: object) -> object:
    if isinstance(value, Mapping):
        return _with_euros(value)
    if isinstance(value, tuple | list):
        return [_inside(item) for item in value]
    return value


def _euros(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(jaar): _euros(cents) for jaar, cents in sorted(value.items())}
    return _plain(Decimal(value) / 100) if isinstance(value, int) else value


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
