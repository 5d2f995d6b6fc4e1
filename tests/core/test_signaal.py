"""The order in which signals are shown."""

from openlea.core.signaal import Ernst, Signaal, order_by_ernst


def test_the_gravest_comes_first_and_equals_keep_their_order() -> None:
    signalen = [
        Signaal("a", Ernst.LET_OP, "", ""),
        Signaal("z", Ernst.FOUT, "", ""),
        Signaal("c", Ernst.WAARSCHUWING, "", ""),
        Signaal("b", Ernst.FOUT, "", ""),
    ]
    assert [signaal.code for signaal in order_by_ernst(signalen)] == ["z", "b", "c", "a"]
