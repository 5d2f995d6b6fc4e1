"""Reads the money of an agenda out of the records as plain values."""

from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Verschil,
    Wijziging,
)
from openlea.policy.rechten import Scope
from openlea.policy.zichtbaarheid import shows_field
from openlea.storage.records import models as records

VERBORGEN = "Niet openbare post"
"""Stands for a post of an action that may not be seen: its amount counts, its name stays in."""


def money_values(agenda: "records.Agenda", acties: frozenset[str], scope: Scope) -> Begroting:
    """Return the begroting; a post of an action outside `acties` keeps its amount, not its name."""
    posten = list(
        records.Begrotingspost.objects.filter(agenda=agenda)
        .select_related("ambitie", "speerpunt", "actie__speerpunt", "kop", "geldstroom")
        .prefetch_related("bedragen", "wijzigingen", "boekingen__geldstroom")
    )
    hidden = {one.code for one in posten if one.actie and one.actie.code not in acties}
    return Begroting(
        geldstromen=_geldstromen(agenda),
        posten=tuple(_post(one, scope, hidden=one.code in hidden) for one in posten),
        wijzigingen=tuple(
            _wijziging(one.code, each, scope) for one in posten for each in one.wijzigingen.all()
        ),
        boekingen=tuple(
            _boeking(one.code, each, scope) for one in posten for each in one.boekingen.all()
        ),
        subsidies=_subsidies(agenda, hidden, scope),
    )


def _geldstromen(agenda: "records.Agenda") -> tuple[Geldstroom, ...]:
    return tuple(
        Geldstroom(
            code=one.code,
            naam=one.naam,
            soort=StroomSoort(one.soort),
            voorwaarden=one.voorwaarden,
            bedragen={each.jaar: each.bedrag for each in one.bedragen.all()},
        )
        for one in agenda.geldstromen.prefetch_related("bedragen")
    )


def _bij(one: "records.Begrotingspost", *, hidden: bool) -> str:
    if one.actie:
        return one.actie.speerpunt.code if hidden else one.actie.code
    place = one.speerpunt or one.ambitie
    return place.code if place else ""


def _post(one: "records.Begrotingspost", scope: Scope, *, hidden: bool) -> Post:
    tells = shows_field(scope, "post", "toelichting") and not hidden
    return Post(
        code=one.code,
        bij=_bij(one, hidden=hidden),
        omschrijving=VERBORGEN if hidden else one.omschrijving,
        kop=one.kop.code if one.kop else "",
        bedragen={each.jaar: each.bedrag for each in one.bedragen.all()},
        verschil=Verschil(one.verschil),
        elders_gedekt_door="" if hidden else one.elders_gedekt_door,
        geldstroom=one.geldstroom.code if one.geldstroom else "",
        categorie=one.categorie,
        taakveld=one.taakveld,
        toelichting=one.toelichting if tells else "",
    )


def _wijziging(post: str, one: "records.Begrotingswijziging", scope: Scope) -> Wijziging:
    return Wijziging(
        post=post,
        jaar=one.jaar,
        stand=Stand(one.stand),
        bedrag=one.bedrag,
        op=one.op,
        besluit=one.besluit,
        reden=one.reden if shows_field(scope, "wijziging", "reden") else "",
    )


def _boeking(post: str, one: "records.Boeking", scope: Scope) -> Boeking:
    return Boeking(
        post=post,
        jaar=one.jaar,
        soort=BoekingSoort(one.soort),
        op=one.op,
        bedrag=one.bedrag,
        omschrijving=one.omschrijving if shows_field(scope, "boeking", "omschrijving") else "",
        geldstroom=one.geldstroom.code if one.geldstroom else "",
        kenmerk=one.kenmerk if shows_field(scope, "boeking", "kenmerk") else "",
    )


def _subsidies(agenda: "records.Agenda", hidden: set[str], scope: Scope) -> tuple[Subsidie, ...]:
    found = agenda.subsidies.select_related("post", "ontvanger").order_by("id")
    return tuple(_subsidie(one, scope) for one in found if one.post.code not in hidden)


def _subsidie(one: "records.Subsidie", scope: Scope) -> Subsidie:
    return Subsidie(
        kenmerk=one.kenmerk,
        post=one.post.code,
        regeling=one.regeling,
        ontvanger=one.ontvanger.code,
        jaar=one.jaar,
        beschikt=one.beschikt,
        beschikt_op=one.beschikt_op,
        voorwaarden=one.voorwaarden if shows_field(scope, "subsidie", "voorwaarden") else "",
        prestatie=one.prestatie,
        tussenrapportage_op=one.tussenrapportage_op,
        vastgesteld=one.vastgesteld,
        vastgesteld_op=one.vastgesteld_op,
        teruggevorderd=one.teruggevorderd,
    )
