"""The columns of the grid: how a field is written in a cell, and read back from it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from openlea.core.agenda import Actie, ActieStaat, Agenda, Rol, Schaal, Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.actie_staat import TE_MELDEN
from openlea.policy.agenda_controle import OUDSTE_LEEFTIJD
from openlea.services.rooster.rijen import TREKKERS
from openlea.services.xlsx.getal_lezen import Unreadable, parse_day

LIJST = ";"
"""Between two partijen in one cell."""
_WHOLE = re.compile(r"\d{1,4}")
"""So few digits, because Python itself refuses to read thousands of them."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column; `soort` tells the page what may be typed, `lijst` which words it offers."""

    veld: str
    kop: str
    soort: str = "tekst"
    lijst: str = ""


KOLOMMEN = (
    Kolom("naam", "Naam", "verplicht"),
    Kolom(TREKKERS, "Trekker", "partijen", "partijen"),
    Kolom("staat", "Staat", "keuze", "staten"),
    Kolom("staat_reden", "Reden"),
    Kolom("doelgroep", "Doelgroep"),
    Kolom("leeftijd_van", "Leeftijd van", "leeftijd"),
    Kolom("leeftijd_tot", "Leeftijd t/m", "leeftijd"),
    Kolom("van", "Begint op", "datum"),
    Kolom("tot", "Eindigt op", "datum"),
    Kolom("werkgroep", "Werkgroep", "groep", "werkgroepen"),
    Kolom("schaal", "Waar", "keuze", "schalen"),
    Kolom("zichtbaarheid", "Zichtbaar voor", "keuze", "zichtbaarheden"),
)
PER_VELD = {kolom.veld: kolom for kolom in KOLOMMEN}


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words that the cells of one agenda may hold; partijen by name, with their code."""

    partijen: Mapping[str, str] = field(default_factory=dict)
    werkgroepen: tuple[str, ...] = ()

    @classmethod
    def of(cls, agenda: Agenda) -> "Woorden":
        """Return the words of an agenda."""
        return cls({one.naam: one.code for one in agenda.partijen}, agenda.werkgroepen)

    def lijsten(self) -> dict[str, list[str]]:
        """Return what each column with a list offers."""
        return {
            "partijen": list(self.partijen),
            "werkgroepen": list(self.werkgroepen),
            "staten": [one.label for one in (*TE_MELDEN, ActieStaat.ONBEKEND)],
            "schalen": [one.label for one in Schaal],
            "zichtbaarheden": [one.label for one in Zichtbaarheid],
        }


def write_row(actie: Actie, woorden: Woorden) -> dict[str, str]:
    """Return the text of every cell of an action."""
    pulls = tuple(one.partij for one in actie.betrokkenen if one.rol is Rol.TREKKER)
    return {
        kolom.veld: write_cell(
            pulls if kolom.veld == TREKKERS else getattr(actie, kolom.veld), woorden
        )
        for kolom in KOLOMMEN
    }


def write_cell(value: Any, woorden: Woorden) -> str:
    """Return one value as it stands in a cell."""
    if isinstance(value, tuple):
        namen = {code: naam for naam, code in woorden.partijen.items()}
        return f"{LIJST} ".join(namen.get(str(code), str(code)) for code in value)
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Keuze):
        return value.label
    # A cell is one line: what was typed in more lines elsewhere is shown on one.
    return "" if value is None else " ".join(str(value).split())


def read_cell(veld: str, text: str, woorden: Woorden) -> Any:
    """Return what was typed as the value of a field. Raises Unreadable, in Dutch."""
    return _READERS[veld](" ".join(text.split()), woorden)


def _text(text: str, _: Woorden) -> str:
    return text


def _naam(text: str, _: Woorden) -> str:
    if not text:
        raise Unreadable("Vul een naam in. Zonder naam vindt niemand de actie.")
    return text


def _partijen(text: str, woorden: Woorden) -> tuple[str, ...]:
    known = {naam.casefold(): code for naam, code in woorden.partijen.items()}
    known |= {code.casefold(): code for code in woorden.partijen.values()}
    names = dict.fromkeys(part.strip() for part in text.split(LIJST))
    return tuple(
        dict.fromkeys(
            _one_of(name, known, list(woorden.partijen), "partij") for name in names if name
        )
    )


def _werkgroep(text: str, woorden: Woorden) -> str:
    known = {naam.casefold(): naam for naam in woorden.werkgroepen}
    return _one_of(text, known, list(woorden.werkgroepen), "werkgroep") if text else ""


def _one_of(text: str, known: Mapping[str, Any], words: list[str], noun: str) -> Any:
    """Return what a word stands for, or say which word looks most like it."""
    if text.casefold() in known:
        return known[text.casefold()]
    near = get_close_matches(text, words, 1)
    hint = f" Bedoel je ‘{near[0]}’?" if near else ""
    raise Unreadable(f"Er is geen {noun} ‘{text}’.{hint}")


def _choice(lijst: type[Keuze], noun: str) -> Callable[[str, Woorden], Keuze]:
    known = {one.label.casefold(): one for one in lijst}
    known |= {one.value.casefold(): one for one in lijst}

    def read(text: str, _: Woorden) -> Keuze:
        if not text:
            raise Unreadable(f"Kies een {noun} uit de lijst.")
        found: Keuze = _one_of(text, known, [one.label for one in lijst], noun)
        return found

    return read


def _leeftijd(text: str, _: Woorden) -> int | None:
    if not text:
        return None
    if not _WHOLE.fullmatch(text) or int(text) > OUDSTE_LEEFTIJD:
        raise Unreadable(f"Een leeftijd is een heel getal van 0 tot en met {OUDSTE_LEEFTIJD}.")
    return int(text)


def _datum(text: str, _: Woorden) -> date | None:
    return parse_day(text) if text else None


_READERS: Mapping[str, Callable[[str, Woorden], Any]] = {
    "naam": _naam,
    TREKKERS: _partijen,
    "staat": _choice(ActieStaat, "staat"),
    "staat_reden": _text,
    "doelgroep": _text,
    "leeftijd_van": _leeftijd,
    "leeftijd_tot": _leeftijd,
    "van": _datum,
    "tot": _datum,
    "werkgroep": _werkgroep,
    "schaal": _choice(Schaal, "plek"),
    "zichtbaarheid": _choice(Zichtbaarheid, "keuze"),
}
