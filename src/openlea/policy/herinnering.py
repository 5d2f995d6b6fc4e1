"""The weekly mail: one per person per ISO week, over all werkruimten, or none at all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from openlea.core.verzoek import Lid, Verzoek, VerzoekSoort
from openlea.policy.ontvanger import stand_in
from openlea.policy.schrijfwijze import count, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Openstaand:
    """A verzoek in its werkruimte; `werkruimte` is the slug, `naam` how people call it."""

    werkruimte: str
    naam: str
    verzoek: Verzoek

    @property
    def plaatshouder(self) -> str:
        """Return the mark in the text where the verb that sends puts the signed link."""
        return f"[[{self.werkruimte}/{self.verzoek.sleutel}]]"


AT_MOST = 5
"""Legal tasks in one mail; many of them fall due on the last day of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """What one werkruimte asks of a person; `meer` counts the legal tasks that were left out."""

    werkruimte: str
    naam: str
    regels: tuple[Openstaand, ...]
    meer: int = 0

    @property
    def vraagt_wet(self) -> bool:
        """Return whether a legal task is in it."""
        return any(_is_law(one) for one in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one person is asked in one week; `op` is the day it is made."""

    persoon: int
    op: date
    groepen: tuple[Groep, ...]

    @property
    def sleutel(self) -> str:
        """Return person and ISO week: a key is sent once."""
        return digest_key(self.persoon, self.op)

    @property
    def aantal(self) -> int:
        """Return how many asks are in it."""
        return sum(len(groep.regels) for groep in self.groepen)


def digest_key(persoon: int, day_of_week: date) -> str:
    """Return the key of a person's digest in the ISO week of a day, such as '7/2026-W01'."""
    year, week, _ = day_of_week.isocalendar()
    return f"{persoon}/{year}-W{week:02}"


def digests(
    asks: Iterable[Openstaand], leden: Sequence[Lid], today: date, sent: Collection[str]
) -> tuple[Digest, ...]:
    """Return the digests to send today, by person.

    `leden` are those of every werkruimte; `sent` the keys that went out before, so running twice
    sends nothing twice. The vervanger is mailed while the person asked is away; nobody is mailed
    about an ask that is closed or whose receiver has left: that passes on first.
    """
    by_id = {lid.id: lid for lid in leden}
    per_person: dict[int, list[Openstaand]] = {}
    for ask in asks:
        persoon = _persoon(ask.verzoek, by_id, today)
        if persoon is not None and digest_key(persoon, today) not in sent:
            per_person.setdefault(persoon, []).append(ask)
    return tuple(
        Digest(persoon=persoon, op=today, groepen=_groups(per_person[persoon]))
        for persoon in sorted(per_person)
    )


def _persoon(verzoek: Verzoek, leden: Mapping[int, Lid], today: date) -> int | None:
    asked = leden.get(verzoek.aan)
    if asked is None or not verzoek.is_open or not asked.is_active(today):
        return None
    return (stand_in(asked, leden, today) or asked).persoon


def _groups(asks: Sequence[Openstaand]) -> tuple[Groep, ...]:
    ordered = sorted(asks, key=lambda ask: (ask.werkruimte, ask.verzoek.voor, ask.verzoek.sleutel))
    groups = [
        _group(slug, tuple(each)) for slug, each in groupby(ordered, key=lambda ask: ask.werkruimte)
    ]
    return tuple(sorted(groups, key=lambda groep: (groep.regels[0].verzoek.voor, groep.werkruimte)))


def _group(slug: str, asks: tuple[Openstaand, ...]) -> Groep:
    """Return what a werkruimte asks, with of the law only what is due first."""
    later = [one for one in asks if _is_law(one)][AT_MOST:]
    regels = tuple(one for one in asks if one not in later)
    return Groep(werkruimte=slug, naam=asks[0].naam, regels=regels, meer=len(later))


def _is_law(ask: Openstaand) -> bool:
    return ask.verzoek.soort is VerzoekSoort.BEWIJS


def more_of_law(groep: Groep) -> str:
    """Return what is said of the legal tasks that were left out; '' when there are none."""
    if not groep.meer:
        return ""
    verb = "staat" if groep.meer == 1 else "staan"
    return f"En nog {count(groep.meer, 'taak', 'taken')} van de wet: die {verb} bij Taken."


def subject(digest: Digest) -> str:
    """Return the subject of the mail."""
    return f"{count(digest.aantal, 'vraag', 'vragen')} voor jou in de educatieve agenda"


def opening(digest: Digest) -> str:
    """Return the first sentence of the mail."""
    if digest.aantal == 1:
        return "Wil je deze vraag beantwoorden? Dat kost een minuut."
    return "Wil je deze vragen beantwoorden? Per vraag kost dat een minuut."


OVER_DE_WET = "Bij een taak van de wet log je eerst in. Daar voeg je het bewijs toe."


def body(digest: Digest, links: Mapping[str, str] | None = None) -> str:
    """Return the mail as plain text; a placeholder without a link stays as it is."""
    lines = ["Goedemorgen,", "", opening(digest)]
    for groep in digest.groepen:
        lines += ["", groep.naam]
        for ask in groep.regels:
            lines += [f"- {ask.verzoek.vraag} {_when(ask.verzoek, digest.op)}"]
            lines += [f"  {(links or {}).get(ask.plaatshouder, ask.plaatshouder)}"]
        lines += [f"- {more}" for more in [more_of_law(groep)] if more]
    lines += ["", "Een link werkt 14 dagen en opent alleen die ene vraag."]
    if any(groep.vraagt_wet for groep in digest.groepen):
        lines += [OVER_DE_WET]
    return "\n".join(lines)


def _when(verzoek: Verzoek, today: date) -> str:
    if verzoek.voor < today:
        return f"Dit had op {day(verzoek.voor)} gemoeten."
    return f"Graag uiterlijk op {day(verzoek.voor)}."
