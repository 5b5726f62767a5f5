"""The other processes of this installation, through Redis: where logs are now, who has to be looked at, who is there.

Ids and numbers alone cross it; what happened each process reads from the database itself (P6.6). A word that is lost is
no loss: the next heartbeat finds the same in the database.
"""

from __future__ import annotations

import hashlib
import json
import logging
import random
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from facilitator.faults import told

if TYPE_CHECKING:
    from redis import Redis

FORGET_SECONDS = 12.0  # after two heartbeats without a word, a process's people are not here any more
FIRST_WAIT, LONGEST_WAIT = 0.1, 3.0
PATIENCE_SECONDS = 1.0  # with a Redis that does not answer
LISTEN_SECONDS = 1.0

Head = tuple[str, int]  # epoch and seq

logger = logging.getLogger(__name__)


def channel_of(secret: str) -> str:
    """One for each installation: several may share a Redis, and only those who share the key can name it."""
    return "facilitator:" + hashlib.sha256(f"channel {secret}".encode()).hexdigest()[:24]


class Elsewhere:
    """Says and hears. Nobody waits for it: one loop sends what has gathered, another listens."""

    def __init__(
        self, redis: Redis | None, channel: str, sleep: Callable[[float], object], start: Callable[..., object]
    ) -> None:
        """redis: None where this is the only process; then nothing is said and nobody is elsewhere."""
        self._redis, self._channel, self._sleep, self._start = redis, channel, sleep, start
        self._me = secrets.token_hex(8)
        self._lock = threading.Lock()
        self._to_say: dict[tuple[str, str], dict[str, Any]] = {}  # by kind and document: the latest counts
        self._has_news = threading.Event()
        self._is_running = False
        self._is_lost: set[str] = set()  # which of the two loops has no Redis; each says so once
        self._there: defaultdict[str, dict[str, tuple[frozenset[str], float]]] = defaultdict(dict)
        self.on_head: Callable[[str, Head], None] = _nobody_listens
        self.on_look: Callable[[str], None] = _nobody_listens
        self.on_people: Callable[[str], None] = _nobody_listens
        self.on_guest: Callable[[str, str], None] = _nobody_listens

    def listen(self) -> None:
        """Hear the others from now on, unless it does."""
        if self._redis is not None and not self._is_running:
            self._is_running = True
            self._start(self._listen_on)
            self._start(self._say_on)

    def tell_head(self, document: str, epoch: str, seq: int) -> None:
        """This document's log has come so far."""
        self._gather("head", document, {"epoch": epoch, "seq": seq})

    def tell_look(self, document: str) -> None:
        """Somebody may have lost access to it."""
        self._gather("look", document, {"look": True})

    def tell_here(self, document: str, persons: Collection[str]) -> None:
        """Who is in it in this process, all of them."""
        self._gather("here", document, {"here": list(persons), "from": self._me})

    def tell_guest(self, document: str, person: str) -> None:
        """Somebody who has no device belongs to it now."""
        self._gather(f"guest {person}", document, {"guest": person, "from": self._me})

    def here(self, document: str) -> set[str]:
        """Who is in it in other processes."""
        after = time.monotonic() - FORGET_SECONDS
        told = self._there.get(document, {})
        return {person for persons, at in list(told.values()) if at > after for person in persons}

    def flush(self) -> None:
        """Say now what has gathered: the process may be about to end."""
        with self._lock:
            words, self._to_say = list(self._to_say.values()), {}
        if self._redis is not None and words:
            pipe = self._redis.pipeline(transaction=False)
            for word in words:
                pipe.publish(self._channel, json.dumps(word))
            pipe.execute()

    def _gather(self, kind: str, document: str, word: dict[str, Any]) -> None:
        if self._redis is not None:
            with self._lock:
                self._to_say[kind, document] = {"document": document, **word}
            self._has_news.set()

    def _say_on(self) -> None:
        self._go_on("say", self._say)

    def _listen_on(self) -> None:
        self._go_on("hear", self._hear)

    def _go_on(self, what: str, do: Callable[[], None]) -> None:
        """For ever; with pauses that grow while there is no Redis."""
        wait = FIRST_WAIT
        while True:
            try:
                do()
                wait = FIRST_WAIT
            except Exception as fault:
                if what not in self._is_lost:
                    logger.warning("no redis", extra={"to": what, "fault": told(fault)})
                self._is_lost.add(what)
                self._sleep(wait * random.uniform(0.5, 1.0))  # noqa: S311  (spreads out, protects nothing)
                wait = min(LONGEST_WAIT, wait * 2)

    def _found(self, what: str) -> None:
        if what in self._is_lost:
            self._is_lost.discard(what)
            logger.info("redis is back", extra={"to": what})

    def _say(self) -> None:
        self._has_news.wait()
        self._has_news.clear()
        self.flush()
        self._found("say")

    def _hear(self) -> None:
        """Until Redis is lost."""
        if self._redis is None:
            return
        with self._redis.pubsub(ignore_subscribe_messages=True) as heard:
            heard.subscribe(self._channel)
            self._found("hear")
            while True:
                message = heard.get_message(timeout=LISTEN_SECONDS)
                if message is not None:
                    self._take(message["data"])

    def _take(self, data: bytes) -> None:
        """What another process said, or we ourselves: that is known already."""
        try:
            word = json.loads(data)
            document = word["document"]
            if "seq" in word:
                self.on_head(document, (word["epoch"], word["seq"]))
            elif "look" in word:
                self.on_look(document)
            elif word["from"] == self._me:
                return
            elif "guest" in word:
                self.on_guest(document, word["guest"])
            else:
                self._meet(document, word["from"], frozenset(word["here"]))
        except Exception as fault:  # one word that cannot be used; the next heartbeat does without it
            logger.error("a word from elsewhere was not taken", extra={"fault": told(fault)})

    def _meet(self, document: str, process: str, persons: frozenset[str]) -> None:
        before = self.here(document)
        if persons:
            self._there[document][process] = persons, time.monotonic()
        else:
            self._there[document].pop(process, None)
            if not self._there[document]:
                del self._there[document]
        if self.here(document) != before:
            self.on_people(document)


def _nobody_listens(*_word: Any) -> None:
    """No room is open yet."""


def redis_at(url: str) -> Redis | None:
    """A client of this Redis; None without an address. It connects when it is first needed, and gives up soon."""
    if not url:
        return None
    from redis import Redis

    return Redis.from_url(
        url, socket_timeout=PATIENCE_SECONDS, socket_connect_timeout=PATIENCE_SECONDS, health_check_interval=5
    )
