"""What lies under one transition: by school, by group of pupils, and where leavers are since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.core.overgang import Bestemming, Overgang
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import overgang as maat
from openlea.policy.advies import Heroverweging, wilson
from openlea.policy.overgang import Stand
from openlea.services.overgangen.scholen import school_names
from openlea.services.overgangen.tellen import ZONDER_SCHOOL
from openlea.services.overgangen.uitstroom import LEAVING, NAZORG

ONBEKENDE_SCHOOL = "School niet opgegeven"
KENMERK = {"vve": "Voorschool", "opleiding_ouders": "Opleiding van de ouders"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooldeel:
    """How a transition went for those who left one school."""

    naam: str
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsdeel:
    """Advice below the test for one group: its share among whom it is known, and by chance."""

    kenmerk: str
    groep: str
    leerlingen: Bereik | None
    lager: Bereik | None
    toeval: Bereik | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where leavers are so many years later; None isn't told."""

    jaren: int
    bestemmingen: tuple[tuple[Bestemming, Bereik | None], ...]
    totaal: Bereik | None


def by_school(staat: Telstaat, overgang: Overgang) -> list[Schooldeel]:
    """Return the schools that were left, by name; those without any told number last."""
    totals = staat.of(maat.maat_of(overgang, maat.TOTAAL), Gebied.SCHOOL)
    names = school_names({one.code for one in totals})
    found = [
        Schooldeel(
            naam=names.get(one.code, ONBEKENDE_SCHOOL if one.code == ZONDER_SCHOOL else one.code),
            stand=_stand(staat, overgang, one.code),
        )
        for one in totals
    ]
    return sorted(found, key=lambda one: (one.stand.aandeel is None, one.naam))


def by_group(staat: Telstaat) -> Iterator[Groepsdeel]:
    """Yield the groups of pupils with an advice, in the order of their counting."""
    for one in staat.of(maat.ADVIES_TOTAAL, Gebied.KLASSE):
        kenmerk, _, groep = one.code.partition(": ")
        lower, open_ = (
            staat.bereik(name, Gebied.KLASSE, one.code) for name in maat.ADVIES_SOORTEN[1:]
        )
        share, chance = _lower(one.bereik, lower, open_)
        yield Groepsdeel(
            kenmerk=KENMERK.get(kenmerk, kenmerk),
            groep=groep,
            leerlingen=one.bereik,
            lager=share,
            toeval=chance,
        )


def reconsidered(staat: Telstaat) -> Heroverweging | None:
    """Return what was done with tests that said more; None when that isn't told whole."""
    total = staat.bereik(maat.maat_of(Overgang.PO_VO, maat.TOTAAL))
    parts = [staat.bereik(one) for one in (maat.HOGER, maat.BIJGESTELD, maat.GEMOTIVEERD)]
    exact = [one.precies if one else None for one in (total, *parts)]
    if any(one is None for one in exact):
        return None
    every, higher, raised, motivated = (int(one or 0) for one in exact)
    return Heroverweging(leerlingen=every, hoger=higher, bijgesteld=raised, gemotiveerd=motivated)


def aftercare(staat: Telstaat) -> list[tuple[str, Stand]]:
    """Return for whom of pro and vso the gemeente was consulted, and who is in the register."""
    found = []
    for kind in NAZORG:
        ja, nee, onbekend, totaal = (
            staat.bereik(one, Gebied.KLASSE, kind) for one in (*maat.UITKOMSTEN, maat.VERLIETEN)
        )
        if totaal is not None:
            found.append((kind, Stand(ja=ja, nee=nee, onbekend=onbekend, totaal=totaal)))
    return found


def followed(staat: Telstaat, overgang: Overgang) -> Sequence[Moment]:
    """Return where leavers of a transition are, at leaving and each year after."""
    if overgang not in LEAVING:
        return ()
    moments = []
    for n in maat.JAREN:
        code = f"{overgang} na_{n}"
        total = staat.bereik(maat.VERLIETEN, Gebied.KLASSE, code)
        if total is not None:
            where = tuple((one, staat.bereik(str(one), Gebied.KLASSE, code)) for one in Bestemming)
            moments.append(Moment(jaren=n, bestemmingen=where, totaal=total))
    return moments


def _stand(staat: Telstaat, overgang: Overgang, code: str) -> Stand:
    ja, nee, onbekend, totaal = (
        staat.bereik(maat.maat_of(overgang, one), Gebied.SCHOOL, code)
        for one in (*maat.UITKOMSTEN, maat.TOTAAL)
    )
    return Stand(ja=ja, nee=nee, onbekend=onbekend, totaal=totaal)


def _lower(
    total: Bereik | None, lower: Bereik | None, open_: Bereik | None
) -> tuple[Bereik | None, Bereik | None]:
    """Return the share below the test of whom it is known, and its interval; None when hidden."""
    exact = [one.precies if one else None for one in (total, lower, open_)]
    if any(one is None for one in exact):
        return None, None
    known, below = int(total.laag - open_.laag), int(lower.laag)  # type: ignore[union-attr]
    if known < KLEINSTE_NOEMER:
        return None, None
    return Bereik(100 * below / known, 100 * below / known), wilson(below, known)
