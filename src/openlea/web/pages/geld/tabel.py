"""The table of the money: ambitie, speerpunt, action and post down, the years across."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.core.begroting import Post, Verschil
from openlea.policy.rijen import rijen_van
from openlea.storage.records.money_values import VERBORGEN
from openlea.web.pages.geld.signaal_plek import RUSTIG, Melding
from openlea.web.pages.geld.weergave import Cijfers

Bedragen = tuple[int | None, ...]
"""Whole cents, one per year; None where there is no amount."""
MeldingenPerPlek = Mapping[str, Sequence[Melding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line: `soort` says how it is shown, `diep` how far it lies inside its header row."""

    soort: str
    naam: str
    bedragen: Bedragen
    code: str = ""
    post: str = ""
    stroom: str = ""
    noot: str = ""
    verschil: str = ""
    diep: int = 0
    meldingen: tuple[Melding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """The lines of a speerpunt, folded under its own line; without `kop` they always show."""

    kop: Regel | None
    regels: tuple[Regel, ...]

    @property
    def vraagt_aandacht(self) -> bool:
        """Return whether something in it is wrong, so that it must not be folded away."""
        return any(m.toon != RUSTIG for regel in self.regels for m in regel.meldingen)

    @property
    def zonder_rij(self) -> int:
        """Return how many of its actions the begroting leaves open."""
        return sum(regel.soort == "geenrij" for regel in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """An ambitie or 'overig': its own line with the total, and what is in it."""

    kop: Regel
    blokken: tuple[Blok, ...]

    @property
    def regels(self) -> tuple[Regel, ...]:
        """Return every line in it, in order."""
        return tuple(
            regel
            for blok in self.blokken
            for regel in ((blok.kop,) if blok.kop else ()) + blok.regels
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelmaker:
    """Makes the lines of one agenda from the amounts of its posts."""

    agenda: Agenda
    cijfers: Cijfers
    meldingen: MeldingenPerPlek
    hoofdrijen: tuple[Post, ...]
    onder: Mapping[str, Sequence[Post]]

    def groepen(self) -> tuple[Groep, ...]:
        """Return the ambities in printed order, then 'overig' when there is any."""
        groepen = [self._ambitie(n) for n in range(len(self.agenda.ambities))]
        known = {code for ambitie in self.agenda.ambities for code in _codes(ambitie)}
        rest = [post for post in self.hoofdrijen if post.bij not in known]
        if rest:
            kop = Regel(soort="groep", naam="Overig", bedragen=self.som(rest))
            groepen.append(Groep(kop=kop, blokken=(self._los(rest),)))
        return tuple(groepen)

    def som(self, posten: Iterable[Post]) -> Bedragen:
        """Return the sum of header rows per year; an absent amount counts as nought."""
        codes = [post.code for post in posten]
        return tuple(
            sum(self.cijfers.get(code, {}).get(jaar, 0) for code in codes)
            for jaar in self.agenda.jaren
        )

    def totaal(self) -> Bedragen:
        """Return the sum of all rows that count."""
        return self.som(self.hoofdrijen)

    def _ambitie(self, n: int) -> Groep:
        ambitie = self.agenda.ambities[n]
        codes = _codes(ambitie)
        own = [post for post in self.hoofdrijen if post.bij in codes]
        kop = Regel(soort="groep", naam=ambitie.naam, code=ambitie.code, bedragen=self.som(own))
        blokken = [self._speerpunt(speerpunt) for speerpunt in ambitie.speerpunten]
        return Groep(kop=kop, blokken=(*blokken, self._los(self._bij(ambitie.code))))

    def _los(self, posten: Iterable[Post]) -> Blok:
        return Blok(kop=None, regels=tuple(self._posten(posten, "")))

    def _speerpunt(self, speerpunt: Speerpunt) -> Blok:
        codes = {speerpunt.code, *(actie.code for actie in speerpunt.acties)}
        own = [post for post in self.hoofdrijen if post.bij in codes]
        kop = Regel(
            soort="speerpunt", naam=speerpunt.naam, code=speerpunt.code, bedragen=self.som(own)
        )
        regels = [regel for actie in speerpunt.acties for regel in self._actie(actie)]
        return Blok(kop=kop, regels=(*regels, *self._posten(self._bij(speerpunt.code), "")))

    def _actie(self, actie: Actie) -> Iterator[Regel]:
        posten = self._bij(actie.code)
        yield from self._posten(posten, actie.code)
        if not posten:
            yield Regel(
                soort="geenrij",
                naam=actie.naam,
                code=actie.code,
                noot="Geen rij in de begroting",
                bedragen=(None,) * len(self.agenda.jaren),
                meldingen=tuple(self.meldingen.get(actie.code, ())),
            )

    def _bij(self, code: str) -> list[Post]:
        return [post for post in self.hoofdrijen if post.bij == code]

    def _posten(self, posten: Iterable[Post], code: str, diep: int = 0) -> Iterator[Regel]:
        for post in posten:
            onder = self.onder.get(post.code, ())
            yield self._post(post, code, diep)
            yield from self._posten(onder, "", diep + 1)

    def _post(self, post: Post, code: str, diep: int) -> Regel:
        cijfers = self.cijfers.get(post.code, {})
        return Regel(
            soort="onder" if diep else "post",
            naam=post.omschrijving,
            code=code,
            post="" if post.omschrijving == VERBORGEN else post.code,
            noot=f"Elders gedekt: {post.elders_gedekt_door}" if post.elders_gedekt_door else "",
            verschil="" if post.verschil is Verschil.NIET_VERMELD else post.verschil.label,
            diep=min(diep, 2),
            bedragen=tuple(cijfers.get(jaar) for jaar in self.agenda.jaren),
            meldingen=tuple(self.meldingen.get(post.code, ())),
        )


def make_tabel(agenda: Agenda, cijfers: Cijfers, meldingen: MeldingenPerPlek) -> Tabelmaker:
    """Return the maker of the lines of an agenda."""
    rijen = rijen_van(agenda.begroting)
    return Tabelmaker(
        agenda=agenda,
        cijfers=cijfers,
        meldingen=meldingen,
        hoofdrijen=rijen.hoofdrijen(),
        onder=rijen.onderrijen(),
    )


def _codes(ambitie: Ambitie) -> set[str]:
    """Return the codes of an ambitie and of all that stands under it."""
    return {ambitie.code} | {
        code for s in ambitie.speerpunten for code in (s.code, *(actie.code for actie in s.acties))
    }
