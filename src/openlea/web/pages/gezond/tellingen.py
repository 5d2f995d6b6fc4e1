"""What is counted, as Prometheus reads it: per process in a folder, the rest asked when asked."""

import os
from collections.abc import Iterator

from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector

from openlea.policy.werk import WerkStaat
from openlea.services.count_stand import Stand, count_stand

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def exposition() -> tuple[bytes, str]:
    """Return all counts as text, with the kind of text it is."""
    registry = CollectorRegistry()
    registry.register(Standen())
    if os.environ.get(FOLDER):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry), CONTENT_TYPE_LATEST
    return generate_latest(registry) + generate_latest(REGISTRY), CONTENT_TYPE_LATEST


class Standen:
    """Asks the installation for its counts each time that somebody reads them."""

    def collect(self) -> Iterator[Metric]:
        """Yield the counts of now."""
        found = count_stand()
        yield from _work(found)
        yield from _services(found)
        for name, what, value in (
            ("openlea_disk_free_bytes", "Bytes free on the disk of the data.", found.schijf_vrij),
            ("openlea_disk_total_bytes", "Bytes on the disk of the data.", found.schijf_totaal),
        ):
            yield GaugeMetricFamily(name, what, value=value)


def _work(found: Stand) -> Iterator[Metric]:
    work = GaugeMetricFamily("openlea_work", "Pieces of work by state.", labels=["state"])
    for staat in WerkStaat:
        work.add_metric([str(staat)], found.werk.get(str(staat), 0))
    yield work
    for name, what, value in (
        ("openlea_queue_age_seconds", "Seconds that the oldest work waits.", found.rij_oud or 0),
        ("openlea_worker_silent_seconds", "Seconds since a worker was alive.", found.werker_stil),
    ):
        if value is not None:
            yield GaugeMetricFamily(name, what, value=value)


def _services(found: Stand) -> Iterator[Metric]:
    for name, what, count in (
        ("openlea_mails_sent", "Mails handed to the mail server.", found.mails),
        ("openlea_mails_failed", "Mails that the mail server refused.", found.mails_mislukt),
        ("openlea_sign_ins_refused", "Sign-ins refused, in the log.", found.inloggen_geweigerd),
    ):
        yield CounterMetricFamily(name, what, value=count)
    yield GaugeMetricFamily("openlea_log_unsealed", "Lines without a seal.", value=found.ongezegeld)
    if found.backup_oud is not None:
        what = "Seconds since the last backup."
        yield GaugeMetricFamily("openlea_backup_age_seconds", what, value=found.backup_oud)
