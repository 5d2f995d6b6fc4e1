"""Asks a route planner for roads, in pieces it can take, with a little patience."""

import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

import httpx

from openlea.core.errors import BadFile, Fout
from openlea.services.routeplan.planner import Planner, Punt, Vraag, Weg

MOST = 90
"""Places in one question: OSRM takes 100 unless its owner says otherwise, Valhalla 2,500 pairs."""
TRIES, WAIT, BROKEN = 3, 0.5, 500
RAAD = "Wat al gevraagd was, is bewaard. Kijk of de routeplanner draait, en probeer het opnieuw."


class Routevrager:
    """The way to one planner; use it in a with-statement. Places are middles of postcodes."""

    def __init__(
        self,
        planner: Planner,
        *,
        seconds: float = 30.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Open the way; `seconds` is how long one answer may take."""
        self._planner, self._sleep = planner, sleep
        self._client = httpx.Client(timeout=seconds, follow_redirects=False, trust_env=False)

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

    def ask(self, van: Punt, naar: Sequence[Punt]) -> list[Weg]:
        """Return the road to each place; BadFile when the planner doesn't answer well."""
        return [
            weg
            for at in range(0, len(naar), MOST)
            for weg in self._piece(van, naar[at : at + MOST])
        ]

    def _piece(self, van: Punt, naar: Sequence[Punt]) -> list[Weg]:
        answer = self._answer(self._planner.question(van, naar))
        try:
            return self._planner.roads(answer, len(naar))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as why:
            raise self._fault(f"zij antwoordt iets onbekends ({why})") from why

    def _answer(self, vraag: Vraag) -> Any:
        """Return what it says; a failure of the planner is tried again, a refusal isn't."""
        for attempt in range(TRIES):
            try:
                said = self._send(vraag)
                if said.status_code < BROKEN:
                    return self._read(said)
                why = f"zij geeft fout {said.status_code}"
            except httpx.TimeoutException:
                why = "zij antwoordt niet op tijd"
            except httpx.TransportError:
                why = "er is geen verbinding"
            if attempt + 1 < TRIES:
                self._sleep(WAIT * 2**attempt)
        raise self._fault(why)

    def _send(self, vraag: Vraag) -> httpx.Response:
        url = f"{self._planner.adres}{vraag.pad}"
        if vraag.inhoud is None:
            return self._client.get(url)
        return self._client.post(url, json=vraag.inhoud)

    def _read(self, said: httpx.Response) -> Any:
        if said.status_code != httpx.codes.OK:
            raise self._fault(f"zij weigert de vraag ({said.status_code}: {said.text[:120]})")
        try:
            return said.json()
        except ValueError as why:
            raise self._fault("haar antwoord is geen JSON") from why

    def _fault(self, why: str) -> BadFile:
        told = f"De routeplanner op {self._planner.adres} gaf geen routes: {why}. {RAAD}"
        return BadFile([Fout("", "", told)])
