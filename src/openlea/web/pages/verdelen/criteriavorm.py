"""The form of criteria: a part per criterium and per exclusion, with rows to add and take away.

What is typed becomes the same keys as those of the file, so that one reader judges both.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from openlea.core.errors import BadInput
from openlea.policy.verdeelcriteria import NUMERIC, Verdeelcriteria
from openlea.policy.verdeelcriteria_invoer import read_verdeelcriteria
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria
from openlea.services.verdelen.tabel import number_in
from openlea.web.pages.verdelen.criteriavelden import (
    KINDS,
    CriteriumForm,
    Deelvorm,
    RegelsForm,
    UitsluitingForm,
)

MOST_ROWS = 30
_PLEK = re.compile(r"(?:(criterium|uitsluiting) (\d+), )?(\w+)")


class Criteriavorm:
    """All parts together, opened with what is kept or with what was typed."""

    def __init__(
        self, regels: RegelsForm, criteria: list[Deelvorm], uitsluitingen: list[Deelvorm]
    ) -> None:
        """Keep the parts."""
        self.regels, self.criteria, self.uitsluitingen = regels, criteria, uitsluitingen
        self.samen: list[str] = []

    @classmethod
    def opened(cls, kept: Verdeelcriteria, koppen: Sequence[str]) -> "Criteriavorm":
        """Return the form with criteria that are kept."""
        return cls(
            RegelsForm(initial=_values(kept, RegelsForm), koppen=koppen, prefix="regels"),
            _rows("criterium", [_values(one, CriteriumForm) for one in kept.criteria], koppen),
            _rows(
                "uitsluiting", [_values(one, UitsluitingForm) for one in kept.uitsluitingen], koppen
            ),
        )

    @classmethod
    def changed(
        cls, data: Mapping[str, str], koppen: Sequence[str], erbij: str = "", weg: str = ""
    ) -> "Criteriavorm":
        """Return the form as it was typed with a row more or less; nothing is judged yet."""
        rows = {kind: _typed(data, kind) for kind in KINDS}
        if erbij in KINDS and len(rows[erbij]) < MOST_ROWS:
            rows[erbij].append({})
        kind, _, place = weg.partition("-")
        if kind in KINDS and place.isdecimal() and int(place) < len(rows[kind]):
            del rows[kind][int(place)]
        top = {name: data.get(f"regels-{name}", "") for name in RegelsForm.base_fields}
        return cls(
            RegelsForm(initial=top, koppen=koppen, prefix="regels"),
            _rows("criterium", rows["criterium"], koppen),
            _rows("uitsluiting", rows["uitsluiting"], koppen),
        )

    @classmethod
    def sent(cls, data: Mapping[str, str], koppen: Sequence[str]) -> "Criteriavorm":
        """Return the form as it was sent, to be judged."""
        parts = {
            kind: [
                form(data, koppen=koppen, prefix=f"{kind}-{place}")
                for place in range(_count(data, kind))
            ]
            for kind, form in KINDS.items()
        }
        regels = RegelsForm(data, koppen=koppen, prefix="regels")
        return cls(regels, parts["criterium"], parts["uitsluiting"])

    @property
    def parts(self) -> list[tuple[str, Deelvorm]]:
        """Return every part with what it is called in a fault."""
        return [
            ("", self.regels),
            *((f"Criterium {n}, ", one) for n, one in enumerate(self.criteria, start=1)),
            *((f"Uitsluiting {n}, ", one) for n, one in enumerate(self.uitsluitingen, start=1)),
        ]

    def tekst(self) -> str | None:
        """Return the criteria as TOML; None with the faults at their fields."""
        if not all([part.is_valid() for _, part in self.parts]):  # noqa: C419 - judge every part
            return None
        try:
            return compose_verdeelcriteria(read_verdeelcriteria(self._keys()))
        except BadInput as refused:
            for fout in refused.fouten:
                self.add_fault(fout.cel, fout.reden)
        return None

    def add_fault(self, cel: str, reden: str) -> None:
        """Put a fault of the reader at its field, or above the form when it has none."""
        found = _PLEK.fullmatch(cel)
        kind, place, key = found.groups() if found else (None, None, "")
        parts = self.criteria if kind == "criterium" else self.uitsluitingen
        part: Deelvorm = self.regels
        if place and int(place) <= len(parts):
            part = parts[int(place) - 1]
        if key in part.fields:
            part.add_error(key, _upper(reden))
        else:
            self.samen.append(_upper(reden))

    def faults(self) -> list[tuple[str, str]]:
        """Return the faults as (id of the field or '', sentence), in the order of the form."""
        found = [("", one) for one in self.samen]
        for name, part in self.parts:
            for veld in part:
                label = f"{name}{veld.label if not name else str(veld.label).lower()}"
                found += [(veld.auto_id, f"{label}: {reden}") for reden in veld.errors]
        return found

    def _keys(self) -> dict[str, object]:
        keys: dict[str, object] = dict(_written(self.regels.cleaned_data))
        for kind, parts in (("criterium", self.criteria), ("uitsluiting", self.uitsluitingen)):
            if parts:
                keys[kind] = [dict(_written(part.cleaned_data)) for part in parts]
        return keys


def _values(kept: object, form: type[Deelvorm]) -> dict[str, Any]:
    """Return what is kept as a part of the form opens with it."""
    found = {name: getattr(kept, name) for name in form.base_fields}
    whole = {name: Decimal(one) for name, one in found.items() if type(one) is int}
    if isinstance(kept, Verdeelcriteria) and not kept.ondergrens:
        whole["ondergrens"] = ""  # type: ignore[assignment]  # an empty box is no limit
    return found | whole


def _rows(kind: str, rows: Iterable[dict[str, Any]], koppen: Sequence[str]) -> list[Deelvorm]:
    form = KINDS[kind]
    return [
        form(initial=row, koppen=koppen, prefix=f"{kind}-{place}") for place, row in enumerate(rows)
    ]


def _typed(data: Mapping[str, str], kind: str) -> list[dict[str, str]]:
    names = KINDS[kind].base_fields
    return [
        {name: data.get(f"{kind}-{place}-{name}", "") for name in names}
        for place in range(_count(data, kind))
    ]


def _count(data: Mapping[str, str], kind: str) -> int:
    told = data.get(f"{kind}-aantal", "0")
    return min(int(told), MOST_ROWS) if told.isascii() and told.isdecimal() else 0


def _written(typed: Mapping[str, Any]) -> Iterable[tuple[str, object]]:
    """Yield the keys that were filled in, as a file would say them."""
    for key, value in typed.items():
        if isinstance(value, Decimal):
            yield key, int(value) if value == value.to_integral_value() else float(value)
        elif key == "waarde" and value:
            yield key, _held_to(str(value), str(typed.get("als", "")))
        elif value or value is False:
            yield key, value


def _held_to(text: str, als: str) -> object:
    """Return what a cell is held to: a number for a numeric condition, else the word."""
    if als not in NUMERIC:
        return text
    try:
        found = number_in(text.strip(), werkmap=False)
    except ValueError:
        return text
    return text if found is None else float(found)


def _upper(reden: str) -> str:
    return reden[:1].upper() + reden[1:]
