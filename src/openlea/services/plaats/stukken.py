"""Keeps the public pieces of a round: each under its name, with its hash."""

from base64 import b64encode
from collections.abc import Mapping

from openlea.policy.loting import digest
from openlea.policy.rechten import Actor
from openlea.storage.records.models import Plaatsingsronde, Plaatsingsstuk


def keep_pieces(actor: Actor, ronde: Plaatsingsronde, files: Mapping[str, bytes]) -> None:
    """Write the pieces of a round; one with the same name is replaced. Inside a transaction."""
    Plaatsingsstuk.objects.filter(ronde=ronde, naam__in=files).delete()
    Plaatsingsstuk.objects.bulk_create(
        Plaatsingsstuk(
            werkruimte_id=actor.werkruimte,
            ronde=ronde,
            naam=naam,
            inhoud=b64encode(content).decode(),
            sha256=digest(content),
        )
        for naam, content in files.items()
    )
