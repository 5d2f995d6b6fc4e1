"""A lottery is checked by anybody: the same bytes in give the same order, and no bias."""

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.loting import canonical, draw_key, lot, order, promise, ranks, seal

NUMBERS = st.lists(
    st.text("abcdefgh0123456789", min_size=3, max_size=8), min_size=1, max_size=30, unique=True
)
SALT = bytes(range(32))


def test_a_lot_is_the_published_formula_so_another_language_finds_the_same() -> None:
    key = SALT + b"trekking 4 8 15"
    assert lot(draw_key(SALT, " trekking 4 8 15\n"), "k-001") == (
        hmac.new(key, b"k-001", hashlib.sha256).digest()
    )
    assert lot(key, "k-001", "03BA00") == hmac.new(key, b"k-001\x1f03BA00", "sha256").digest()
    # Kept as text: whoever changes the formula breaks every lottery that was published.
    assert lot(key, "k-001").hex()[:16] == "bfadbe7b8ddcb396"


def test_the_promise_is_the_hash_of_salt_and_register() -> None:
    assert promise(SALT, b"register\n") == hashlib.sha256(SALT + b"register\n").hexdigest()


def test_composed_and_decomposed_letters_draw_the_same() -> None:
    assert draw_key(SALT, "caf\N{LATIN SMALL LETTER E WITH ACUTE}") == draw_key(SALT, "cafe\u0301")


@given(NUMBERS, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_file(
    numbers: list[str], luck: object
) -> None:
    shuffled = list(numbers)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    assert order(SALT, numbers) == order(SALT, shuffled)
    assert sorted(ranks(SALT, numbers).values()) == list(range(1, len(numbers) + 1))


def test_every_child_is_first_about_equally_often() -> None:
    numbers = [f"kind-{n}" for n in range(10)]
    first = [order(draw_key(SALT, f"dag {day}"), numbers)[0] for day in range(5000)]
    counts = [first.count(one) for one in numbers]
    # Chi-square with nine degrees of freedom: 27.9 is passed once in a thousand.
    assert sum((count - 500) ** 2 / 500 for count in counts) < 27.9


def test_a_lot_per_place_is_another_lot_at_each_place() -> None:
    numbers = [f"kind-{n}" for n in range(50)]
    assert order(SALT, numbers, "a") != order(SALT, numbers, "b")


def test_a_seal_changes_with_every_field_and_with_the_key() -> None:
    row = {"nummer": "k-001", "indicatie": False}
    other = {"nummer": "k-001", "indicatie": True}
    assert len({seal(b"a" * 32, row), seal(b"b" * 32, row), seal(b"a" * 32, other)}) == 3


def test_json_has_one_form() -> None:
    assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}\n'.encode()
