"""What the tests of fetching share: a publisher on this machine, a clock that jumps, a source."""

import dataclasses
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl
import pytest

from openlea.catalogue.reading.gelezen import REJECTED, Gelezen
from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample
from openlea.core.errors import BadFile
from openlea.services.fetch_source import fetch_source
from openlea.services.ophalen.haalwijze import Haalwijze
from openlea.services.ophalen.opgehaald import Opgehaald
from tests.live_antwoorden import HOSTS
from tests.live_server import Uitgever, opened

MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAGINA = "https://www.duo.nl/open_onderwijsdata/"


@dataclass
class Klok:
    """A clock that only moves when somebody waits; it keeps how long each wait was."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Jump ahead."""
        self.waits.append(seconds)
        self.seconds += seconds

    def read(self) -> float:
        """Return what the clock says."""
        return self.seconds


class _Tabel(dy.Schema):
    naam = dy.String()


def _parse(files: object) -> Gelezen:
    empty = pl.DataFrame(schema=REJECTED)
    return Gelezen(rijen=pl.DataFrame({"naam": ["a"]}), rijen_in=1, afgekeurd=empty)


def source_of(live: Live | None, naam: str = "proefbron") -> SourceFile:
    """Return a source with this live address and a page of its publisher."""
    bron = Bron(
        titel="Proef",
        uitgever="DUO",
        pagina=PAGINA,
        licentie="CC0",
        cadans=Cadans.JAARLIJKS,
        peil="1 oktober",
        editie="naam",
        sleutel=("naam",),
        live=live,
    )
    sample = Sample(bestand=Bestand(naam="a.csv", inhoud=b"naam\na\n"), expect="naam\na")
    return SourceFile(
        id=naam, file=Path("proef.py"), bron=bron, tabel=_Tabel, parse=_parse, sample=sample
    )


@dataclass
class Haalproef:
    """One fetch in a test: the publisher, the clock, and the rules, which a test may tighten."""

    uitgever: Uitgever
    klok: Klok
    wijze: Haalwijze

    def fetch(
        self, source: SourceFile | Live | None, seen: Mapping[str, str] | None = None
    ) -> Opgehaald:
        """Return what came of a source, or of a source made for this live address."""
        if not isinstance(source, SourceFile):
            source = source_of(source)
        return fetch_source(source, seen=seen or {}, wijze=self.wijze)

    def fault(self, source: SourceFile | Live | None) -> str:
        """Return the sentence with which a fetch is refused."""
        with pytest.raises(BadFile) as refused:
            self.fetch(source)
        (fout,) = refused.value.fouten
        return str(fout)

    def tighten(self, **rules: Any) -> None:
        """Change the limits."""
        self.wijze = dataclasses.replace(self.wijze, **rules)

    @property
    def paths(self) -> list[str]:
        """Return the '/host/path' of every question that reached the publisher."""
        return [asked.path for asked in self.uitgever.asked]


@pytest.fixture
def haalproef(monkeypatch: pytest.MonkeyPatch) -> Iterator[Haalproef]:
    """Open the publisher; a name other than 127.0.0.1 can't even be looked up."""
    looked_up = socket.getaddrinfo

    def only_here(host: object, *rest: Any, **more: Any) -> Any:
        assert host in {"127.0.0.1", b"127.0.0.1"}, f"{host} lies outside this machine"
        return looked_up("127.0.0.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", only_here)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with opened() as uitgever:
        klok = Klok()
        wijze = Haalwijze(
            spiegels=uitgever.spiegels(*HOSTS),
            read=5.0,
            sleep=klok.sleep,
            clock=klok.read,
            chance=lambda: 0.5,
            now=lambda: MOMENT,
        )
        yield Haalproef(uitgever=uitgever, klok=klok, wijze=wijze)


def live_file(adres: str, **vragen: str) -> Live:
    """Return the live address of one file."""
    return Live(protocol=Protocol.BESTAND, adres=adres, vragen=vragen)
