"""What a row of the begroting amounts to now: first adopted, as changed since, or as expected."""

from openlea.core.begroting import Begroting, Stand

VOLGORDE = {Stand.PRIMITIEF: 0, Stand.BIJGESTELD: 1, Stand.PROGNOSE: 2}


def bedragen_per_post(begroting: Begroting, stand: Stand) -> dict[str, dict[int, int]]:
    """Return post code → year → cents in this stand.

    A stand without a change of its own takes over the stand before it (prognose ← bijgesteld ←
    primitief). Of several changes the latest by date holds; on one day the last one listed.
    """
    bedragen = {post.code: dict(post.bedragen) for post in begroting.posten}
    geldig = [w for w in begroting.wijzigingen if VOLGORDE[w.stand] <= VOLGORDE[stand]]
    for wijziging in sorted(geldig, key=lambda w: (VOLGORDE[w.stand], w.op)):
        if wijziging.post in bedragen:
            bedragen[wijziging.post][wijziging.jaar] = wijziging.bedrag
    return bedragen


def bedrag_van_post(
    begroting: Begroting, post: str, jaar: int, stand: Stand = Stand.BIJGESTELD
) -> int | None:
    """Return the cents of one post in one year; None when there is no such amount."""
    return bedragen_per_post(begroting, stand).get(post, {}).get(jaar)
