"""Ask a sign-in service who came back from it, and believe nothing that is not proved."""

import time
from urllib.parse import quote_plus

from openlea.core.errors import NotFound
from openlea.core.inlogdienst import Geweigerd, Weigering, Wie
from openlea.policy.inlogbewijs import Verwacht, judge_bewijs, judge_userinfo
from openlea.services.inlogdienst.client import secret_of
from openlea.services.inlogdienst.handtekening import opened
from openlea.services.inlogdienst.ontdekking import Ontdekt, discover
from openlea.services.inlogdienst.vragen import as_object, ask_json, post_form
from openlea.storage.records import models as records

OK = 200
LONGEST = 4096


def redeem_code(
    dienst: records.Inlogdienst, code: str, *, verifier: str, nonce: str, terug: str
) -> Wie:
    """Return who it is: the code of one attempt is exchanged once, and its proof is judged.

    `verifier` is the secret of the attempt (PKCE), `nonce` its mark in the proof, `terug` the
    address that the service sent back to. Raises Geweigerd with the reason.
    """
    if not 0 < len(code) <= LONGEST:
        raise Geweigerd(Weigering.CODE_GEWEIGERD)
    plek = discover(dienst.issuer)
    given = _exchanged(dienst, plek, code, verifier, terug)
    claims = opened(given.get("id_token"), plek.jwks)
    verwacht = Verwacht(issuer=dienst.issuer, client_id=dienst.client_id, nonce=nonce)
    if (reden := judge_bewijs(claims, verwacht, time.time())) is not None:
        raise Geweigerd(reden)
    sub = str(claims["sub"])
    return Wie(sub=sub, claims={**_userinfo(plek, given, sub), **claims})


def _exchanged(
    dienst: records.Inlogdienst, plek: Ontdekt, code: str, verifier: str, terug: str
) -> dict[str, object]:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": terug,
        "code_verifier": verifier,
    }
    try:
        geheim = secret_of(dienst)
    except NotFound:
        raise Geweigerd(Weigering.CODE_GEWEIGERD) from None
    auth = None
    if geheim and plek.basic:
        # RFC 6749, section 2.3.1: both are encoded as in a form before they become a header.
        auth = (quote_plus(dienst.client_id), quote_plus(geheim))
    else:
        form |= {"client_id": dienst.client_id}
        form |= {"client_secret": geheim} if geheim else {}
    status, body = post_form(plek.token, form, auth)
    if status != OK:
        raise Geweigerd(Weigering.CODE_GEWEIGERD)
    return as_object(body)


def _userinfo(plek: Ontdekt, given: dict[str, object], sub: str) -> dict[str, object]:
    """Return what the service says beside its proof; it has to be about the same person."""
    token = given.get("access_token")
    if not plek.userinfo:
        return {}
    if not isinstance(token, str) or not token.isascii() or not token.isprintable():
        raise Geweigerd(Weigering.CODE_GEWEIGERD)
    found = ask_json(plek.userinfo, bearer=token)
    if (reden := judge_userinfo(found, sub)) is not None:
        raise Geweigerd(reden)
    return found
