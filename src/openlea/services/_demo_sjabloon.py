"""The template in the demo: our own example, kept as a municipality would keep its own."""

from openlea.policy.rechten import Actor
from openlea.services.keep_sjabloon import keep_sjabloon
from openlea.services.sjabloon.voorbeeld import example_template


def fill_sjabloon(actor: Actor) -> None:
    """Keep the example, which is then in use."""
    keep_sjabloon(actor, "Voorbeeld van Open LEA", example_template())
