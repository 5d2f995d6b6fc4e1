"""Opens the pages of figures for a test, and reads what stands on them."""

import re
from typing import Any

from openlea.policy.rechten import LidRol
from tests.world import World

HILVERSUM, AMSTERDAM = "gemeente/GM0402", "gemeente/GM0363"


def get(world: World, path: str, rol: LidRol = LidRol.AGENDABEHEERDER) -> Any:
    """Return the answer of a page below cijfers/, with the context it was made from."""
    return world.client(rol).get(world.url(f"cijfers/{path}"))


def text(answer: Any) -> str:
    """Return the words of the page, as they're read."""
    main = answer.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    bare = re.sub(r"<script.*?</script>|<svg.*?</svg>|<[^>]+>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+", " ", bare.replace("&#x27;", "'").replace("\xa0", " "))
