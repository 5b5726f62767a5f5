"""What a running process tells of itself: figures alone, by names that we have given, never by what people wrote.

One process has one set; whoever watches several processes asks each (`/metrics`, Prometheus' text format).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

MILLISECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0)

registry = CollectorRegistry()
operations = Counter(
    "facilitator_operations",
    "Operations by type and by what became of them: accepted, repeated, not_saved, or the code of the refusal.",
    ["type", "outcome"],
    registry=registry,
)
batch_events = Histogram(
    "facilitator_batch_events", "Events in one commit.", buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500), registry=registry
)
commit_seconds = Histogram(
    "facilitator_commit_seconds", "Time until a batch was durable.", buckets=MILLISECONDS, registry=registry
)
hub_lag_seconds = Histogram(
    "facilitator_hub_lag_seconds", "How late the event loop woke a sleeper.", buckets=MILLISECONDS, registry=registry
)
requests = Counter("facilitator_requests", "HTTP requests.", ["endpoint", "status"], registry=registry)
request_seconds = Histogram(
    "facilitator_request_seconds", "Time until an HTTP answer was ready.", buckets=MILLISECONDS, registry=registry
)
resets = Counter("facilitator_resets", "Times a client was told to fetch the state again.", ["why"], registry=registry)
ProcessCollector(namespace="facilitator", registry=registry)


@dataclass(slots=True)
class Sent:
    """What went out to WebSockets. Bare integers: it is counted for every frame to every person."""

    frames: int = 0
    bytes: int = 0
    dropped: int = 0  # presence that a slow reader did without


class SentCollector(Collector):
    """Tells of `Sent` when asked."""

    def collect(self) -> Iterator[Metric]:
        """The three counters."""
        yield CounterMetricFamily("facilitator_frames", "Frames given to WebSockets.", sent.frames)
        yield CounterMetricFamily("facilitator_frame_bytes", "Bytes of these frames.", sent.bytes)
        yield CounterMetricFamily("facilitator_frames_dropped", "Presence that slow readers missed.", sent.dropped)


sent = Sent()
registry.register(SentCollector())
