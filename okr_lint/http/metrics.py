"""What /metrics tells, in Prometheus' text form."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_LATE = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1)
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters of one server; a registry of its own, so that several servers in one process do not mix."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self.requests = Counter(
            "okr_lint_requests", "Answered requests", ("method", "route", "status"), registry=registry
        )
        self.seconds = Histogram(
            "okr_lint_request_seconds", "Time to answer", ("route",), buckets=_SECONDS, registry=registry
        )
        self.in_progress = Gauge("okr_lint_requests_in_progress", "Accepted and not yet answered", registry=registry)
        self.statements = Counter("okr_lint_statements", "Statements worked on", registry=registry)
        self.findings = Counter("okr_lint_findings", "Findings reported", registry=registry)
        self.lines = Counter("okr_lint_batch_lines", "Lines of batches", ("outcome",), registry=registry)
        self.workers = Gauge("okr_lint_workers", "Worker processes alive", registry=registry)
        self.replaced = Counter("okr_lint_workers_replaced", "Workers replaced", ("reason",), registry=registry)

        self._late = Histogram(
            "okr_lint_loop_late_seconds", "By how much timers come late", buckets=_LATE, registry=registry
        )
        self._held = Histogram(
            "okr_lint_loop_held_seconds",
            "The most of it that this process can have caused, by its processor time",
            buckets=_LATE,
            registry=registry,
        )
        self._held_most = Gauge("okr_lint_loop_held_seconds_max", "The largest since the start", registry=registry)
        self._longest = 0.0
        self.log_lost = Gauge("okr_lint_log_lines_lost", "Lines that nobody took from the log", registry=registry)

    def loop_was_late(self, late: float, held: float) -> None:
        """Note one turn of the event loop's timer (``lateness.watch``)."""
        self._late.observe(late)
        self._held.observe(held)
        if held > self._longest:
            self._longest = held
            self._held_most.set(held)

    def page(self) -> bytes:
        """The page that Prometheus reads."""
        return generate_latest(self._registry)
