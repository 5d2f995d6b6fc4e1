"""Reads how a document cites the law, and says which article that was then and which it is now.

The WPO was renumbered on 1 April 2022 and old numbers were given to other subjects. An old number
is believed only in a document of its time; in a later one we ask which is meant, and never guess.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.errors import BadInput, Fout
from openlea.core.hernummering import Hernummering
from openlea.core.plicht import Grondslag
from openlea.core.wet import Wet
from openlea.policy import schrijfwijze

NUMMER = re.compile(r"(?<![\w.])([0-9]+(?:\.[0-9]+)*[a-z]{0,2}[0-9]?)(?!\w)", re.IGNORECASE)
MEER = re.compile(
    r"\d[a-z]?\s*(?:-|–|t/m|tot en met|en|,)\s*(?:artikel(?:en)?\s*)?\d", re.IGNORECASE
)
AANLOOP = re.compile(r"\bart(?:ikel(?:en)?|\.)?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhaling:
    """A citation: the article on the day of the document, and the articles of its subject now.

    `nu` is empty when no article of now was found. `bekend` is False when the concordance doesn't
    have it: then `nu` is what was cited, unchecked.
    """

    toen: Grondslag
    nu: tuple[Grondslag, ...]
    onderwerp: str = ""
    bekend: bool = True


def read_citation(
    text: str, op: date, wetten: Iterable[Wet], hernummeringen: Iterable[Hernummering]
) -> Aanhaling:
    """Return what an article such as 'WPO 167a' is, in a document of a day.

    BadInput in Dutch when no law or article is named, when the law didn't hold on that day, or
    when the number was old by then: it says what the number means now and asks which is meant.
    """
    laws, rows = tuple(wetten), tuple(hernummeringen)
    wet, rest = _named_law(text, laws)
    nummer = _number(rest, wet)
    _refuse_before(wet, op)
    row = next((r for r in rows if (r.wet, r.oud) == (wet.afkorting, nummer)), None)
    if row is None:
        _refuse_after(wet, nummer, op)
        return _of_now(wet, nummer, op, rows)
    if op <= row.tot:
        return _then_and_now(wet, row, laws)
    if not row.nog_goed:
        raise _asked(wet, row)
    return _same(wet, nummer, row.nu_betekent)


def _named_law(text: str, wetten: Sequence[Wet]) -> tuple[Wet, str]:
    """Return the law that is named, by its longest name, and the text without it."""
    names = sorted(((n, w) for w in wetten for n in w.namen), key=lambda pair: -len(pair[0]))
    for naam, wet in names:
        rest, times = re.subn(rf"(?<!\w){re.escape(naam)}(?!\w)", " ", text, flags=re.IGNORECASE)
        if times:
            return wet, rest
    raise _refused(
        f"In '{text.strip()}' staat geen wet die we kennen. Schrijf bijvoorbeeld 'WPO 161'."
    )


def _number(rest: str, wet: Wet) -> str:
    if MEER.search(rest):
        raise _refused("Noem één artikel tegelijk, bijvoorbeeld 'WPO 161'.")
    after = AANLOOP.split(rest, maxsplit=1)[-1]
    found = NUMMER.search(after) or NUMMER.search(rest)
    if found is None:
        raise _refused(f"Noem ook het artikel van de {wet.afkorting}, bijvoorbeeld 'WPO 161'.")
    return found[1].lower()


def _refuse_before(wet: Wet, op: date) -> None:
    if op < wet.van and not wet.eerder:
        raise _refused(
            f"De {wet.naam} geldt pas vanaf {schrijfwijze.day(wet.van)}, "
            f"en het document is van {schrijfwijze.day(op)}. Controleer de wet of de datum."
        )


def _refuse_after(wet: Wet, nummer: str, op: date) -> None:
    if wet.tot is not None and op > wet.tot:
        since = schrijfwijze.day(wet.tot + timedelta(days=1))
        raise _refused(
            f"De {wet.naam} geldt niet meer sinds {since}. "
            f"Zoek op welk artikel voor {wet.afkorting} {nummer} in de plaats kwam."
        )


def _then_and_now(wet: Wet, row: Hernummering, wetten: Sequence[Wet]) -> Aanhaling:
    later = next((one for one in wetten if one.afkorting == row.wet_nu), wet)
    return Aanhaling(
        toen=_grondslag(wet, row.oud),
        nu=tuple(_grondslag(later, nummer) for nummer in row.nieuw),
        onderwerp=row.onderwerp,
    )


def _of_now(wet: Wet, nummer: str, op: date, rows: Sequence[Hernummering]) -> Aanhaling:
    """Return a number that is nobody's old number: known when a row has it as a number of now."""
    row = next(
        (r for r in rows if r.wet_nu == wet.afkorting and nummer in r.nieuw and op > r.tot), None
    )
    return _same(wet, nummer, row.onderwerp if row else "", bekend=row is not None)


def _same(wet: Wet, nummer: str, onderwerp: str, *, bekend: bool = True) -> Aanhaling:
    same = _grondslag(wet, nummer)
    return Aanhaling(toen=same, nu=(same,), onderwerp=onderwerp, bekend=bekend)


def _asked(wet: Wet, row: Hernummering) -> BadInput:
    now = schrijfwijze.listing([f"{row.wet_nu} {nummer}" for nummer in row.nieuw])
    since = schrijfwijze.day(row.tot + timedelta(days=1))
    then = f"Tot {since} ging {wet.afkorting} {row.oud} over {row.onderwerp}; dat is nu {now}."
    if row.nu_betekent:
        sense = f"Sinds {since} gaat {wet.afkorting} {row.oud} over {row.nu_betekent}."
    else:
        sense = f"Sinds {since} bestaat {wet.afkorting} {row.oud} niet meer."
    return _refused(f"{sense} {then} Welke nummering is bedoeld? Vul het artikel van nu in.")


def _grondslag(wet: Wet, nummer: str) -> Grondslag:
    return Grondslag(wet=wet.afkorting, artikel=nummer, bwb=wet.bwb)


def _refused(reden: str) -> BadInput:
    return BadInput([Fout("", "", reden)])
