"""Asks one address of a publisher: politely, with patience, and never past what was declared."""

from collections.abc import Mapping
from functools import cache
from ssl import SSLContext
from types import TracebackType
from typing import Self

import httpx

from openlea.core.bron import Bestand, Live
from openlea.core.errors import BadFile
from openlea.services.ophalen.adressen import Adressen
from openlea.services.ophalen.antwoord import Antwoord
from openlea.services.ophalen.haalwijze import MEGABYTE, Haalwijze
from openlea.services.ophalen.klacht import LATER, Geweigerd, by_hand, complaint, sentence
from openlea.services.ophalen.opgehaald import Opgehaald

_MOVED = {301, 302, 303, 307, 308}
_NOT_CHANGED = 304
_TOO_OFTEN = 429
_BROKEN = 500
_MOST_MOVES = 5
_SAID = 500
# The v3 answers of CBS say "too much was asked" as a failure: asking again doesn't help.
TOO_MANY = "more than 10000 records"


class _Again(Exception):
    """A try failed in a way that may pass; `wait` is what the publisher asked."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Haler:
    """The one way to a publisher during one fetch; use it in a with-statement."""

    def __init__(self, bron: str, pagina: str, live: Live, wijze: Haalwijze, naam: str) -> None:
        """Open the way for one source; `naam` is how we introduce ourselves."""
        self.bron = bron
        self.pagina = pagina
        self.live = live
        self.wijze = wijze
        hosts = live.vragen.get("hosts", "")
        self.adressen = Adressen.of(live.adres, hosts, wijze.spiegels)
        self._until = wijze.clock() + wijze.total
        self._left = wijze.most_bytes
        times = httpx.Timeout(wijze.read, connect=wijze.connect)
        names = {"User-Agent": naam}
        self._client = httpx.Client(timeout=times, headers=names, verify=_trusted())

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self._client.close()

    def ask(self, adres: str, kenmerk: str = "", accept: str = "*/*") -> Antwoord:
        """Return the answer of an address; `kenmerk` asks for it only when it changed.

        Tries again after a time-out, a cut connection, 'too often' and failures of the publisher.
        """
        for attempt in range(self.wijze.tries):
            try:
                return self._follow(adres, kenmerk, accept)
            except _Again as again:
                self._pause(attempt, again, adres)
        raise AssertionError("the last try returns or raises")

    @property
    def today(self) -> str:
        """Return the day of fetching, such as 2026-11-22."""
        return self.wijze.now().date().isoformat()

    def beside(self, adres: str, link: object) -> str:
        """Return the whole address of a link in an answer, as the publisher's."""
        return self.adressen.beside(adres, str(link))

    def fetched(
        self,
        bestanden: tuple[Bestand, ...],
        kenmerken: Mapping[str, str],
        *,
        onveranderd: bool = False,
    ) -> Opgehaald:
        """Return what was fetched, with the moment and the address; empty marks are left out."""
        return Opgehaald(
            bestanden=bestanden,
            adres=self.live.adres,
            moment=self.wijze.now(),
            kenmerken={adres: mark for adres, mark in kenmerken.items() if mark},
            onveranderd=onveranderd,
            via=self.adressen.mirror_of(self.live.adres),
        )

    def fault(self, reden: str, raad: str = "") -> BadFile:
        """Return a fault that names this source; without advice: the file by hand."""
        return complaint(self.bron, reden, raad or by_hand(self.bron, self.pagina))

    def _pause(self, attempt: int, again: _Again, adres: str) -> None:
        """Wait before the next try; a fault when there is none, or it would take too long."""
        wait = self.wijze.wait_before(attempt) if again.wait is None else again.wait
        if wait > self.wijze.longest_wait:
            minutes = round(wait / 60)
            reden = f"{adres}: de bron vraagt om pas over {minutes} minuten terug te komen."
            raise self.fault(reden, "Probeer het daarna nog eens.") from again
        if attempt + 1 == self.wijze.tries or self.wijze.clock() + wait > self._until:
            raise self.fault(f"{adres}: {again}", LATER) from again
        self.wijze.sleep(wait)

    def _follow(self, adres: str, kenmerk: str, accept: str) -> Antwoord:
        """Return the answer, also when it has moved; only to where the source may be."""
        here = adres
        for _ in range(_MOST_MOVES):
            self._refuse_elsewhere(here)
            found = self._send(here, kenmerk, accept)
            if isinstance(found, Antwoord):
                return found
            here = found
        raise self.fault(f"{adres} verwijst steeds door.")

    def _refuse_elsewhere(self, adres: str) -> None:
        if not self.adressen.allows(adres):
            reden = f"De bron verwijst naar {adres}; dat adres hoort niet bij deze bron."
            raise self.fault(reden)

    def _send(self, adres: str, kenmerk: str, accept: str) -> Antwoord | str:
        """Return the answer of one request, or the address to which it moved."""
        url = self.adressen.wire(adres)
        headers = {"Accept": accept, **_condition(kenmerk)}
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return self._read(adres, response)
        except httpx.TimeoutException as error:
            raise _Again("de bron antwoordt niet op tijd.") from error
        except httpx.TransportError as error:
            raise _Again("de verbinding met de bron valt weg.") from error
        except httpx.DecodingError as error:
            raise _Again("het antwoord is beschadigd.") from error
        except httpx.InvalidURL as error:
            raise self.fault(f"{adres} is geen bruikbaar adres.") from error

    def _read(self, adres: str, response: httpx.Response) -> Antwoord | str:
        status = response.status_code
        if status in _MOVED and "location" in response.headers:
            return self.adressen.beside(adres, response.headers["location"])
        if status == _NOT_CHANGED:
            return self._answer(adres, b"", response, onveranderd=True)
        inhoud = self._stream(adres, response)
        if response.is_success:
            return self._answer(adres, inhoud, response)
        tekst = inhoud[:_SAID].decode("utf-8", "replace")
        if self._passes(status, tekst):
            asked = self.wijze.asked_wait(response.headers.get("retry-after", ""))
            raise _Again(f"de bron meldt een storing ({status}).", asked)
        fout = sentence(self.bron, f"{adres} geeft {_meaning(status)}.", self._advice())
        raise Geweigerd(fout, status, tekst)

    def _passes(self, status: int, tekst: str) -> bool:
        return status == _TOO_OFTEN or (status >= _BROKEN and TOO_MANY not in tekst)

    def _advice(self) -> str:
        return f"Kijk op {self.pagina} of het adres veranderd is."

    def _answer(
        self, adres: str, inhoud: bytes, response: httpx.Response, *, onveranderd: bool = False
    ) -> Antwoord:
        mark = response.headers.get("etag") or response.headers.get("last-modified", "")
        return Antwoord(
            bron=self.bron,
            pagina=self.pagina,
            adres=adres,
            inhoud=inhoud,
            kenmerk=mark,
            onveranderd=onveranderd,
        )

    def _stream(self, adres: str, response: httpx.Response) -> bytes:
        """Return the body, read in pieces: not longer and not more than the limits of a fetch."""
        inhoud = bytearray()
        for piece in response.iter_bytes():
            inhoud += piece
            if len(inhoud) > self._left:
                most = self.wijze.most_bytes // MEGABYTE
                raise self.fault(f"{adres} stuurt meer dan {most} MB; dat klopt niet.")
            if self.wijze.clock() > self._until:
                raise self.fault(f"{adres}: het ophalen duurt te lang.", LATER)
        self._left -= len(inhoud)
        return bytes(inhoud)


@cache
def _trusted() -> SSLContext:
    """Return whom we trust; reading that takes longer than many a question, so it's done once."""
    return httpx.create_ssl_context()


def _condition(kenmerk: str) -> dict[str, str]:
    """Return the header that asks for an answer only when it changed since a mark."""
    if not kenmerk:
        return {}
    is_tag = kenmerk.startswith(('"', "W/"))
    return {"If-None-Match" if is_tag else "If-Modified-Since": kenmerk}


def _meaning(status: int) -> str:
    known = {401: "geen toegang", 403: "geen toegang", 404: "niets meer", 410: "niets meer"}
    return f"{known.get(status, 'een weigering')} (code {status})"
