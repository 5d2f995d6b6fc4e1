"""One placement by matching's hospital-resident game; run with the interpreter of the peers.

Reads a market as JSON, and prints the places and the seconds: of the whole, from lists of names in
which the game checks its input, and of solving alone. It calls itself for every rejection, so it
needs more room than Python gives by default.
"""

import json
import sys
import threading
import time
from pathlib import Path

from matching.games import HospitalResident


def main() -> None:
    """Solve once: it takes half a minute, and a machine isn't thirty times as busy as another."""
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    wishes, standing, capacity = given["wishes"], given["standing"], given["capacity"]
    asking: list[list[tuple[int, int]]] = [[] for _ in capacity]
    for one, (places, keys) in enumerate(zip(wishes, standing, strict=True)):
        for place, key in zip(places, keys, strict=True):
            asking[place].append((key, one))
    residents = {f"a{one}": [f"p{place}" for place in own] for one, own in enumerate(wishes)}
    hospitals = {f"p{p}": [f"a{one}" for _, one in sorted(own)] for p, own in enumerate(asking)}
    seats = {f"p{place}": many for place, many in enumerate(capacity)}
    started = time.perf_counter()
    game = HospitalResident.create_from_dictionaries(residents, hospitals, seats)
    made = time.perf_counter()
    found = game.solve(optimal="resident")
    ended = time.perf_counter()
    places = [-1] * len(wishes)
    for place, kept in found.items():
        for one in kept:
            places[int(str(one)[1:])] = int(str(place)[1:])
    seconds = {"seconds": ended - started, "solving": ended - made}
    print(json.dumps(seconds | {"places": places}))


if __name__ == "__main__":
    sys.setrecursionlimit(1_000_000)
    threading.stack_size(512 * 1024 * 1024)
    worker = threading.Thread(target=main)
    worker.start()
    worker.join()
