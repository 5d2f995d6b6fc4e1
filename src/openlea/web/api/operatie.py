"""An operation states what it answers, to whom, and in which form; the rest follows from that."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Schema

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Recht
from openlea.web.api.lijst import MEEST, Formaat, csv_page, links, wants_csv
from openlea.web.api.zicht import Vraag

Pagina = Annotated[int, Query(ge=1, le=100_000, description="Welke bladzijde, vanaf 1.")]
Aantal = Annotated[int, Query(ge=1, le=MEEST, description="Hoeveel per bladzijde.")]
Vorm = Annotated[
    Formaat | None, Query(description="json of csv; zonder dit beslist de kop Accept.")
]
PER_PAGINA = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Operatie:
    """One thing to ask: its path, what it answers, and the right it asks in a werkruimte.

    `openbaar` says why everybody may ask it without a werkruimte; empty when nobody may. `lees`
    answers with values, `plat` makes of each what fits in JSON. `voorbeeld` fills the path and the
    query so that every operation can be tried in the Hilversum demo.
    """

    pad: str
    naam: str
    titel: str
    onderwerp: str
    lees: Callable[..., Any]
    vorm: type[Schema]
    plat: Callable[[Any], Any]
    recht: Recht
    openbaar: str = ""
    is_lijst: bool = False
    voorbeeld: Mapping[str, str] = field(default_factory=dict)
    vraag: Mapping[str, str] = field(default_factory=dict)

    @property
    def antwoord(self) -> Any:
        """Return the type of a good answer."""
        return list[self.vorm] if self.is_lijst else self.vorm  # type: ignore[name-defined]

    @property
    def vraagbaar(self) -> frozenset[str]:
        """Return what its reader can be asked; what stands in its path isn't asked."""
        names = list(inspect.signature(self.lees).parameters)[1:]
        return frozenset(one for one in names if one not in self.voorbeeld)

    def view(self) -> Callable[..., Any]:
        """Return the operation as ninja calls it."""
        return _listing(self) if self.is_lijst else _single(self)


def as_it_is(found: Any) -> Any:
    """Return what is fit for JSON already."""
    return found


def _single(operatie: Operatie) -> Callable[..., Any]:
    allowed = operatie.vraagbaar

    @wraps(operatie.lees)
    def view(request: Vraag, **kwargs: Any) -> Any:
        _refuse_unknown(request, allowed)
        found = operatie.lees(request, **kwargs)
        return found if isinstance(found, HttpResponse) else operatie.plat(found)

    return view


def _listing(operatie: Operatie) -> Callable[..., Any]:
    extra = {"pagina": (Pagina, 1), "aantal": (Aantal, PER_PAGINA), "formaat": (Vorm, None)}
    allowed = operatie.vraagbaar | extra.keys()

    @wraps(operatie.lees)
    def view(
        request: Vraag, pagina: int, aantal: int, formaat: Formaat | None, **kwargs: Any
    ) -> Any:
        _refuse_unknown(request, allowed)
        found: Sequence[Any] = operatie.lees(request, **kwargs)
        start = (pagina - 1) * aantal
        plain = [operatie.plat(one) for one in found[start : start + aantal]]
        request.koppen |= links(request, pagina, aantal, len(found))
        if wants_csv(request, formaat):
            return csv_page(operatie.naam, list(operatie.vorm.model_fields), plain)
        return plain

    view.__signature__ = _with(operatie.lees, extra)  # type: ignore[attr-defined]
    return view


def _with(lees: Callable[..., Any], extra: Mapping[str, tuple[Any, Any]]) -> inspect.Signature:
    """Return the signature of a reader with what every list can be asked besides."""
    added = [
        inspect.Parameter(naam, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for naam, (kind, default) in extra.items()
    ]
    own = inspect.signature(lees)
    return own.replace(parameters=[*own.parameters.values(), *added])


def _refuse_unknown(request: Vraag, allowed: frozenset[str]) -> None:
    """Refuse what nothing is done with: a typing error would otherwise give everything."""
    unknown = [one for one in request.GET if one not in allowed]
    if unknown:
        known = ", ".join(sorted(allowed)) or "niets"
        raise BadInput(
            [Fout("query", one, f"Dit bestaat hier niet. Je kunt vragen: {known}.")
             for one in unknown]
        )  # fmt: skip
