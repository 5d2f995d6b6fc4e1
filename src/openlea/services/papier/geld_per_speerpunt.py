"""The money of one speerpunt on paper: its rows per year, and which actions have none."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from openlea.core.agenda import Agenda, Speerpunt
from openlea.core.begroting import Post, Stand
from openlea.policy.begroting import per_speerpunt
from openlea.policy.dekking import DekkingStaat, dekking_per_actie
from openlea.policy.rijen import Rijen, rijen_van
from openlea.policy.schrijfwijze import listing, number
from openlea.policy.stand import bedragen_per_post
from openlea.services.papier.blokken import Alinea, Blok, Regel, RegelSoort, Tabel

LEEG = "–"


def euros(cents: int | None) -> str:
    """Return whole cents as euros without a sign, as the head of the column says the unit."""
    return LEEG if cents is None else number(Decimal(cents) / 100)


def money_of_speerpunt(agenda: Agenda, speerpunt: Speerpunt) -> Iterator[Blok]:
    """Yield the rows of a speerpunt and its actions per year, and what has no row."""
    codes = {speerpunt.code, *(actie.code for actie in speerpunt.acties)}
    rijen = rijen_van(agenda.begroting)
    posten = [post for post in rijen.hoofdrijen() if post.bij in codes]
    if posten:
        total = per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)[speerpunt.code]
        totals = tuple(euros(total[jaar]) for jaar in agenda.jaren)
        yield Tabel(
            titel=f"Geld voor {speerpunt.code}, in euro's",
            koppen=("Post", *map(str, agenda.jaren)),
            regels=(
                *rows_of(agenda, posten, rijen),
                Regel((f"Totaal {speerpunt.code}", *totals), RegelSoort.TOTAAL),
            ),
            getallen_vanaf=1,
        )
    if agenda.begroting.posten:
        yield from _without_row(agenda, speerpunt)


def rows_of(agenda: Agenda, posten: Sequence[Post], rijen: Rijen) -> Iterator[Regel]:
    """Yield a row per post, each followed by the rows that are part of it."""
    bedragen = bedragen_per_post(agenda.begroting, Stand.BIJGESTELD)
    for post in posten:
        yield _row(agenda, post, bedragen, RegelSoort.GEWOON)
        for under in rijen.onderrijen().get(post.code, ()):
            yield _row(agenda, under, bedragen, RegelSoort.ONDER)


def _row(
    agenda: Agenda, post: Post, bedragen: Mapping[str, Mapping[int, int]], soort: RegelSoort
) -> Regel:
    naam = post.omschrijving
    if soort is RegelSoort.ONDER:
        naam = f"waarvan {naam}"
    elif post.bij:
        naam = f"{post.bij} {naam}"
    if post.elders_gedekt_door:
        naam = f"{naam} (betaald uit: {post.elders_gedekt_door})"
    return Regel((naam, *(euros(bedragen[post.code].get(j)) for j in agenda.jaren)), soort)


def _without_row(agenda: Agenda, speerpunt: Speerpunt) -> Iterator[Blok]:
    dekking = dekking_per_actie(agenda.begroting, speerpunt.acties, agenda.jaren)
    codes = [code for code, one in dekking.items() if one.staat is DekkingStaat.GEEN_RIJ]
    if codes:
        verb = "Actie {} heeft" if len(codes) == 1 else "De acties {} hebben"
        yield Alinea(f"{verb.format(listing(codes))} geen rij in de begroting.", zacht=True)
