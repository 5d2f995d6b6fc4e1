"""Mend the rows of a draft that the door refused, or leave them out on purpose."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import polars as pl
from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.registratie import Registratie
from openlea.policy.kolombesluit import PSEUDONIEM, Behandeling, Kolombesluit
from openlea.policy.persoonswaarde import Onbruikbaar, identity_text, trimmed
from openlea.policy.pseudonimiseren import is_pseudoniem, treat_cell
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concept import FOUTEN, WEG, Concept, Herstelrij, open_concept, resealed
from openlea.services.kluis.ketting import keys_of
from openlea.services.kluis.keuren import REDENEN, REGEL, TEVEEL, Sleutels
from openlea.services.kluis.plek import registratie_of
from openlea.services.kluis.pseudoniemen import pseudoniemen
from openlea.services.kluis.vergelijken import note_difference
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering

Cellen = Mapping[int, Mapping[int, str]]
"""What was typed: by line of the file and place of the column."""
Wijziging = tuple[dict[int, str], tuple[tuple[int, str, bool], ...], bool]
"""Of one row: the good cells by place, what is still wrong, and whether it is left out."""


@dataclass(frozen=True, slots=True)
class _Bank:
    """What a typed cell is judged by: the columns of the outcome in order, and the keys."""

    kolommen: tuple[Kolombesluit, ...]
    sleutels: Sleutels

    def treated(self, plek: int, text: str) -> str:
        """Return what is kept of a typed cell; Onbruikbaar when it can't be."""
        one = self.kolommen[plek]
        if plek:
            return treat_cell(one, text)
        if one.veld is not None:
            who = identity_text(one.veld, text, self.sleutels.van)
            return pseudoniemen((self.sleutels.afzender, *self.sleutels.keten), [who])[0]
        made = trimmed(text)
        if not is_pseudoniem(made):
            raise Onbruikbaar("pseudoniem" if made else "leeg")
        return pseudoniemen(self.sleutels.keten, [made])[0]


def mend_aanlevering(
    actor: Actor,
    nummer: int,
    cellen: Cellen,
    *,
    weg: Collection[int] = (),
    alles_weg: bool = False,
) -> Aanlevering:
    """Return the delivery; a row counts as mended when all that must be filled in it is good.

    `weg` are lines to leave out, `alles_weg` leaves out every row that is still wrong. What was
    good is kept; BadInput then names what is still wrong by line and column, never by value. Call
    it outside a transaction. NotAllowed, NotFound, Conflict when nothing waits for repair.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    concept = open_concept(one)
    bank = _Bank(_columns(one, registratie_of(one.registratie)), keys_of(one))
    wrong: list[Fout] = []
    changes: dict[int, Wijziging] = {}
    for rij in concept.open:
        if alles_weg or rij.regel in weg:
            changes[rij.regel] = ({}, rij.fouten, True)
        elif _says_something(rij, cellen.get(rij.regel)):
            changes[rij.regel] = (*_mended(bank, rij, cellen[rij.regel], wrong), False)
    after = _changed(concept, changes)
    _take(one, after, set(changes))
    rows = after.tabel if after.open else after.goed
    note_difference(actor, one, rows)
    with resealed(one, rows), transaction.atomic():
        keep_record(actor, one)
        what = f"{one.registratie} {one.periode}"
        log_deed(actor, "rijen hersteld", what, noun=Noun.REGISTRATIE, soort=Logsoort.WIJZIGEN)
    if wrong:
        raise BadInput(wrong)
    return one


def _says_something(rij: Herstelrij, typed: Mapping[int, str] | None) -> bool:
    """Return whether a row was touched: a blank says something where nothing must be filled."""
    if typed is None:
        return False
    return any(map(trimmed, typed.values())) or not any(moet for *_, moet in rij.fouten)


def _mended(
    bank: _Bank, rij: Herstelrij, typed: Mapping[int, str], wrong: list[Fout]
) -> tuple[dict[int, str], tuple[tuple[int, str, bool], ...]]:
    """Return the good cells by place, and what is still wrong in the row."""
    good, left = {}, []
    for plek, reden, moet in rij.fouten:
        text = trimmed(typed.get(plek, ""))
        if plek == TEVEEL or (not text and moet):
            left.append((plek, reden, moet))
            continue
        try:
            good[plek] = bank.treated(plek, text) if text else ""
        except Onbruikbaar as error:
            left.append((plek, error.reden, moet))
            wrong.append(Fout(f"regel {rij.regel}", bank.kolommen[plek].naam, REDENEN[error.reden]))
    return good, tuple(left)


def _changed(concept: Concept, changes: Mapping[int, Wijziging]) -> Concept:
    """Return the draft with what was typed, and with what was left out marked as such."""
    if not changes:
        return concept
    names, rows = concept.namen, []
    touched = concept.tabel.filter(pl.col(REGEL).is_in(list(changes)))
    for row in touched.iter_rows(named=True):
        good, left, gone = changes[row[REGEL]]
        for plek, value in good.items():
            row[names[plek]] = value or None
        row[WEG] = gone
        row[FOUTEN] = json.dumps(left) if gone or left else None
        rows.append(row)
    rest = concept.tabel.filter(~pl.col(REGEL).is_in(list(changes)).fill_null(value=False))
    return Concept(pl.concat([rest, pl.DataFrame(rows, schema=concept.tabel.schema)]))


def _take(one: Aanlevering, concept: Concept, touched: Collection[int]) -> None:
    """Say in the record how a draft stands; what was mended is no longer told as wrong."""
    waits = concept.open
    bad = {rij.regel for rij in waits} | set(concept.tabel.filter(pl.col(WEG))[REGEL].to_list())
    one.afgekeurd = [
        fault for fault in one.afgekeurd if fault["regel"] not in touched or fault["regel"] in bad
    ]
    one.rijen, one.afgekeurde_rijen = concept.goed.height, len(waits) + concept.weggelaten
    one.koppeling = {**one.koppeling, "open": len(waits)}
    if not waits:
        one.wacht_op = ""


def _columns(one: Aanlevering, registratie: Registratie) -> tuple[Kolombesluit, ...]:
    """Return the columns of the outcome as a typed cell is judged: in the registration's words."""
    velden = {veld.naam: veld for veld in registratie.velden}
    who = one.koppeling.get("persoon", PSEUDONIEM)
    names = [who, *(kolom["naam"] for kolom in one.kolommen[1:])]
    return tuple(
        Kolombesluit(
            nummer=place,
            kop=naam,
            naam=naam,
            gedaan=Behandeling.GEHOUDEN,
            reden="",
            veld=velden.get(naam),
        )
        for place, naam in enumerate(names, start=1)
    )
