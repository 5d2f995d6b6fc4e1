"""Reads an admission policy out of its record as a plain value."""

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.storage.records.aanmeldbeleid import Aanmeldbeleid as Record


def aanmeldbeleid_value(one: Record) -> Aanmeldbeleid:
    """Return the policy of a record; its partij is read with `of`, so this asks nothing more."""
    return Aanmeldbeleid(
        school=one.school,
        naam=one.naam,
        schooljaar=one.schooljaar,
        partij=one.partij.code if one.partij else "",
        moment=one.moment,
        aanmelden_van=one.aanmelden_van,
        aanmelden_tot=one.aanmelden_tot,
        voorrang=tuple(Criterium(word) for word in one.voorrang),
        voorrang_anders=one.voorrang_anders,
        toewijzing=Toewijzing(one.toewijzing),
        loting_op=one.loting_op,
        uitslag_op=one.uitslag_op,
        plaatsen=one.plaatsen,
        bijdrage=one.bijdrage,
        bron=one.bron,
        gezien_op=one.gezien_op,
        toelichting=one.toelichting,
    )
