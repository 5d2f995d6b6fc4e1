"""Fetches one published file, or only the news that it didn't change."""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from openlea.core.bron import Bestand
from openlea.services.ophalen.antwoord import ZIPPED
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.klacht import LATER
from openlea.services.ophalen.opgehaald import Opgehaald

_ZIPPED = (".xlsx", ".ods", ".zip")


def fetch_bestand(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return the file of the card's address; it is told from a web page and from half a file.

    `vragen` may give it a name, in which {dag} is the day of fetching: some files don't say theirs.
    """
    adres = haler.live.adres
    answer = haler.ask(adres, seen.get(adres, ""))
    marks = {adres: answer.kenmerk or seen.get(adres, "")}
    if answer.onveranderd:
        return haler.fetched((), marks, onveranderd=True)
    naam = haler.live.vragen.get("naam", name_of(adres)).replace("{dag}", haler.today)
    return haler.fetched((whole(haler, naam, answer.file()),), marks)


def whole(haler: Haler, naam: str, inhoud: bytes) -> Bestand:
    """Return the bytes as a file; a fault when they are of another kind, or cut off."""
    if naam.endswith(_ZIPPED) and not inhoud.startswith(ZIPPED):
        raise haler.fault(f"{naam} is geen {naam.rsplit('.', 1)[-1]}-bestand.")
    if naam.endswith(".csv") and _is_cut(inhoud):
        raise haler.fault(f"{naam} breekt af: de laatste regel is niet heel.", LATER)
    return Bestand(naam=naam, inhoud=inhoud)


def name_of(adres: str) -> str:
    """Return the name of the file at an address."""
    return unquote(urlsplit(adres).path.rsplit("/", 1)[-1])


def _is_cut(inhoud: bytes) -> bool:
    """Say whether the last line has fewer cells than the first, and no end: it broke off there."""
    first = inhoud.split(b"\n", 1)[0]
    last = inhoud.rsplit(b"\n", 1)[-1]
    mark = max((b";", b","), key=first.count)
    return bool(last.strip()) and b'"' not in last and last.count(mark) < first.count(mark)
