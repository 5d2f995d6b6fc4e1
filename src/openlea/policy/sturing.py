"""Which form of steering fits a group best, by the published table: a suggestion with reasons.

Each answer counts as much as any other and speaks for none, one or more forms. The form for which
most answers speak is suggested; in a tie the lightest, and the tie is told. Every answer that does
not speak for the suggested form is named with what to mind. It is never a verdict.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from openlea.core.errors import BadInput, Fout
from openlea.core.samenwerking import Sturingsvorm
from openlea.core.sturingstabel import Antwoorden, Sturingskaart, Sturingstabel, Sturingsvraag


@dataclass(frozen=True, slots=True, kw_only=True)
class Vormstand:
    """A form and for how many of the answers it fits."""

    kaart: Sturingskaart
    past: int
    van: int
    omdat: tuple[str, ...]

    @property
    def vorm(self) -> Sturingsvorm:
        """Return which form it is."""
        return self.kaart.vorm


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingsadvies:
    """What the table says of a group: the forms, best first, reasons, and what to mind.

    `tegen` are the questions whose answer does not speak for the suggestion; `gelijk` the forms
    that fit equally well, none when one fits best. Without any fit there is no suggestion.
    """

    standen: tuple[Vormstand, ...]
    gelijk: tuple[Sturingsvorm, ...]
    tegen: tuple[str, ...]
    let_op: tuple[str, ...]

    @property
    def suggestie(self) -> Vormstand | None:
        """Return the form that fits best, or None when no answer speaks for any."""
        return self.standen[0] if self.standen[0].past else None


def suggest_sturing(tabel: Sturingstabel, antwoorden: Antwoorden) -> Sturingsadvies:
    """Return what the table says of the answers (by question); BadInput names what lacks."""
    if faults := list(_faults(tabel, antwoorden)):
        raise BadInput(faults)
    # Sorting keeps the order of the table among equals, which is from light to heavy.
    standen = sorted(
        (_stand(tabel, kaart, antwoorden) for kaart in tabel.vormen), key=lambda one: -one.past
    )
    best = standen[0]
    equal = tuple(one.vorm for one in standen if one.past == best.past)
    against = tuple(vraag.id for vraag in tabel.vragen if not _speaks(vraag, antwoorden, best.vorm))
    return Sturingsadvies(
        standen=tuple(standen),
        gelijk=equal if len(equal) > 1 and best.past else (),
        tegen=against if best.past else (),
        let_op=tuple(_warnings(tabel, antwoorden, best, against)),
    )


def _stand(tabel: Sturingstabel, kaart: Sturingskaart, antwoorden: Antwoorden) -> Vormstand:
    omdat = tuple(
        one.omdat
        for vraag in tabel.vragen
        if (one := vraag.answer(antwoorden[vraag.id])) and kaart.vorm in one.past
    )
    return Vormstand(kaart=kaart, past=len(omdat), van=len(tabel.vragen), omdat=omdat)


def _speaks(vraag: Sturingsvraag, antwoorden: Antwoorden, vorm: Sturingsvorm) -> bool:
    found = vraag.answer(antwoorden[vraag.id])
    return found is not None and vorm in found.past


def _warnings(
    tabel: Sturingstabel, antwoorden: Antwoorden, best: Vormstand, against: tuple[str, ...]
) -> Iterator[str]:
    """Yield what holds whatever the form first, then what speaks against the suggested one."""
    told = {vraag.id: vraag.answer(antwoorden[vraag.id]) for vraag in tabel.vragen}
    general = {name: one.let_op for name, one in told.items() if one and one.let_op}
    yield from general.values()
    if best.past:
        yield from (best.kaart.mits[name] for name in against if name not in general)


def _faults(tabel: Sturingstabel, antwoorden: Antwoorden) -> Iterator[Fout]:
    for vraag in tabel.vragen:
        if vraag.answer(antwoorden.get(vraag.id, "")) is None:
            yield Fout("", vraag.id, "Kies een antwoord.")
