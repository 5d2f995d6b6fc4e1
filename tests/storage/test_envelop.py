"""A sealed file opens whole, in its own place, with its own key, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openlea.core.errors import BadFile
from openlea.storage.vault import envelop
from openlea.storage.vault.envelop import KOP, MERK, ZEGEL, Vak, open_file, seal_file

KEY = bytes(range(32))
VAK = Vak(werkruimte="hilversum", registratie="doelgroepkinderen", nummer="a1")
SMALL = 64
PLAIN = st.binary(max_size=5 * SMALL)
WHOLE = SMALL + ZEGEL


@pytest.fixture(autouse=True, scope="module")
def _small_pieces() -> object:
    """Seal in pieces of 64 bytes, so that a short file has many of them."""
    before, envelop.STUK = envelop.STUK, SMALL
    yield
    envelop.STUK = before


def reason(sealed: bytes, key: bytes = KEY, vak: Vak = VAK) -> str:
    with pytest.raises(BadFile) as refused:
        open_file(key, vak, sealed)
    return str(refused.value)


@given(PLAIN)
@example(b"")
@example(b"x" * SMALL)
@example(b"x" * (2 * SMALL))
def test_what_was_sealed_opens_the_same_and_cannot_be_read_meanwhile(plain: bytes) -> None:
    sealed = seal_file(KEY, VAK, plain)
    assert open_file(KEY, VAK, sealed) == plain
    assert len(plain) < 8 or plain not in sealed[KOP:]


def test_a_piece_is_one_mebibyte_as_the_decision_says() -> None:
    envelop.STUK = 1024 * 1024
    try:
        plain = bytes(envelop.STUK + 1)
        sealed = seal_file(KEY, VAK, plain)
        assert len(sealed) == KOP + len(plain) + 2 * ZEGEL
        assert open_file(KEY, VAK, sealed) == plain
    finally:
        envelop.STUK = SMALL


@given(PLAIN)
def test_the_same_bytes_are_never_sealed_the_same_way_twice(plain: bytes) -> None:
    assert seal_file(KEY, VAK, plain) != seal_file(KEY, VAK, plain)


@given(PLAIN, st.data())
def test_one_changed_bit_anywhere_is_refused(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal_file(KEY, VAK, plain))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    assert "kluis a1" in reason(bytes(sealed))


@given(PLAIN, st.data())
def test_a_file_that_was_cut_is_refused_wherever_it_was_cut(
    plain: bytes, data: st.DataObject
) -> None:
    sealed = seal_file(KEY, VAK, plain)
    assert reason(sealed[: data.draw(st.integers(0, len(sealed) - 1))])


def test_a_file_cut_between_two_pieces_is_called_cut() -> None:
    sealed = seal_file(KEY, VAK, bytes(3 * SMALL))
    assert "ingekort" in reason(sealed[: KOP + 2 * WHOLE])
    assert "ingekort" in reason(sealed[:KOP])


@given(PLAIN, st.binary(min_size=1, max_size=3 * SMALL))
def test_a_file_that_grew_is_refused(plain: bytes, more: bytes) -> None:
    assert reason(seal_file(KEY, VAK, plain) + more)


def test_a_file_with_a_piece_too_many_is_called_longer() -> None:
    sealed = seal_file(KEY, VAK, bytes(2 * SMALL))
    assert "verlengd" in reason(sealed + sealed[KOP : KOP + WHOLE])


@given(st.permutations(range(4)).filter(lambda order: order != sorted(order)))
def test_pieces_in_another_order_are_refused(order: list[int]) -> None:
    sealed = seal_file(KEY, VAK, bytes(4 * SMALL))
    pieces = [sealed[KOP + n * WHOLE : KOP + (n + 1) * WHOLE] for n in range(4)]
    assert "verwisseld" in reason(sealed[:KOP] + b"".join(pieces[n] for n in order))


def test_a_piece_of_another_file_with_the_same_key_is_refused() -> None:
    one, other = (seal_file(KEY, VAK, bytes(2 * SMALL)) for _ in range(2))
    assert "verwisseld" in reason(one[: KOP + WHOLE] + other[KOP + WHOLE :])


@pytest.mark.parametrize(
    "change", [{"werkruimte": "almere"}, {"registratie": "verzuim"}, {"nummer": "a2"}]
)
def test_a_file_in_the_place_of_another_is_refused(change: dict[str, str]) -> None:
    sealed = seal_file(KEY, VAK, b"rijen")
    assert "andere sleutel of aanlevering" in reason(sealed, vak=replace(VAK, **change))


def test_names_that_read_the_same_when_joined_are_still_two_places() -> None:
    sealed = seal_file(KEY, Vak(werkruimte="ab", registratie="c", nummer="d"), b"rijen")
    assert reason(sealed, vak=Vak(werkruimte="a", registratie="bc", nummer="d"))


def test_another_key_does_not_open_it() -> None:
    assert "andere sleutel" in reason(seal_file(KEY, VAK, b"rijen"), key=bytes(32))


def test_a_later_form_is_named_so_that_one_knows_to_upgrade() -> None:
    sealed = bytearray(seal_file(KEY, VAK, b"rijen"))
    sealed[len(MERK)] = 9
    assert "vorm 9" in reason(bytes(sealed))


def test_any_other_file_is_no_file_of_the_vault() -> None:
    assert "geen bestand van de kluis" in reason(b"PK\x03\x04" + bytes(100))
