"""Check the lottery of a round with its public pieces alone, as anybody does at home."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from openlea.services.check_lottery import Nagekeken, check_lottery
from openlea.storage.records.plaatsing_stukken import Stukinhoud, pieces_of


def check_ronde(ronde_id: int, vastlegging: str) -> tuple[Nagekeken, ...]:
    """Return every check of a round; `vastlegging` is the promise as it was public beforehand.

    The verifier is the one of the command line. A piece that isn't what was kept is named first.
    """
    pieces = pieces_of(ronde_id)
    with TemporaryDirectory(prefix="openlea-") as folder:
        for naam, piece in pieces.items():
            file = Path(folder, naam)
            if not file.resolve().is_relative_to(Path(folder).resolve()):
                continue  # a name from a broken record writes nowhere else
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(piece.inhoud)
        return (*_kept(pieces), *check_lottery(Path(folder), vastlegging))


def _kept(pieces: Mapping[str, Stukinhoud]) -> Iterator[Nagekeken]:
    wrong = [naam for naam, one in pieces.items() if sha256(one.inhoud).hexdigest() != one.sha256]
    if not wrong:
        yield Nagekeken("elk bestand is zoals het is bewaard", goed=True)
    for naam in wrong:
        yield Nagekeken(f"{naam} is zoals het is bewaard", goed=False)
