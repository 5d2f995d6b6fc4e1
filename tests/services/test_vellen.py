"""A file of millions of lines is refused at the first line too many, not after reading them all."""

import tracemalloc

import pytest

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile
from openlea.services.kolommen.vellen import read_vellen

LINES = 4_000_000


def test_too_many_lines_are_refused_without_keeping_them() -> None:
    bestand = Bestand(naam="veel.csv", inhoud=b"a;b\n" * LINES)
    tracemalloc.start()
    with pytest.raises(BadFile, match="rijen; splits"):
        read_vellen(bestand)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * len(bestand.inhoud)
