"""Tell of a waiting file which heads it has, and what must be asked about them; never a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from openlea.core.logboek import Logsoort
from openlea.core.registratie import Registratie, Registratieveld, Veldrol
from openlea.policy.datumvorm import Datumvorm, reworded
from openlea.policy.kolombesluit import PSEUDONIEM
from openlea.policy.kolomkeuze import (
    Kolomkeuze,
    fields_to_choose,
    guess_fields,
    guess_word,
    may_show,
    open_words,
)
from openlea.policy.persoonswaarde import is_day, is_like
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.registratietelling import count_text
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.concept import open_raw
from openlea.services.kluis.deur import open_bladen
from openlea.services.kluis.koppelen import askable, words_of
from openlea.services.kluis.lezen import Blad
from openlea.services.kluis.plek import registratie_of
from openlea.services.kolommen.tabel import letter
from openlea.services.log_deed import log_deed

DAGEN = {Veldrol.DATUM, Veldrol.GEBOORTEDATUM}
HALF = 0.5
MAAND = "maand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordvraag:
    """A word of a column that nobody can place, and the declared word that it looks like."""

    woord: str
    voorstel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolomvraag:
    """One column: its head, the field that was chosen or guessed, and what that field asks.

    `typen` says that its words aren't shown: they may say who somebody is, or there are too many.
    """

    nummer: int
    letter: str
    kop: str
    veld: Registratieveld | None
    gekozen: str
    woorden: tuple[Woordvraag, ...] = ()
    typen: bool = False
    vorm: Datumvorm | None = None

    @property
    def vraagt(self) -> bool:
        """Return whether more must be said of this column than its field."""
        return bool(self.woorden or self.typen or self.vorm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolommenbeeld:
    """The heads of a file with what is asked of each; `rijen` is never a number under five."""

    registratie: Registratie
    koprij: int
    rijen: str
    kolommen: tuple[Kolomvraag, ...]

    @property
    def velden(self) -> tuple[Registratieveld, ...]:
        """Return the fields to choose from."""
        return fields_to_choose(self.registratie)


def describe_kolommen(
    actor: Actor, nummer: int, gekozen: Mapping[int, str] | None = None
) -> Kolommenbeeld:
    """Return the heads with a guess, or with what was chosen (field by number of column).

    NotAllowed, NotFound; Conflict when this delivery asks nothing. That it was opened is logged.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    found = registratie_of(one.registratie)
    what = f"{one.registratie} {one.periode}"
    log_deed(
        actor,
        "aanlevering gelezen",
        what,
        "koppen bekijken om kolommen te kiezen",
        soort=Logsoort.LEZEN,
        noun=Noun.REGISTRATIE,
    )
    blad = askable(found, open_bladen(open_raw(one)))
    said = guess_fields(blad.koppen, found) if gekozen is None else gekozen
    velden = {veld.naam: veld for veld in fields_to_choose(found)}
    return Kolommenbeeld(
        registratie=found,
        koprij=blad.koprij,
        rijen=count_text(blad.cellen.height),
        kolommen=tuple(
            _asked(blad, place, kop, velden, said.get(place, ""))
            for place, kop in enumerate(blad.koppen, start=1)
        ),
    )


def _asked(
    blad: Blad, nummer: int, kop: str, velden: Mapping[str, Registratieveld], gekozen: str
) -> Kolomvraag:
    veld = velden.get(gekozen)
    words = _words(blad, nummer, veld)
    shown = words if may_show(words_of(blad, nummer)) else ()
    waarden: Sequence[str] = veld.waarden if veld else ()
    return Kolomvraag(
        nummer=nummer,
        letter=letter(nummer - 1),
        kop=kop,
        veld=veld,
        gekozen=gekozen if veld or gekozen == PSEUDONIEM else "",
        woorden=tuple(Woordvraag(woord=w, voorstel=guess_word(w, waarden)) for w in shown),
        typen=bool(words) and not shown,
        vorm=_form(blad.column(nummer)) if veld is not None and veld.rol in DAGEN else None,
    )


def _words(blad: Blad, nummer: int, veld: Registratieveld | None) -> tuple[str, ...]:
    if veld is None or veld.rol is not Veldrol.CODE:
        return ()
    return open_words(veld, Kolomkeuze(veld=veld.naam), words_of(blad, nummer))


def _form(cells: pl.Series) -> Datumvorm | None:
    """Return how most days seem to be written, when it isn't a plain way; None when it is."""
    counted = cells.filter(cells != "").alias("cel").value_counts(name="aantal").rows()
    filled = sum(count for _, count in counted)
    plain = sum(count for cell, count in counted if is_day(cell) or is_like(MAAND, cell))
    if not filled or plain > HALF * filled:
        return None
    fits = {
        vorm: sum(count for cell, count in counted if is_day(reworded(cell, {}, vorm)))
        for vorm in Datumvorm
    }
    best = max(fits, key=lambda vorm: fits[vorm])
    return best if fits[best] > HALF * filled else None
