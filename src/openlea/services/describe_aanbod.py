"""Tells what help there is at schools, and where that lies apart from what they need."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.conf import settings

from openlea.catalogue.rondomkast import Rondom, open_rondom
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.policy.aanbodbalans import Schoolhulp, balance_schools, reach_words, sum_area
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.aanbod.cijfers import figures_of
from openlea.services.aanbod.scholen import Aanbodschool, Schoollijst, schools_of
from openlea.services.aanbod.uitkomst import (
    Aanbodoverzicht,
    Aanbodregel,
    Gebiedaanbod,
    Schoolaanbod,
)
from openlea.services.aanbod.vinden import may_change
from openlea.storage.records.models import Aanbod


def describe_aanbod(actor: Actor, today: date, soort: str = "") -> Aanbodoverzicht:
    """Return what the actor may see, compared by one kind of help, else by all that is in hours.

    A school with lines that the actor may not see has unknown help: what isn't seen never counts as
    nothing. A kind that isn't there is no kind. NotAllowed without the right to see anything.
    """
    if not actor.may(Noun.AANBOD, Verb.ZIEN):
        raise NotAllowed("Aanbod is hier niet voor jou.")
    lijst = schools_of(actor.werkruimte)
    rondom = open_rondom(find_roots(settings.CATALOGUE), lijst.gemeente)
    asked = soort if soort in rondom.soorten else ""
    every = tuple(Aanbod.objects.of(actor.werkruimte))
    seen = Aanbod.objects.of(actor.werkruimte).within(actor.scope(Noun.AANBOD, Verb.ZIEN))
    shown = set(seen.values_list("pk", flat=True))
    regels = tuple(_line(actor, one, rondom, today) for one in every if one.pk in shown)
    unseen = [one for one in every if one.pk not in shown and _goes_on(one, today)]
    hidden = {one.school for one in unseen if _counts(one, rondom, asked)}
    scholen = _schools(lijst, rondom, regels, hidden, asked)
    return Aanbodoverzicht(
        soort=asked,
        rondom=rondom,
        lijst=lijst,
        regels=regels,
        scholen=scholen,
        gebieden=_areas(scholen),
        cijfers=figures_of(lijst.gemeente),
        verborgen=len(hidden),
    )


def _goes_on(one: Aanbod, today: date) -> bool:
    """Say whether a line is there today; without days it is."""
    return not (one.van and one.van > today) and not (one.tot and one.tot < today)


def _line(actor: Actor, one: Aanbod, rondom: Rondom, today: date) -> Aanbodregel:
    uren = None
    if one.uren is not None:
        uren = float(one.uren)
    elif one.fte is not None:
        uren = float(one.fte) * rondom.uren_per_fte
    return Aanbodregel(
        een=one,
        soort=rondom.soorten.get(one.soort),
        uren=uren,
        bereik=reach_words(one.bereik),
        loopt=_goes_on(one, today),
        mag=may_change(actor, one),
    )


def _counts(one: Aanbod, rondom: Rondom, soort: str) -> bool:
    """Say whether a line is of what is compared."""
    kind = rondom.soorten.get(one.soort)
    return one.soort == soort if soort else kind is None or kind.uren


def _schools(
    lijst: Schoollijst,
    rondom: Rondom,
    regels: Sequence[Aanbodregel],
    hidden: set[str],
    soort: str,
) -> tuple[Schoolaanbod, ...]:
    of_school: dict[str, list[Aanbodregel]] = defaultdict(list)
    for one in regels:
        if one.loopt:
            of_school[one.een.school].append(one)
    help_of = {
        code: _help(
            school,
            [one for one in of_school[code] if _counts(one.een, rondom, soort)],
            hidden=code in hidden,
            in_hours=not soort or rondom.soorten[soort].uren,
        )
        for code, school in lijst.scholen.items()
    }
    return tuple(
        Schoolaanbod(
            school=lijst.scholen[one.school],
            regels=tuple(of_school[one.school]),
            hulp=help_of[one.school],
            balans=one,
        )
        for one in balance_schools(help_of.values())
    )


def _help(
    school: Aanbodschool, regels: Sequence[Aanbodregel], *, hidden: bool, in_hours: bool
) -> Schoolhulp:
    known = [one.uren for one in regels if one.uren is not None]
    whole = not hidden and len(known) == len(regels) and (in_hours or not regels)
    return Schoolhulp(
        school=school.code,
        behoefte=school.weging,
        uren=sum(known) if whole else None,
        is_er=any(one.uren != 0 for one in regels),
        leerlingen=school.leerlingen,
    )


def _areas(scholen: Iterable[Schoolaanbod]) -> tuple[Gebiedaanbod, ...]:
    """Return the postcodes with a school whose need is known."""
    inside: Mapping[str, list[Schoolhulp]] = defaultdict(list)
    for one in scholen:
        if one.school.pc4 and one.hulp.behoefte is not None:
            inside[one.school.pc4].append(one.hulp)
    areas = {pc4: sum_area(pc4, some) for pc4, some in inside.items()}
    return tuple(
        Gebiedaanbod(
            pc4=one.school, scholen=len(inside[one.school]), hulp=areas[one.school], balans=one
        )
        for one in balance_schools(areas.values())
    )
