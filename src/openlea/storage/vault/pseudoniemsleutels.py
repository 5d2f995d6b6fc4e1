"""The keys that make pseudonyms: one that senders have, and a chain that never leaves the server.

The chain only grows. A pseudonym of a shorter chain is brought further, never back.
"""

from openlea.storage.vault.sleutelbos import has_key, key_of, opened_key


def sender_key(slug: str) -> bytes:
    """Return the key of a werkruimte that its senders have too, made when it is not there."""
    return key_of(f"afzender/{slug}")


def has_sender_key(slug: str) -> bool:
    """Return whether a werkruimte gave its senders a key."""
    return has_key(f"afzender/{slug}")


def chain_length(slug: str) -> int:
    """Return how many keys the chain of a werkruimte has; 0 when it never had a delivery."""
    length = 0
    while has_key(_name(slug, length + 1)):
        length += 1
    return length


def chain_keys(slug: str, *, to: int, after: int = 0) -> tuple[bytes, ...]:
    """Return the keys of a werkruimte in order, from the one after `after` up to and including."""
    return tuple(opened_key(_name(slug, number)) for number in range(after + 1, to + 1))


def lengthen_chain(slug: str, to: int) -> None:
    """Make the keys that the chain lacks up to this many; repeating it makes no more."""
    for number in range(1, to + 1):
        key_of(_name(slug, number))


def _name(slug: str, number: int) -> str:
    return f"pseudoniem/{slug}/{number}"
