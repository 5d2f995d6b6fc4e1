"""The settings of the product, with pages and work that break."""

from openlea.services.werk.soorten import SOORTEN, Soort
from openlea.settings import *  # noqa: F403

ROOT_URLCONF = "tests.cli.geheim_proef"
SOORTEN["breek"] = Soort("Breken", "tests.cli.geheim_proef:break_work")
