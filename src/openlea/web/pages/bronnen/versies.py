"""The versions of a table in words: where each came from, and what it changed."""

from dataclasses import dataclass

from openlea.policy.cijfertekst import periode_tekst
from openlea.storage.warehouse.versie import Versie
from openlea.web.pages.bronnen.stand import Bronstand, is_shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Versiekaart:
    """One version: its manifest, and what people call it."""

    versie: Versie
    edities: tuple[str, ...]
    geldt: bool
    meegeleverd: bool

    @property
    def titel(self) -> str:
        """Return what it is called."""
        return "Meegeleverd met Open LEA" if self.meegeleverd else f"Versie {self.versie.versie}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Editieverschil:
    """An edition that the newest version brought: its rows now, and before when it was there."""

    naam: str
    rijen: int
    eerst: int | None

    @property
    def erbij(self) -> int:
        """Return how many rows came or went."""
        return self.rijen - (self.eerst or 0)


def version_cards(stand: Bronstand) -> tuple[Versiekaart, ...]:
    """Return the versions, newest first."""
    return tuple(
        Versiekaart(
            versie=one,
            edities=tuple(periode_tekst(editie) for editie in one.lading.edities),
            geldt=place == 0,
            meegeleverd=is_shipped(one),
        )
        for place, one in enumerate(stand.overzicht.versies)
    )


def change_of(stand: Bronstand) -> tuple[Editieverschil, ...]:
    """Return per edition of the newest version what differs from before; none when it's first."""
    newest, before = stand.overzicht.versies[:1], stand.overzicht.versies[1:]
    if not before:
        return ()
    return tuple(
        Editieverschil(
            naam=periode_tekst(editie),
            rijen=beeld.rijen,
            eerst=next(
                (one.kengetallen[editie].rijen for one in before if editie in one.kengetallen), None
            ),
        )
        for editie, beeld in newest[0].kengetallen.items()
    )
