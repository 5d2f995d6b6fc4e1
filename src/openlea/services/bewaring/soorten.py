"""Every kind of record that is kept for a while."""

from openlea.services.bewaring.aanleveringen import AANLEVERING
from openlea.services.bewaring.accounts import ACCOUNT
from openlea.services.bewaring.casussen import CASUS
from openlea.services.bewaring.documenten import DOCUMENT
from openlea.services.bewaring.logregels import LOGREGEL
from openlea.services.bewaring.regels import GASTLINK, INLEZING, VERZOEKLINK, WERK
from openlea.services.bewaring.soort import Soort
from openlea.services.bewaring.sporen import MAIL, SESSIE

SOORTEN: tuple[Soort, ...] = (
    AANLEVERING,
    CASUS,
    DOCUMENT,
    INLEZING,
    GASTLINK,
    VERZOEKLINK,
    WERK,
    LOGREGEL,
    ACCOUNT,
    SESSIE,
    MAIL,
)
