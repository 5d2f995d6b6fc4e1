"""Divides a budget over schools from a file, on one's own machine: no werkruimte, no database."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.policy.verdeelcriteria import Verdeelcriteria
    from openlea.services.verdelen.uitkomst import Gevoeligheid, Verdeling, Verschuiving

Budget = Annotated[int, Parameter(name="--budget", help="Hele euro's om te verdelen.")]
Criteria = Annotated[
    str, Parameter(name="--criteria", help="Criteria (toml), of de naam van een voorbeeld.")
]
Varianten = Annotated[
    tuple[str, ...],
    Parameter(name="--variant", help="Andere criteria ernaast; mag vaker.", negative=""),
]
Vorig = Annotated[str, Parameter(name="--vorig", help="Kolom met de bedragen van vorig jaar.")]
Methode = Annotated[
    str, Parameter(name="--methode", help="grootste_rest, dhondt of webster, in plaats van die.")
]
Proef = Annotated[
    bool,
    Parameter(name="--gevoeligheid", negative="", help="Wat doet elk gewicht 10 % lager of hoger?"),
]
Out = Annotated[Path | None, Parameter(name="--out", help="Schrijf een werkmap (xlsx).")]


def add_to(app: App) -> None:
    """Add the command that divides a budget."""
    app.command(verdeel)


def verdeel(  # noqa: PLR0913  each is an option of the command
    file: Path,
    /,
    *,
    budget: Budget,
    criteria: Criteria,
    variant: Varianten = (),
    vorig: Vorig = "",
    methode: Methode = "",
    gevoeligheid: Proef = False,
    out: Out = None,
    json: Json = False,
) -> None:
    """Verdeel een budget over scholen naar objectieve criteria, en zeg van elke school waarom.

    FILE is een csv of xlsx met een rij per school.
    """
    from openlea.services.verdeel import verdeel as divide_budget
    from openlea.services.verdelen.tabel import read_tabel

    if out is not None and out.exists() and out.samefile(file):
        sys.exit(f"{out}: dit is het bestand met scholen zelf; kies een andere naam.")
    rules = _with_method(_criteria(criteria), methode)
    found = divide_budget(
        read_tabel(file),
        rules,
        budget,
        varianten=[_criteria(one) for one in variant],
        vorig=vorig,
        gevoeligheid=gevoeligheid,
    )
    if out is not None:
        from openlea.services.write_verdeling_xlsx import write_verdeling_xlsx

        out.write_bytes(write_verdeling_xlsx(found))
    return tell(found.as_plain()) if json else _tell(found)


def _criteria(named: str) -> "Verdeelcriteria":
    """Return the criteria of a file, or of the example with that name."""
    from openlea.catalogue.verdeelkast import (
        open_verdeelcriteria,
        read_criteria_file,
        wrong_verdeelcriteria,
    )
    from openlea.core.catalogue import find_roots

    if named.endswith(".toml") or Path(named).is_file():
        return read_criteria_file(Path(named))
    roots = find_roots(os.environ.get("OPENLEA_CATALOGUE", ""))
    shelf = open_verdeelcriteria(roots)
    for why in wrong_verdeelcriteria(roots).values():
        sys.stderr.write(f"Overgeslagen: {why}\n")
    if named not in shelf:
        sys.exit(f"Er is geen bestand of voorbeeld '{named}'. Voorbeelden: {', '.join(shelf)}.")
    return shelf[named]


def _with_method(rules: "Verdeelcriteria", methode: str) -> "Verdeelcriteria":
    from openlea.policy.verdeelcriteria import Verdeelmethode

    if not methode:
        return rules
    known = {one.value: one for one in Verdeelmethode}
    if methode not in known:
        sys.exit(f"Methode '{methode}' is er niet. Kies uit: {', '.join(known)}.")
    return replace(rules, methode=known[methode])


def _tell(found: "Verdeling") -> None:
    from openlea.core.notatie import euro

    rules = found.criteria
    say(f"{rules.titel}: {euro(found.verdeeld * 100)} verdeeld ({rules.methode.label})")
    heads = ["School", "Bedrag", *(["Vorig"] if found.vorig else [])]
    heads += [variant.titel for variant in found.varianten]
    heads += ["Laagste", "Hoogste"] if found.gevoeligheid is not None else []
    _table(heads, [_row(found, place) for place in range(len(found.scholen))])
    for one in found.scholen:
        say(one.zin)
    say(found.bij_gelijk)
    for variant in found.varianten:
        say(f"Variant {variant.titel}: {_shift(variant.verschuiving)}")
    if found.gevoeligheid is not None:
        _tell_sensitivity(found.gevoeligheid)


def _row(found: "Verdeling", place: int) -> list[str]:
    from openlea.core.notatie import euro

    one = found.scholen[place]
    cells = [one.school, euro(one.bedrag * 100)]
    if found.vorig:
        cells.append("–" if one.vorig is None else euro(round(one.vorig * 100)))
    cells += [euro(variant.bedragen[place] * 100) for variant in found.varianten]
    if found.gevoeligheid is not None:
        cells += [euro(amount * 100) for amount in found.gevoeligheid.bereik[place][1:]]
    return cells


def _table(heads: list[str], rows: list[list[str]]) -> None:
    """Print a table; the first column to the left, amounts to the right."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in [heads, *rows]:
        name, *amounts = zip(row, widths, strict=True)
        cells = [name[0].ljust(name[1]), *(text.rjust(width) for text, width in amounts)]
        say("  ".join(cells).rstrip())


def _tell_sensitivity(found: "Gevoeligheid") -> None:
    for one in found.criteria:
        say(f"Gewicht van {one.criterium} 10 % lager: {_shift(one.lager)}")
        say(f"Gewicht van {one.criterium} 10 % hoger: {_shift(one.hoger)}")


def _shift(one: "Verschuiving") -> str:
    from openlea.core.notatie import euro

    if not one.verschoven:
        return "er verandert niets."
    return (
        f"{euro(one.verschoven * 100)} verschuift; het meest erbij {one.winst.school} "
        f"({euro(one.winst.verschil * 100)}), het meest eraf {one.verlies.school} "
        f"({euro(one.verlies.verschil * 100)})."
    )
