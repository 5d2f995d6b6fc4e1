"""Reads the money of an agenda out of the records as plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Labels:
    """Which names of the money are hidden; a hidden code or mark gets a word that tells nothing.

    Rows that belong together keep the same word, so that every sum stays what it is.
    """

    scope: Scope
    posten: Mapping[str, str]
    kenmerken: Mapping[str, str]

    def post(self, code: str) -> str:
        """Return the code of a post, or what stands for it."""
        return self.posten.get(code, code)

    def kenmerk(self, kenmerk: str) -> str:
        """Return a mark, or what stands for it."""
        return self.kenmerken.get(kenmerk, kenmerk)

    def shows(self, noun: str, veld: str) -> bool:
        """Return whether a field of a seen record is seen."""
        return shows_field(self.scope, noun, veld)


def money_values(agenda: "records.Agenda", acties: frozenset[str], scope: Scope) -> Begroting:
    """Return the begroting; a post of an action outside `acties` keeps its amount, not its name."""
    posten = list(
        records.Begrotingspost.objects.filter(agenda=agenda)
        .select_related("ambitie", "speerpunt", "actie__speerpunt", "kop", "geldstroom")
        .prefetch_related("bedragen", "wijzigingen", "boekingen__geldstroom")
    )
    subsidies = list(agenda.subsidies.select_related("post", "ontvanger").order_by("id"))
    labels = _labels(posten, subsidies, acties, scope)
    return Begroting(
        geldstromen=_geldstromen(agenda),
        posten=tuple(_post(one, labels) for one in posten),
        wijzigingen=tuple(
            _wijziging(each, one, labels) for one in posten for each in one.wijzigingen.all()
        ),
        boekingen=tuple(
            _boeking(each, one, labels) for one in posten for each in one.boekingen.all()
        ),
        subsidies=tuple(_subsidie(one, labels) for one in subsidies),
    )


def _labels(
    posten: Iterable["records.Begrotingspost"],
    subsidies: Iterable["records.Subsidie"],
    acties: frozenset[str],
    scope: Scope,
) -> Labels:
    hidden = [one for one in posten if one.actie and one.actie.code not in acties]
    codes = {one.code for one in hidden}
    words = {one.code: f"verborgen-{place}" for place, one in enumerate(hidden, start=1)}
    if shows_field(scope, "boeking", "kenmerk"):
        return Labels(scope, words, {})
    shown = {one.kenmerk for one in subsidies if one.post.code not in codes}
    marks = {each.kenmerk for one in posten for each in one.boekingen.all() if each.kenmerk}
    secret = sorted((marks | {one.kenmerk for one in subsidies}) - shown)
    return Labels(scope, words, {mark: f"kenmerk-{n}" for n, mark in enumerate(secret, start=1)})


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


def _post(one: "records.Begrotingspost", labels: Labels) -> Post:
    hidden = one.code in labels.posten
    tells = labels.shows("post", "toelichting") and not hidden
    return Post(
        code=labels.post(one.code),
        bij=_bij(one, hidden=hidden),
        omschrijving=VERBORGEN if hidden else one.omschrijving,
        kop=labels.post(one.kop.code) if one.kop else "",
        bedragen={each.jaar: each.bedrag for each in one.bedragen.all()},
        verschil=Verschil(one.verschil),
        elders_gedekt_door="" if hidden else one.elders_gedekt_door,
        geldstroom=one.geldstroom.code if one.geldstroom else "",
        categorie=one.categorie,
        taakveld=one.taakveld,
        toelichting=one.toelichting if tells else "",
    )


def _wijziging(
    one: "records.Begrotingswijziging", post: "records.Begrotingspost", labels: Labels
) -> Wijziging:
    tells = labels.shows("wijziging", "reden") and post.code not in labels.posten
    return Wijziging(
        post=labels.post(post.code),
        jaar=one.jaar,
        stand=Stand(one.stand),
        bedrag=one.bedrag,
        op=one.op,
        besluit="" if post.code in labels.posten else one.besluit,
        reden=one.reden if tells else "",
    )


def _boeking(one: "records.Boeking", post: "records.Begrotingspost", labels: Labels) -> Boeking:
    return Boeking(
        post=labels.post(post.code),
        jaar=one.jaar,
        soort=BoekingSoort(one.soort),
        op=one.op,
        bedrag=one.bedrag,
        omschrijving=one.omschrijving if labels.shows("boeking", "omschrijving") else "",
        geldstroom=one.geldstroom.code if one.geldstroom else "",
        kenmerk=labels.kenmerk(one.kenmerk),
    )


def _subsidie(one: "records.Subsidie", labels: Labels) -> Subsidie:
    hidden = one.post.code in labels.posten
    tells = labels.shows("subsidie", "voorwaarden") and not hidden
    return Subsidie(
        kenmerk=labels.kenmerk(one.kenmerk),
        post=labels.post(one.post.code),
        regeling=VERBORGEN if hidden else one.regeling,
        ontvanger="" if hidden else one.ontvanger.code,
        jaar=one.jaar,
        beschikt=one.beschikt,
        beschikt_op=one.beschikt_op,
        voorwaarden=one.voorwaarden if tells else "",
        prestatie="" if hidden else one.prestatie,
        tussenrapportage_op=one.tussenrapportage_op,
        vastgesteld=one.vastgesteld,
        vastgesteld_op=one.vastgesteld_op,
        teruggevorderd=one.teruggevorderd,
    )
