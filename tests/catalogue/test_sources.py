"""Every source does what its card and its sample promise; a new one is tested by being there."""

from dataclasses import replace

import pytest

from openlea.catalogue.reading.herkennen import heads_of, nearest, recognise
from openlea.catalogue.shelf import read_sources
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput
from tests.catalogue.published import assert_fits, assert_sample_holds, assert_survives

SOURCES = read_sources([SHIPPED])
RECOGNISED = [id_ for id_, entry in SOURCES.items() if entry.bron.kop]
BY_TEXT = [
    id_ for id_ in RECOGNISED if not SOURCES[id_].sample.bestand.inhoud.startswith((b"PK", b"{"))
]
WRONG_FILES = {
    "a page": b"<!DOCTYPE html><html><body>Even geduld</body></html>",
    "a pdf": b"%PDF-1.7 \x00\x01\x02",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a broken zip": b"PK\x03\x04\x14\x00\x00\x00",
    "only nul": bytes(100),
    "no JSON": b'{"value": [',
    "other columns": b"a;b;c\r\n1;2;3\r\n",
}


@pytest.mark.parametrize("id_", SOURCES)
def test_the_sample_becomes_the_rows_it_promises(id_: str) -> None:
    assert_sample_holds(id_)


@pytest.mark.parametrize("id_", SOURCES)
def test_a_row_has_one_key_within_an_edition(id_: str) -> None:
    entry = SOURCES[id_]
    assert_fits(id_, entry.parse([entry.sample.bestand]))


@pytest.mark.parametrize("id_", SOURCES)
def test_damaged_bytes_are_refused_in_words_or_read_as_declared(id_: str) -> None:
    assert_survives(id_, range(40))


@pytest.mark.parametrize("id_", SOURCES)
@pytest.mark.parametrize("inhoud", WRONG_FILES.values(), ids=WRONG_FILES)
def test_a_file_of_another_kind_is_refused_in_words(id_: str, inhoud: bytes) -> None:
    with pytest.raises((BadInput, SourceChanged)) as refused:
        SOURCES[id_].parse([Bestand(naam="bestand.csv", inhoud=inhoud)])
    assert str(refused.value)


@pytest.mark.parametrize("id_", SOURCES)
def test_a_card_tells_where_it_comes_from_and_under_which_licence(id_: str) -> None:
    bron = SOURCES[id_].bron
    assert bron.uitgever
    assert bron.licentie
    assert bron.peil
    assert not bron.pagina or bron.pagina.startswith("https://")
    assert all(sentence.endswith(".") for sentence in bron.let_op)


@pytest.mark.parametrize("id_", RECOGNISED)
def test_a_sample_is_recognised_under_any_name(id_: str) -> None:
    sample = replace(SOURCES[id_].sample.bestand, naam="download (3).bin")
    assert recognise(SOURCES, sample) == id_


@pytest.mark.parametrize("id_", BY_TEXT)
def test_a_renamed_column_is_named_with_the_nearest_one_and_the_file_to_mend(id_: str) -> None:
    entry = SOURCES[id_]
    column = entry.bron.kop[-1]
    head, _, body = entry.sample.bestand.inhoud.partition(b"\n")
    for separator in (b";", b",", b"\t", b'"', b"\r", b"\xbf", b""):
        old = separator + column.encode()
        if old in head:
            head = head.replace(old, separator + b"X" + column.encode(), 1)
            break
    changed = Bestand(naam=entry.sample.bestand.naam, inhoud=head + b"\n" + body)
    assert recognise(SOURCES, changed) != id_
    with pytest.raises(SourceChanged) as refused:
        entry.parse([changed])
    assert f"X{column}" in refused.value.found
    assert refused.value.mend.endswith(f"sources/{id_}.py")


def test_an_unknown_file_is_of_no_source_and_near_none() -> None:
    file = Bestand(naam="x.csv", inhoud=b"naam;kleur\r\nappel;rood\r\n")
    assert recognise(SOURCES, file) is None
    assert nearest(SOURCES, file) is None


def test_a_file_that_lacks_one_column_says_of_which_source_it_nearly_is() -> None:
    sample = SOURCES["duo_leerlingen_po"].sample.bestand
    file = replace(sample, inhoud=sample.inhoud.replace(b'"CLUSTER"', b'"CLUSTERS"'))
    assert recognise(SOURCES, file) is None
    changed = nearest(SOURCES, file)
    assert changed is not None
    assert changed.bron == "duo_leerlingen_po"
    assert changed.found == ("CLUSTERS",)


@pytest.mark.parametrize("inhoud", [*WRONG_FILES.values(), b"", b"\n"])
def test_what_is_no_table_has_no_source(inhoud: bytes) -> None:
    file = Bestand(naam="x", inhoud=inhoud)
    assert recognise(SOURCES, file) is None
    assert all(isinstance(head, tuple) for head in heads_of(file))
