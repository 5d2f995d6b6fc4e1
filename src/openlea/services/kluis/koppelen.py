"""Finds out which column of a file is which field: remembered, on the shelf, or as declared.

What nobody can tell is asked from a person; the file waits sealed until then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings

from openlea.catalogue.kopindelingkast import open_kopindelingen
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.core.kopindeling import Kopindeling
from openlea.core.registratie import Registratie, Veldrol
from openlea.policy.kolombesluit import Kopbesluit
from openlea.policy.kolomkeuze import (
    Kolomkeuze,
    as_kept,
    from_kept,
    guess_fields,
    head_mark,
    keuzes_of,
    open_words,
    refuse_data_as_head,
    treat_choice,
)
from openlea.policy.kopweigering import refuse_missing_header
from openlea.policy.pseudonimiseren import treat_header
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.kluis.lezen import Blad
from openlea.storage.records.models import Kolomkoppeling

ONTHOUDEN, INDELING, KOPPEN = "onthouden", "indeling", "koppen"
"""How the columns were known: by a choice made before, by a layout on the shelf, by their heads."""
MOST = 0.5
"""Of a column of fixed choices so many filled cells may be unknown before a person is asked."""


@dataclass(frozen=True, slots=True)
class Gekoppeld:
    """A sheet, what happens to its columns, and how that was known."""

    blad: Blad = field(repr=False)
    kop: Kopbesluit
    hoe: str


def couple(werkruimte: int, registratie: Registratie, bladen: Sequence[Blad]) -> Gekoppeld | None:
    """Return the sheet and its columns; None when a person must say which column is what.

    BadInput when there are no heads at all, or when more than one sheet fits.
    """
    found = [one for blad in bladen if (one := _coupled(werkruimte, registratie, blad))]
    if len(found) == 1:
        return found[0]
    if found:
        reden = f"{len(found)} bladen passen bij deze registratie; lever er één tegelijk aan."
        raise BadInput([Fout("bestand", "", reden)])
    refused = [error for blad in bladen if (error := _no_heads(blad))]
    if len(refused) == len(bladen):
        raise refused[0]
    return None


def askable(registratie: Registratie, bladen: Sequence[Blad]) -> Blad:
    """Return the sheet to ask about: the one of whose heads the most look like a field."""
    with_heads = [blad for blad in bladen if _no_heads(blad) is None]
    return max(with_heads, key=lambda blad: len(guess_fields(blad.koppen, registratie)))


def remember(
    actor: Actor, registratie: Registratie, blad: Blad, keuzes: Mapping[int, Kolomkeuze]
) -> None:
    """Keep what was chosen for these heads, in place of the last time."""
    mark = head_mark(blad.koppen)
    found = _kept(actor.werkruimte, registratie.id, mark) or Kolomkoppeling(
        werkruimte_id=actor.werkruimte, soort=_kind(registratie.id), naam=mark
    )
    wanted = as_kept(blad.koppen, keuzes)
    if found.pk is None or found.kolommen != wanted:
        found.kolommen = wanted
        keep_record(actor, found)


def remembered(
    werkruimte: int, registratie: Registratie, blad: Blad
) -> dict[int, Kolomkeuze] | None:
    """Return what was chosen for these heads the last time; None when they are new here."""
    found = _kept(werkruimte, registratie.id, head_mark(blad.koppen))
    if found is None:
        return None
    bare = from_kept(found.kolommen, blad.koppen, {})
    codes = {veld.naam for veld in registratie.velden if veld.rol is Veldrol.CODE}
    words = {n: words_of(blad, n) for n, keuze in bare.items() if keuze.veld in codes}
    return from_kept(found.kolommen, blad.koppen, words)


def words_of(blad: Blad, nummer: int) -> list[str]:
    """Return the different words of a column, in order, blanks left out."""
    cells = blad.column(nummer)
    return sorted(word for word in cells.unique().to_list() if word)


def known_layouts(registratie: Registratie) -> tuple[Kopindeling, ...]:
    """Return the layouts on the shelf of a registration, by title."""
    found = open_kopindelingen(find_roots(settings.CATALOGUE)).values()
    mine = [one for one in found if one.registratie == registratie.id]
    return tuple(sorted(mine, key=lambda one: one.titel))


def _coupled(werkruimte: int, registratie: Registratie, blad: Blad) -> Gekoppeld | None:
    """Return the columns by the first way that tells them all; None when no way does."""
    for hoe, keuzes in _ways(werkruimte, registratie, blad):
        try:
            kop = _treated(registratie, blad, keuzes)
        except BadInput:
            continue
        if not unknown_words(kop, blad):
            return Gekoppeld(blad, kop, hoe)
    return None


def _ways(
    werkruimte: int, registratie: Registratie, blad: Blad
) -> Iterator[tuple[str, Mapping[int, Kolomkeuze] | None]]:
    if (keuzes := remembered(werkruimte, registratie, blad)) is not None:
        yield ONTHOUDEN, keuzes
    for indeling in known_layouts(registratie):
        if (laid := keuzes_of(indeling, blad.koppen)) is not None:
            yield f"{INDELING} {indeling.id}", laid
    yield KOPPEN, None


def _treated(
    registratie: Registratie, blad: Blad, keuzes: Mapping[int, Kolomkeuze] | None
) -> Kopbesluit:
    if keuzes is None:
        return treat_header(blad.koppen, registratie)
    return treat_choice(blad.koppen, registratie, keuzes)


def unknown_words(kop: Kopbesluit, blad: Blad) -> dict[int, tuple[str, ...]]:
    """Return by column the words that nobody can place, where those are most of the column.

    A few wrong words are mistakes in rows; when most are unknown, the sender uses other words.
    """
    asked = {}
    for one in kop.bewaard:
        if one.veld is None or one.veld.rol is not Veldrol.CODE:
            continue
        keuze = Kolomkeuze(veld=one.veld.naam, vertaling=one.vertaling)
        words = open_words(one.veld, keuze, words_of(blad, one.nummer))
        cells = blad.column(one.nummer)
        filled = cells.filter(cells != "")
        if words and filled.is_in(words).sum() > MOST * len(filled):
            asked[one.nummer] = words
    return asked


def _no_heads(blad: Blad) -> BadInput | None:
    try:
        refuse_missing_header(blad.koppen)
        refuse_data_as_head(blad.koppen, blad.koprij)
    except BadInput as error:
        return error
    return None


def _kept(werkruimte: int, registratie: str, mark: str) -> Kolomkoppeling | None:
    return Kolomkoppeling.objects.filter(
        werkruimte_id=werkruimte, soort=_kind(registratie), naam=mark
    ).first()


def _kind(registratie: str) -> str:
    return f"registratie {registratie}"[:40]
