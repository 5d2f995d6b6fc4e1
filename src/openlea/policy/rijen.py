"""Which rows of the begroting count, and which are only a breakdown of the row above them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openlea.core.begroting import Begroting, Post, Stand
from openlea.policy.stand import bedragen_per_post


@dataclass(frozen=True, slots=True)
class Rijen:
    """The rows of one begroting, related to their header rows."""

    posten: Mapping[str, Post]

    def keten(self, post: Post | None) -> Iterator[Post]:
        """Yield the row, its header row, and so on up; a loop is walked once, no row is none."""
        gezien: set[str] = set()
        volgende = post
        while volgende is not None and volgende.code not in gezien:
            gezien.add(volgende.code)
            yield volgende
            volgende = self.posten.get(volgende.kop)

    def is_onderrij(self, post: Post) -> bool:
        """Tell whether an existing header row already holds this row (a loop holds nothing)."""
        kop = self.posten.get(post.kop)
        return kop is not None and all(boven.kop != post.code for boven in self.keten(kop))

    def hoofdrijen(self) -> tuple[Post, ...]:
        """Return the rows that count in a total, in printed order."""
        return tuple(post for post in self.posten.values() if not self.is_onderrij(post))

    def onderrijen(self) -> dict[str, list[Post]]:
        """Return header code → the rows directly under it."""
        onder: dict[str, list[Post]] = {}
        for post in self.posten.values():
            if self.is_onderrij(post):
                onder.setdefault(post.kop, []).append(post)
        return onder

    def geldstroom(self, post: Post | None) -> str:
        """Return the stream of a row, or else of its header row; empty when neither says."""
        return next((rij.geldstroom for rij in self.keten(post) if rij.geldstroom), "")

    def categorie(self, post: Post | None) -> str:
        """Return the category of a row, or else of its header row; empty when neither says."""
        return next((rij.categorie for rij in self.keten(post) if rij.categorie), "")

    def taakveld(self, post: Post | None) -> str:
        """Return the taakveld of a row, or else of its header row; empty when neither says."""
        return next((rij.taakveld for rij in self.keten(post) if rij.taakveld), "")


def rijen_van(begroting: Begroting) -> Rijen:
    """Return the rows of a begroting by code, in printed order."""
    return Rijen({post.code: post for post in begroting.posten})


def eigen_bedragen(begroting: Begroting, jaar: int, stand: Stand) -> dict[str, int]:
    """Return post code → cents that are its own: a header row less the rows under it.

    The sum is the total of the year, so money can be split by a property of the sub-rows.
    """
    rijen = rijen_van(begroting)
    bedragen = bedragen_per_post(begroting, stand)
    eigen = {code: bedragen[code].get(jaar, 0) for code in rijen.posten}
    for kop, onder in rijen.onderrijen().items():
        eigen[kop] -= sum(bedragen[post.code].get(jaar, 0) for post in onder)
    return eigen
