"""Reads the files of one source into what can be committed: rows, rejected rows, and a manifest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

import polars as pl
from django.utils import timezone

from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, Klasse, Lading, SourceChanged
from openlea.core.errors import BadFile, BadInput, Fout
from openlea.services.laden.bestanden import digest, encoding_of
from openlea.services.laden.lezer import reader_of
from openlea.storage.warehouse.kengetallen import summarise
from openlea.storage.warehouse.ontvangen import ontvangst_of
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Aanbod

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Where files came from: the address, the moment, and what the publisher said of them."""

    adres: str = ""
    moment: datetime = field(default_factory=timezone.now)
    kenmerken: Mapping[str, str] = field(default_factory=dict)


def announce(source: SourceFile, laag: str, files: Sequence[Bestand], herkomst: Herkomst) -> Versie:
    """Return the manifest of files that aren't read yet; refuse what may not lie in this layer."""
    _refuse_wrong_layer(source, laag)
    bron = source.bron
    received = tuple(sorted({ontvangst_of(file) for file in files}, key=str))
    lading = Lading(
        bron=source.id,
        versie=-1,
        uitgever=bron.uitgever,
        adres=herkomst.adres or bron.pagina,
        sha256=digest(received),
        moment=herkomst.moment,
        edities=(),
        definitief=bron.definitief,
        rijen_in=0,
        rijen=0,
        afgekeurd=0,
    )
    return Versie(
        laag=laag,
        lading=lading,
        licentie=bron.licentie,
        parser=reader_of(source),
        bestanden=received,
        kenmerken=herkomst.kenmerken,
    )


def _refuse_wrong_layer(source: SourceFile, laag: str) -> None:
    """Refuse rows of persons, and rows of partners among the public tables."""
    klasse = source.bron.klasse
    if klasse is Klasse.PERSOON:
        reden = "persoonsgegevens komen niet tussen de openbare tabellen."
    elif klasse is Klasse.INTERN and laag == LANDELIJK:
        reden = "deze gegevens zijn van partners; lees ze in binnen een werkruimte."
    else:
        return
    raise BadInput([Fout(source.id, "", reden)])


def read_offer(source: SourceFile, versie: Versie, files: Sequence[Bestand]) -> Aanbod:
    """Return what a load offers; BadInput when a file can't be read, SourceChanged when it moved.

    What the reader of a source trips over is a BadFile too: one bad file stops nothing else.
    """
    gelezen = _parse(source, files)
    bron = source.bron
    if gelezen.rijen.is_empty():
        raise BadFile([Fout(files[0].naam, "", "er staat geen enkele goede rij in dit bestand.")])
    kengetallen = summarise(gelezen.rijen, bron.editie, bron.sleutel)
    lading = replace(
        versie.lading,
        edities=tuple(kengetallen),
        rijen_in=gelezen.rijen_in,
        rijen=gelezen.rijen.height,
        afgekeurd=gelezen.afgekeurd.height,
        let_op=tuple(dict.fromkeys((*bron.let_op, *gelezen.let_op))),
    )
    return Aanbod(
        versie=replace(versie, lading=lading, kengetallen=kengetallen, codering=encoding_of(files)),
        editie=bron.editie,
        rijen=gelezen.rijen,
        afgekeurd=gelezen.afgekeurd,
        bestanden=tuple(files) if bron.klasse is Klasse.OPEN else (),
    )


def keepable(source: SourceFile, files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    """Return what may be kept of the files, before anything else is done with them."""
    return tuple(_guarded(source, source.strip, files))


def _parse(source: SourceFile, files: Sequence[Bestand]) -> Gelezen:
    return _guarded(source, source.parse, files)


def _guarded(
    source: SourceFile, part: Callable[[Sequence[Bestand]], T], files: Sequence[Bestand]
) -> T:
    """Return what a part of a source makes of files; whatever it trips over is a BadFile."""
    try:
        return part(files)
    except (BadInput, SourceChanged):
        raise
    except (Exception, pl.exceptions.PanicException) as error:
        reden = (
            f"dit bestand is niet te lezen met {source.file.name} ({type(error).__name__}). "
            "Is het wel het juiste bestand? Zo ja: meld het aan wie deze bron onderhoudt."
        )
        raise BadFile([Fout(files[0].naam if files else source.id, "", reden)]) from error
