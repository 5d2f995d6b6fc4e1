"""The mix of each group against half and half, heavy groups and locations, and the results."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.core.telling import Gebied, Telrij
from openlea.policy import voorschool as maat
from openlea.policy.telscherm import measured, single
from openlea.policy.voorschool import Peuter
from openlea.policy.voorschool_groepen import Groep, mix_of, shown_groups, shown_results
from openlea.services.voorschool.definities import Definitie


def count_groups(
    peuters: Sequence[Peuter], day: date, definitie: Definitie, bekend: Collection[str]
) -> tuple[Telrij, ...]:
    """Return the groups that may be shown, and of all of them how many are heavy.

    `bekend` are the locations of which the placed children are shown.
    """
    groepen = groups_of(peuters, day, definitie)
    large = [one for one in groepen if one.kinderen >= KLEINSTE_NOEMER]
    heavy = sum(one.is_heavy(definitie.zwaar_boven) for one in large)
    return (
        Telrij(maat=maat.GROEPEN, bereik=_exact(len(groepen))),
        Telrij(maat=maat.GROEPEN_GETELD, bereik=_exact(len(large))),
        Telrij(maat=maat.GROEPEN_ZWAAR, bereik=_exact(heavy)),
        Telrij(maat=maat.GROEPEN_LICHT, bereik=_exact(len(large) - heavy)),
        *_classes(groepen),
        *_mixes(shown_groups(groepen, bekend)),
        *_results(groepen),
        *_locations(groepen, definitie, bekend),
    )


def groups_of(peuters: Sequence[Peuter], day: date, definitie: Definitie) -> tuple[Groep, ...]:
    """Return every group on a location with who goes there on a day."""
    found: dict[tuple[str, str], list[Peuter]] = {}
    for one in peuters:
        if one.groep and one.locatie and one.is_present(day):
            found.setdefault((one.locatie, one.groep), []).append(one)
    return tuple(
        _group(locatie, groep, some, day, definitie)
        for (locatie, groep), some in sorted(found.items())
    )


def _group(
    locatie: str, groep: str, some: Sequence[Peuter], day: date, definitie: Definitie
) -> Groep:
    met = sum(one.in_doelgroep(day, definitie.vanaf) for one in some)
    return Groep(
        locatie=locatie,
        groep=groep,
        met=met,
        zonder=len(some) - met,
        behaald=sum(one.resultaat == "behaald" for one in some),
        niet_behaald=sum(one.resultaat == "niet behaald" for one in some),
    )


def _classes(groepen: Sequence[Groep]) -> Iterator[Telrij]:
    for one in groepen:
        yield Telrij(maat=maat.GROEPSMIX, gebied=Gebied.GROEP, code=one.code, bereik=mix_of(one))


def _mixes(groepen: Sequence[Groep]) -> Iterator[Telrij]:
    for one in groepen:
        for name, count in (
            (maat.GROEP_MET, one.met),
            (maat.GROEP_ZONDER, one.zonder),
            (maat.GROEP_KINDEREN, one.kinderen),
        ):
            yield single(name, count, gebied=Gebied.GROEP, code=one.code)


def _results(groepen: Sequence[Groep]) -> Iterator[Telrij]:
    """Yield the share that got what was agreed: of all groups together, and of each that may."""
    behaald = sum(one.behaald for one in groepen)
    niet = sum(one.niet_behaald for one in groepen)
    whole = Groep(locatie="", groep="", met=0, zonder=0, behaald=behaald, niet_behaald=niet)
    for one in (*shown_results([whole]), *shown_results(groepen)):
        van = one.behaald + one.niet_behaald
        yield measured(
            maat.BEHAALD_AANDEEL,
            round(100 * one.behaald / van, 1),
            van,
            gebied=Gebied.GROEP if one.groep else Gebied.GEHEEL,
            code=one.code if one.groep else "",
        )


def _locations(
    groepen: Sequence[Groep], definitie: Definitie, bekend: Collection[str]
) -> Iterator[Telrij]:
    """Yield how many locations are heavy: those of which enough may be said to tell."""
    known = [
        Groep(
            locatie=locatie,
            groep="",
            met=sum(one.met for one in groepen if one.locatie == locatie),
            zonder=sum(one.zonder for one in groepen if one.locatie == locatie),
        )
        for locatie in sorted({one.locatie for one in groepen})
    ]
    large = [one for one in known if one.kinderen >= KLEINSTE_NOEMER and one.locatie in bekend]
    heavy = sum(one.is_heavy(definitie.zwaar_boven) for one in large)
    yield Telrij(maat=maat.LOCATIES_GETELD, bereik=_exact(len(large)))
    yield Telrij(maat=maat.LOCATIES_ZWAAR, bereik=_exact(heavy))


def _exact(count: int) -> Bereik:
    return Bereik(count, count)
